/** Whether a field is there: null stands for absent. An empty text is there, which matters where the server tells the two apart. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** Go's decoder gives up below this many levels of nesting. */
const deepest = 10_000;

/**
 * Why Go's encoding/json cannot read a text as an object.
 *
 * @returns undefined where it can; `null` is an object to it.
 */
export function goObjectProblem(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'must be JSON';
  }
  if (typeof value !== 'object' || Array.isArray(value)) return 'must be a JSON object';
  return problemWithin(value);
}

/** What JavaScript reads and Go does not: numbers beyond a float, and very deep nesting. */
function problemWithin(root: object | null): string | undefined {
  let level: unknown[] = [root];
  for (let depth = 1; level.length > 0; depth++) {
    if (level.includes(Infinity) || level.includes(-Infinity)) return 'must not hold a number beyond 64 bits';
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (depth > deepest) return 'must not be nested so deeply';
  }
  return undefined;
}

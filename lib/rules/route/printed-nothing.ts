/** What JavaScript prints of a value that is not there, or is no text. */
const printed: readonly string[] = ['undefined', 'null', 'NaN', '[object Object]'];
const printedInHosts: ReadonlySet<string> = new Set(printed.map((text) => text.toLowerCase()));

/** Whether a segment of a path is such a value. */
export function isPrintedNothing(segment: string): boolean {
  return printed.includes(segment.replace('%20', ' '));
}

/** Whether a label of a host is such a value, in lower case as hosts are. */
export function isPrintedNothingInHost(label: string): boolean {
  return printedInHosts.has(label.toLowerCase());
}

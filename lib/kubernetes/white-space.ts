/** What the API server takes for white space (unicode.IsSpace); JavaScript's own `trim` counts a few characters otherwise. */
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const padding = new RegExp(`^${space}|${space}$`);

/** Whether a text begins or ends with white space. */
export function isPadded(text: string): boolean {
  return padding.test(text);
}

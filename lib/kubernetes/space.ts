/** Spaces in front of and behind a text, as Go's `unicode.IsSpace` knows them: U+0085 is one, the byte order mark is not. */
const outerSpace =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

/** The text without the space around it (Go's `strings.TrimSpace`). */
export function trimSpace(text: string): string {
  return text.replace(outerSpace, '');
}

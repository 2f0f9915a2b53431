/** The text as a regular expression that matches it alone, in the dialects of RE2 and of Go. */
export function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

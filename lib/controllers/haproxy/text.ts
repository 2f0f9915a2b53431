/**
 * How texts are written in HAProxy's configuration, into which annotations are copied as they are.
 * https://docs.haproxy.org/3.2/configuration.html#2.2
 */

/** A text as one word: blanks, quotes, number signs and backslashes mean something there. */
export function word(text: string): string {
  return text.replace(/[\\ #"']/g, '\\$&');
}

/** A text in double quotes, where variables and the fields of log formats would be replaced. */
export function quotedFormat(text: string): string {
  return `"${text.replace(/[\\"$]/g, '\\$&').replaceAll('%', '%%')}"`;
}

/** A text without blanks where the fields of log formats would be replaced. */
export function format(text: string): string {
  return word(text).replaceAll('%', '%%');
}

/** The text as a regular expression that matches it alone, without a character that means something to anybody. */
export function literal(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

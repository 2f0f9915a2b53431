/**
 * Text as YAML scalars that every reader takes for the same text. YAML 1.1 and 1.2 differ in what looks like a number, a boolean or a date, and
 * readers differ from both; so a text stays plain only where none of them could see anything but text.
 */

/**
 * Characters that are escaped: control characters, blanks other than the space, line breaks of YAML 1.1, the byte order mark, characters that a
 * reviewer cannot see (zero width, direction overrides) and unpaired surrogates, which UTF-8 cannot hold.
 */
const hidden =
  '\\x00-\\x1f\\x7f-\\xa0\\xad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff\\ufff0-\\uffff';
const unpaired = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const escaped = new RegExp(`[${hidden}]|${unpaired}`);
const escapedAll = new RegExp(escaped, 'g');
const escapedInBlock = new RegExp(escaped.source.replace('\\x00-\\x1f', '\\x00-\\x08\\x0b-\\x1f'));

/** No indicator in front, no `: ` or ` #`, no blank at either end, ASCII; most texts of a manifest pass here. */
const plainAscii = /^(?!---|\.\.\.)(?:-(?=[!-~])|[$()+./0-9;<=A-Z\\^_a-z~])(?:[!-9;-~]|:(?=[!-~])| (?=[!"$-~ ]))*$/;
const plainAny = new RegExp(
  `^(?!---|\\.\\.\\.)(?:-(?=[^ ])|[$()+./0-9;<=A-Z\\\\^_a-z~]|[^\\x00-\\x7f])(?:[^ :]|:(?=[^ ])| (?=[^#]))*$`,
);

/** Numbers of any reader, sexagesimal ones and those with separators included. */
const numberLike =
  /^[-+]?(?:(?:\d[\d_,]*)?(?:\.[\d_,]*)?(?:e[-+]?\d[\d_]*)?|0[xob][\da-f_,]*|\d[\d_]*(?::\d+)+(?:\.[\d_]*)?|\.inf|\.nan)$/i;
const startsLikeNumber = /^[-+.\de]/i;
const dateLike = /^\d{4}-\d\d?-\d\d?(?:$|[Tt ])/;
/** Null, the booleans, `=` (default value) and `<<` (merge) of YAML 1.1, in any case. */
const words = new Set(['null', '~', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', '=', '<<']);
const longestWord = 5;

/** A text on one line: plain where that is safe, in quotes otherwise. */
export function printLine(text: string): string {
  return isPlain(text) ? text : printQuoted(text);
}

/**
 * A text of several lines as a literal block below a parent whose children are indented by `pad`.
 *
 * @returns undefined where a block could be read back differently.
 */
export function printBlock(text: string, pad: string): string | undefined {
  // A block cannot show blanks on its last line, and of a text of blanks alone only quotes show the extent.
  if (/\n[\t ]+$/.test(text) || !/[^\t\n ]/.test(text) || escapedInBlock.test(text)) return undefined;
  const indentation = /^\n*[\t ]/.test(text) ? '2' : '';
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return `|${indentation}${chomping}\n${body.replace(/^(?=[^\n])/gm, pad)}`;
}

function isPlain(text: string): boolean {
  if (!plainAscii.test(text) && (!plainAny.test(text) || escaped.test(text))) return false;
  if (text.length <= longestWord && words.has(text.toLowerCase())) return false;
  return !startsLikeNumber.test(text) || (!numberLike.test(text) && !dateLike.test(text));
}

function printQuoted(text: string): string {
  if (text.includes('"') && !text.includes("'") && !escaped.test(text)) return `'${text}'`;
  // JSON's escapes are also YAML's; JSON leaves more characters as they are.
  const json = JSON.stringify(text);
  return json.replace(escapedAll, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

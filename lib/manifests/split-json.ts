import type { SourceText } from './source-text';

/** The objects of JSON that a text begins with, and what follows them. */
export interface JsonObjects {
  readonly objects: readonly SourceText[];
  readonly rest: SourceText;
}

/**
 * The objects of a text that has several of JSON one behind another, with nothing but white space between: kubectl reads each of them as a document.
 *
 * @returns undefined where it does not begin with at least two
 */
export function splitJson(text: string): JsonObjects | undefined {
  const objects: SourceText[] = [];
  let rest = { text, firstLine: 1 };
  for (;;) {
    const start = skipSpace(rest.text);
    const end = rest.text[start] === '{' ? endOfObject(rest.text, start) : -1;
    if (end === -1 || !objects.slice(0, 1).every(isJson)) break;
    const firstLine = rest.firstLine + lineBreaksIn(rest.text.slice(0, start));
    const object = { text: rest.text.slice(start, end), firstLine };
    objects.push(object);
    rest = { text: rest.text.slice(end), firstLine: firstLine + lineBreaksIn(object.text) };
  }
  return objects.length < 2 ? undefined : { objects, rest };
}

function skipSpace(text: string): number {
  let at = 0;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}

/** Behind the brace that closes the one at `start`, or -1. */
function endOfObject(text: string, start: number): number {
  const token = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '{') depth++;
    else if (found[0] === '}' && --depth === 0) return token.lastIndex;
  }
  return -1;
}

/** What looks like it may be YAML in braces. */
function isJson({ text }: SourceText): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lineBreaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

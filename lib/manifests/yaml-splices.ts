import { isCollection, isPair, stringify, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** Other text in place of what stands from one offset to another. */
function splice(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to);
}

/** The text with another value in a pair or an item of a list. */
export function replaceValue(text: string, key: Node | undefined, value: Node | null, to: unknown): string | undefined {
  if (value === null || value.range?.[0] === value.range?.[1]) {
    // `key:` without a value
    const colon = key === undefined ? -1 : text.indexOf(':', endOf(key));
    return colon === -1 ? undefined : splice(text, colon + 1, colon + 1, ` ${inline(to, text)}`);
  }
  const start = startOf(value);
  const isBlock = isCollection(value) && value.flow !== true;
  const put = isBlock && isFilled(to) ? block(to, columnOf(text, start), text) : inline(to, text);
  return splice(text, start, contentEnd(text, value), put);
}

/** The text with a pair more at the end of a map. */
export function addPair(text: string, map: YAMLMap, key: string, value: unknown): string | undefined {
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined;
  if (last === undefined) return splice(text, startOf(map), endOf(map), inline({ [key]: value }, text));
  const end = pairEnd(text, last);
  const eol = lineEnd(text);
  const first = startOf((map.items[0] as Pair<Node>).key);
  const indent = ' '.repeat(columnOf(text, first));
  if (map.flow === true) {
    const separator = isFirstOfLine(text, startOf(last.key)) ? `,${eol}${indent}` : ', ';
    return splice(text, end, end, separator + inline({ [key]: value }, text).replace(/^\{\s*|\s*\}$/g, ''));
  }
  // behind a comment that ends the line
  const newline = text.indexOf('\n', end);
  const put = indent + block({ [key]: value }, indent.length, text);
  if (newline === -1) return `${text}${eol}${put}`;
  return splice(text, newline + 1, newline + 1, `${put}${eol}`);
}

/** The text without a pair; a map that holds nothing else is left empty. */
export function removePair(text: string, map: YAMLMap, pair: Pair<Node, Node | null>): string {
  const pairs = map.items as Pair<Node, Node | null>[];
  if (pairs.length === 1) return splice(text, startOf(map), contentEnd(text, map), '{}');
  const ranges = pairs.map((one) => [startOf(one.key), pairEnd(text, one)] as const);
  return withoutPart(text, ranges, pairs.indexOf(pair), map.flow === true);
}

/** The text without an item of a list; a list that holds nothing else is left empty. */
export function removeItem(text: string, list: YAMLSeq, item: Node): string {
  const items = list.items as Node[];
  if (items.length === 1) return splice(text, startOf(list), contentEnd(text, list), '[]');
  const isFlow = list.flow === true;
  const ranges = items.map((one) => [isFlow ? startOf(one) : dashOf(text, one), contentEnd(text, one)] as const);
  return withoutPart(text, ranges, items.indexOf(item), isFlow);
}

/** The text with another key in a pair. */
export function replaceKey(text: string, { key }: Pair<Node, Node | null>, to: string): string {
  return splice(text, startOf(key), endOf(key), inline(to, text));
}

/** Takes one of several parts out, with what keeps it from the next one. */
function withoutPart(
  text: string,
  parts: readonly (readonly [number, number])[],
  position: number,
  isFlow: boolean,
): string {
  const [start, end] = parts[position] ?? [0, 0];
  const next = parts[position + 1]?.[0];
  const before = parts[position - 1]?.[1] ?? start;
  if (isFlow) return next === undefined ? splice(text, before, end, '') : splice(text, start, next, '');
  // `- name: x`: the next key takes the place behind the dash
  if (!isFirstOfLine(text, start)) return next === undefined ? text : splice(text, start, next, '');
  const newline = text.indexOf('\n', end);
  const lineStart = text.lastIndexOf('\n', start) + 1;
  return splice(text, lineStart, newline === -1 ? text.length : newline + 1, '');
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function pairEnd(text: string, { key, value }: Pair<Node, Node | null>): number {
  // `key:` without a value ends behind its colon
  if (value === null || value.range?.[0] === value.range?.[1]) return text.indexOf(':', endOf(key)) + 1;
  return contentEnd(text, value);
}

/** Where the last thing in a node ends: block collections and texts reach to the beginning of the next line. */
export function contentEnd(text: string, node: Node): number {
  let end = endOf(node);
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (isPair(last)) end = pairEnd(text, last as Pair<Node, Node | null>);
    else if (last !== undefined) end = contentEnd(text, last as Node);
  }
  while (end > 0 && /[\r\n]/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** The dash in front of an item of a block list. */
export function dashOf(text: string, item: Node): number {
  return text.lastIndexOf('-', startOf(item) - 1);
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** Whether nothing but space stands before it on its line. */
export function isFirstOfLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** A value on one line, in the style of the text: JSON has quotes everywhere. */
function inline(value: unknown, text: string): string {
  if (/^\s*[{[]\s*("|[}\]])/.test(text)) return JSON.stringify(value);
  const isTight = /[^\S\n]\{[^\s}]/.test(text);
  const options = { collectionStyle: 'flow', defaultStringType: 'PLAIN', flowCollectionPadding: !isTight } as const;
  return stringify(value, { version: '1.1', lineWidth: 0, ...options }).trimEnd();
}

/** A value on lines of its own, each but the first one at a column. */
function block(value: unknown, column: number, text: string): string {
  const lines = stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false }).trimEnd().split('\n');
  return lines.join(lineEnd(text) + ' '.repeat(column));
}

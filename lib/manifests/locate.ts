import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { parseFieldPath } from '../findings/parse-field-path';
import type { ManifestDocument } from './manifest-document';
import { sourceOf } from './source-text';

/** A place in a file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a field stands in its file: its key, or the item of a list. Where the field is missing, the nearest thing that holds it.
 *
 * @returns undefined where the document comes from no file
 */
export function locate(document: ManifestDocument, field: string): Position | undefined {
  const source = sourceOf(document);
  if (source === undefined) return document.line === undefined ? undefined : { line: document.line, column: 1 };
  const { text, firstLine } = source;
  const lines = new LineCounter();
  const parsed = parseDocument(text, { version: '1.1', lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  let at = parsed.contents?.range[0] ?? 0;
  let node: unknown = parsed.contents;
  for (const step of parseFieldPath(field)) {
    const found = stepInto(node, step);
    if (found === undefined) break;
    ({ node, at } = found);
  }
  const { line, col } = lines.linePos(at);
  return { line: firstLine + line - 1, column: col };
}

function stepInto(node: unknown, step: string): { readonly node: unknown; readonly at: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step) as Pair<Node, Node> | undefined;
    return pair === undefined ? undefined : { node: pair.value, at: pair.key.range?.[0] ?? 0 };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item == null ? undefined : { node: item, at: item.range?.[0] ?? 0 };
  }
  return undefined;
}

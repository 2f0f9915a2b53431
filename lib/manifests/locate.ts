import { parseFieldPath } from '../findings/parse-field-path';
import { EventTree } from './event-tree';
import type { ManifestDocument } from './manifest-document';
import { sourceOf, type SourceText } from './source-text';

/** A place in a file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a field stands in its file: its key, or the item of a list. Where the field is missing, the nearest thing that would hold it.
 *
 * @returns undefined where the document comes from no file
 */
export function locate(document: ManifestDocument, field: string): Position | undefined {
  const source = sourceOf(document);
  if (source === undefined) return document.line === undefined ? undefined : { line: document.line, column: 1 };
  const { tree, lines } = indexOf(source);
  const offset = tree.find(parseFieldPath(field));
  const line = lineOf(offset, lines);
  return { line: source.firstLine + line, column: offset - (lines[line] ?? 0) + 1 };
}

/** A line of the file that a document comes from, by its number there; undefined where it comes from no file. */
export function lineAt(document: ManifestDocument, line: number): string | undefined {
  const source = sourceOf(document);
  if (source === undefined) return undefined;
  const { lines } = indexOf(source);
  const start = lines[line - source.firstLine];
  const end = lines[line - source.firstLine + 1];
  return start === undefined ? undefined : source.text.slice(start, end === undefined ? undefined : end - 1);
}

/** What is read once to find any number of places in a text. */
interface Index {
  readonly source: SourceText;
  readonly tree: EventTree;
  /** Where each line begins. */
  readonly lines: readonly number[];
}

/** Findings come document by document, so that the last one is as good as all. */
let last: Index | undefined;

function indexOf(source: SourceText): Index {
  if (last?.source !== source) last = { source, tree: new EventTree(source.text), lines: lineStarts(source.text) };
  return last;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** The last line that begins at the offset or before it, from 0. */
function lineOf(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

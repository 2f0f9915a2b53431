import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { parseFieldPath } from '../findings/parse-field-path';
import { addPair, removeItem, removePair, replaceKey, replaceValue } from './yaml-splices';
import { manifestTags } from './yaml-tags';

/** A change of one field: fields are written as the API server prints them. */
export type FieldEdit =
  | { readonly set: string; readonly value: unknown }
  | { readonly remove: string }
  | { readonly rename: string; readonly to: string }
  /** The value becomes the text that it is written as: `010` is `"010"` then, and not the number 8. */
  | { readonly quote: string };

/**
 * The text of one document of YAML or JSON with one field changed. Everything else stays as it is, to the byte: the library says where things
 * stand, and only there the text changes.
 *
 * @returns undefined where the change cannot be made: the field is not there, or comes from an alias
 */
export function editYaml(text: string, edit: FieldEdit): string | undefined {
  const document = parseText(text);
  if (document === undefined) return undefined;
  const edited = editDocument(text, document, edit);
  return edited === undefined || parseText(edited) === undefined ? undefined : edited;
}

function editDocument(text: string, document: Document.Parsed, edit: FieldEdit): string | undefined {
  if ('quote' in edit) return quoteScalar(text, nodeAt(document, parseFieldPath(edit.quote)));
  if ('set' in edit) return setField(text, document, parseFieldPath(edit.set), edit.value);
  const steps = parseFieldPath('remove' in edit ? edit.remove : edit.rename);
  const last = steps.at(-1);
  const holder = nodeAt(document, steps.slice(0, -1));
  if (last === undefined) return undefined;
  if (isMap(holder)) {
    const pair = pairOf(holder, last);
    if (pair === undefined) return undefined;
    return 'remove' in edit ? removePair(text, holder, pair) : replaceKey(text, pair, edit.to);
  }
  const item = isSeq(holder) ? itemOf(holder, last) : undefined;
  return item === undefined || !('remove' in edit) ? undefined : removeItem(text, holder as YAMLSeq, item);
}

/** By its text and not by what was read: a number no longer knows its noughts, and true not whether it was `on`. */
function quoteScalar(text: string, node: unknown): string | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN' || node.source === undefined || !node.range) return undefined;
  const [start, end] = node.range;
  return text.slice(0, start) + JSON.stringify(node.source) + text.slice(end);
}

/** Sets what is there, or adds it to the nearest map that holds it. */
function setField(
  text: string,
  document: Document.Parsed,
  steps: readonly string[],
  value: unknown,
): string | undefined {
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const holder = nodeAt(document, steps.slice(0, -1));
  if (isMap(holder)) {
    const pair = pairOf(holder, last);
    return pair === undefined ? addPair(text, holder, last, value) : replaceValue(text, pair.key, pair.value, value);
  }
  if (isSeq(holder)) {
    const item = itemOf(holder, last);
    return item === undefined ? undefined : replaceValue(text, undefined, item, value);
  }
  const isMissing = holder === undefined || (isScalar(holder) && holder.value === null);
  return isMissing ? setField(text, document, steps.slice(0, -1), { [last]: value }) : undefined;
}

/** The text as a document; undefined where it does not parse. */
export function parseText(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, {
    version: '1.1',
    customTags: manifestTags,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return document.errors.length === 0 ? document : undefined;
}

/** The node at the end of the steps. What an alias stands for is not followed: it belongs to another field as well. */
export function nodeAt(document: Document.Parsed, steps: readonly string[]): unknown {
  let node: unknown = document.contents;
  for (const step of steps) {
    if (isMap(node)) node = pairOf(node, step)?.value;
    else if (isSeq(node)) node = itemOf(node, step);
    else return isScalar(node) && node.value === null ? undefined : node;
  }
  return node ?? undefined;
}

function pairOf(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) as
    Pair<Node, Node | null> | undefined;
}

function itemOf(list: YAMLSeq, step: string): Node | undefined {
  return list.items[Number(step)] as Node | undefined;
}

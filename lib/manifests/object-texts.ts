import { isMap, type Document, type Node } from 'yaml';
import { parseFieldPath } from '../findings/parse-field-path';
import { nodeAt, parseText } from './edit-yaml';
import { contentEnd, dashOf, isFirstOfLine } from './yaml-splices';

/** The part of a text that one object stands in; itself a text of YAML. */
export interface ObjectText {
  /** Where it begins in the text of the document. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What fields of the object begin with there: an item of a block list takes its dash along. */
  readonly prefix: '' | '[0].';
}

/** The texts of the objects of a document: of a List, each item can be changed and read without the others. */
export class ObjectTexts {
  private readonly text: string;
  private document: Document.Parsed | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * The text of the object at a place.
   *
   * @param prefix `items[2].` within a List, empty for the document itself
   */
  at(prefix: string): ObjectText | undefined {
    if (prefix === '') return this.part(0, this.text.length, '');
    this.document ??= parseText(this.text);
    const node = this.document === undefined ? undefined : nodeAt(this.document, parseFieldPath(prefix));
    return isMap(node) ? this.ofItem(node, node.flow === true) : undefined;
  }

  private ofItem(node: Node, isFlow: boolean): ObjectText | undefined {
    const end = contentEnd(this.text, node);
    if (isFlow) return this.part(node.range?.[0] ?? 0, end, '');
    const dash = dashOf(this.text, node);
    if (!isFirstOfLine(this.text, dash)) return undefined;
    return this.part(this.text.lastIndexOf('\n', dash) + 1, end, '[0].');
  }

  private part(start: number, end: number, prefix: ObjectText['prefix']): ObjectText {
    return { start, end, text: this.text.slice(start, end), prefix };
  }
}

/** The text with other parts in place of some. */
export function withParts(text: string, parts: readonly ObjectText[]): string {
  const fromEnd = [...parts].sort((a, b) => b.start - a.start);
  return fromEnd.reduce((rest, part) => rest.slice(0, part.start) + part.text + rest.slice(part.end), text);
}

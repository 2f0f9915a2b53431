import type { FieldPath } from '../../findings/field-path';
import type { RuleId } from '../catalogue';

/**
 * How the API server decodes one type of value. Null never gets here: it reads as absent everywhere.
 *
 * `accepts` is the way of every sound document and makes nothing; `explain` walks a second time, and only over what was not accepted.
 */
export interface DecodedType {
  accepts(value: unknown, reader: Reader): boolean;
  explain(value: unknown, path: FieldPath | undefined, explainer: Explainer): void;
}

/** The server refuses larger bodies before it reads them (limitedReadBody), and deeper ones while it does (sigs.k8s.io/json). */
export const largestBody = 3 * 1024 * 1024;
export const deepestNesting = 10_000;

/** Typed objects nest in themselves in the schemas of a CustomResourceDefinition alone: this many levels fit our own stack. */
export const deepestTypedNesting = 1000;

/** A text this short costs no more than the object around it is counted for. */
export const shortText = 256;

/** What is left of the limits while a document is read. */
export class Reader {
  /** Of the bytes of the body: what is counted is less than its JSON takes, never more. */
  left = largestBody;
  depth = 0;

  /** Begins a document. */
  rewind(): this {
    this.left = largestBody;
    this.depth = 0;
    return this;
  }

  /** Counts an object or a list in, with its brackets and quotes; `leave` counts it out. */
  enter(): boolean {
    this.left -= 4;
    return ++this.depth <= deepestTypedNesting && this.left > 0;
  }

  leave(): boolean {
    this.depth--;
    return this.left > 0;
  }

  /** Counts a text, a key or another value. */
  take(length: number): boolean {
    this.left -= length + 1;
    return this.left > 0;
  }
}

/** Takes what `explain` has to say. */
export interface Explainer {
  readonly reader: Reader;
  /** Says what is wrong, and lets the reader run dry when enough has been said. */
  say(rule: RuleId & `decode/${string}`, path: FieldPath | undefined, message: string): void;
}

/** What a value is, in words. */
export function describe(value: unknown): string {
  if (value == null) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value)}`;
  if (typeof value === 'object')
    return isPlainObject(value) ? 'an object' : `a ${nameOfClass(value)}, which JSON does not have`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `a ${typeof value}, which JSON does not have`;
}

/** Whether the value would be an object in JSON: not a Date, a Map or the like. */
export function isPlainObject(value: object): boolean {
  return nameOfClass(value) === 'Object';
}

function nameOfClass(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

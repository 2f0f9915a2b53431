import type { FieldPath } from '../../findings/field-path';
import { deepestNesting, isPlainObject, type DecodedType, type Explainer, type Reader } from './type';

interface Level {
  readonly values: readonly unknown[];
  next: number;
}

/** Any JSON: a part of the object that the server keeps as it is. */
class JsonType implements DecodedType {
  /** Walks without recursion, since nothing bounds the depth; the limits of the body end a cycle. */
  accepts(value: unknown, reader: Reader): boolean {
    const levels: Level[] = [{ values: [value], next: 0 }];
    for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
      if (level.next === level.values.length) {
        levels.pop();
        continue;
      }
      const item = level.values[level.next++];
      if (!reader.take(typeof item === 'string' ? item.length : 0)) return false;
      if (typeof item === 'object' && item !== null) {
        const values = partsOf(item, reader);
        if (values === undefined || levels.length + reader.depth > deepestNesting) return false;
        levels.push({ values, next: 0 });
      } else if (!isJsonScalar(item)) {
        return false;
      }
    }
    return true;
  }

  explain(value: unknown, path: FieldPath | undefined, explainer: Explainer): void {
    if (this.accepts(value, explainer.reader)) return;
    explainer.say('decode/type', path, 'holds what JSON does not have, or is nested too deeply');
  }
}

function partsOf(value: object, reader: Reader): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (!isPlainObject(value)) return undefined;
  for (const key in value) reader.take(key.length);
  return Object.values(value) as readonly unknown[];
}

function isJsonScalar(value: unknown): boolean {
  if (value == null || typeof value === 'string' || typeof value === 'boolean') return true;
  return typeof value === 'number' && Number.isFinite(value);
}

export const jsonType = new JsonType();

import type { FieldPath } from '../../findings/field-path';
import { describe, isPlainObject, type DecodedType, type Explainer, type Reader } from './type';

/** A list whose items have one type; a null item is an empty one. A list with holes, which JSON does not have, is refused. */
export class ListType implements DecodedType {
  private readonly item: DecodedType;

  constructor(item: DecodedType) {
    this.item = item;
  }

  accepts(value: unknown, reader: Reader): boolean {
    if (!Array.isArray(value) || !reader.enter()) return false;
    const items: readonly unknown[] = value;
    for (const item of items) {
      if (!reader.take(0)) return false;
      if (item !== null && !this.item.accepts(item, reader)) return false;
    }
    return reader.leave();
  }

  explain(value: unknown, path: FieldPath, explainer: Explainer): void {
    if (!Array.isArray(value)) {
      explainer.say('decode/type', path, `must be a list, not ${describe(value)}`);
      return;
    }
    if (!explainer.reader.enter()) return;
    for (const [position, item] of (value as readonly unknown[]).entries()) {
      if (item !== null) this.item.explain(item, path.index(position), explainer);
      if (!explainer.reader.take(0)) break;
    }
    explainer.reader.leave();
  }
}

/** An object whose keys are free and whose values have one type. */
export class MapType implements DecodedType {
  private readonly item: DecodedType;

  constructor(item: DecodedType) {
    this.item = item;
  }

  accepts(value: unknown, reader: Reader): boolean {
    if (typeof value !== 'object' || Array.isArray(value) || !reader.enter()) return false;
    const map = value as Readonly<Record<string, unknown>>;
    let isEmpty = true;
    for (const key in map) {
      isEmpty = false;
      const item = map[key];
      if (!reader.take(key.length)) return false;
      if (item != null && !this.item.accepts(item, reader)) return false;
    }
    return (!isEmpty || isPlainObject(map)) && reader.leave();
  }

  explain(value: unknown, path: FieldPath, explainer: Explainer): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlainObject(value)) {
      explainer.say('decode/type', path, `must be an object, not ${describe(value)}`);
      return;
    }
    if (!explainer.reader.enter()) return;
    const map = value as Readonly<Record<string, unknown>>;
    for (const key in map) {
      const item = map[key];
      if (item != null) this.item.explain(item, path.key(key), explainer);
      if (!explainer.reader.take(key.length)) break;
    }
    explainer.reader.leave();
  }
}

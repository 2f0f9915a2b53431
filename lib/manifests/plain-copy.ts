/** Says that a value is more than data: a token that has yet to be resolved, or nothing that a manifest can hold. */
export const notPlain = Symbol('not plain');

/** How plain data is copied. */
export interface PlainCopyOptions {
  /** Whether lists and objects without anything in them are left out. @default false */
  readonly dropEmpty?: boolean;
}

/**
 * A copy of data as cdk8s makes it for a manifest: keys in the order of their code units, without what is null or undefined (in a list, such a value
 * is undefined).
 *
 * @returns `notPlain` where there is anything in it but strings, numbers, booleans, lists and plain objects; undefined for nothing
 * @throws RangeError where data holds itself
 */
export function copyPlain(value: unknown, { dropEmpty = false }: PlainCopyOptions = {}): unknown {
  return copyValue(value, dropEmpty);
}

function copyValue(value: unknown, dropEmpty: boolean): unknown {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      if (value === null) return undefined;
      return Array.isArray(value) ? copyList(value, dropEmpty) : copyObject(value, dropEmpty);
    default:
      return notPlain;
  }
}

function copyList(list: readonly unknown[], dropEmpty: boolean): unknown {
  // cdk8s would ask a list for `resolve` and `value`, too.
  if (Object.getPrototypeOf(list) !== Array.prototype || 'resolve' in list || 'value' in list) return notPlain;
  if (dropEmpty && list.length === 0) return undefined;
  const copies = [];
  for (const entry of list) {
    const copy = copyValue(entry, dropEmpty);
    if (copy === notPlain) return notPlain;
    copies.push(copy);
  }
  return copies;
}

function copyObject(object: object, dropEmpty: boolean): unknown {
  if (object.constructor !== Object || Object.getPrototypeOf(object) !== Object.prototype) return notPlain;
  const copies: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key of sortedKeys(object)) {
    const copy = copyValue((object as Readonly<Record<string, unknown>>)[key], dropEmpty);
    if (copy === notPlain || key === '__proto__') return notPlain;
    if (copy === undefined) continue;
    copies[key] = copy;
    isEmpty = false;
  }
  return dropEmpty && isEmpty ? undefined : copies;
}

/** Most are short, and sorted already. */
function sortedKeys(object: object): string[] {
  const keys = Object.keys(object);
  for (let at = 1; at < keys.length; at++) {
    if ((keys[at - 1] as string) > (keys[at] as string)) return keys.sort();
  }
  return keys;
}

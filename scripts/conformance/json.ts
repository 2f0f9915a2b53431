/** An object of JSON. */
export type Json = Record<string, unknown>;

/** A place in a manifest: names of fields and positions in lists. */
export type Place = readonly (string | number)[];

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a place; undefined where the way to it ends. */
export function valueAt(root: unknown, place: Place): unknown {
  let here = root;
  for (const step of place) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Json)[step];
  }
  return here;
}

/** Removes the value at a place, closing the gap in a list. */
export function removeAt(root: unknown, place: Place): void {
  const parent = valueAt(root, place.slice(0, -1));
  const last = place.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1);
  else if (isObject(parent) && last !== undefined) Reflect.deleteProperty(parent, String(last));
}

/** Puts a value at a place whose parent is there. */
export function putAt(root: unknown, place: Place, value: unknown): void {
  const parent = valueAt(root, place.slice(0, -1));
  const last = place.at(-1);
  if (typeof parent === 'object' && parent !== null && last !== undefined) (parent as Json)[last] = value;
}

/**
 * Reads values of which nothing is known yet: the manifests judged here need not have been validated before.
 * What has the wrong type reads as absent.
 */

/** The value at a field of an object, also through several levels; undefined where anything on the way is absent or null. */
export function valueAt(value: unknown, ...names: readonly string[]): unknown {
  let here = value;
  for (const name of names) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[name] ?? undefined;
  }
  return here;
}

/** The items of a list; none where the value is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The text, or an empty one as Go reads an absent string. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whether the value is an object with fields, and no list. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object; none where the value is no object. */
export function fieldsOf(value: unknown): readonly string[] {
  return isFields(value) ? Object.keys(value) : [];
}

/** The number, an integer or not, or undefined. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

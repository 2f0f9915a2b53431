import type { StructuralSchema } from './definition';

/**
 * The value as the API server has it after defaulting: defaults filled in, and null taken away where the schema does not allow it.
 * The value given is not changed (defaulting.Default, defaulting.PruneNonNullableNullsWithoutDefaults).
 */
export function withDefaults(value: unknown, schema: StructuralSchema): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? value : value.map((item) => withDefaults(item, items));
  }
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, additionalProperties } = schema;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const own = known ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    if (own === undefined) define(result, name, member);
    else if (member !== null || own.nullable === true) define(result, name, withDefaults(member, own));
  }
  for (const [name, own] of Object.entries(properties)) {
    if (own.default !== undefined && !Object.hasOwn(result, name)) define(result, name, withDefaults(own.default, own));
  }
  return result;
}

/** Not by assignment: a field may be named `__proto__`. */
function define(object: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}

import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import type { StructuralSchema } from './definition';

/** Reports entries of sets and maps that stand there twice (listtype.ValidateListSetsAndMaps). */
export function validateListTypes(
  value: unknown,
  schema: StructuralSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (Array.isArray(value)) validateList(value as readonly unknown[], schema, path, errors);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const known =
        schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
      if (known !== undefined) validateListTypes(member, known, path.child(name), errors);
      else if (typeof schema.additionalProperties === 'object') {
        validateListTypes(member, schema.additionalProperties, path.key(name), errors);
      }
    }
  }
}

function validateList(list: readonly unknown[], schema: StructuralSchema, path: FieldPath, errors: FieldErrors): void {
  const type = schema['x-kubernetes-list-type'];
  if (type === 'set') refuseRepeated(list, path, errors);
  if (type === 'map') validateMap(list, schema['x-kubernetes-list-map-keys'] ?? [], path, errors);
  const { items } = schema;
  if (items === undefined) return;
  for (const [i, item] of list.entries()) validateListTypes(item, items, path.index(i), errors);
}

function validateMap(list: readonly unknown[], keys: readonly string[], path: FieldPath, errors: FieldErrors): void {
  const odd = list.findIndex((item) => item !== null && (typeof item !== 'object' || Array.isArray(item)));
  if (odd >= 0) {
    errors.invalid('custom/schema', path.index(odd), list[odd], 'must be an object: the list is a map');
    return;
  }
  const entries = list.map((item) => {
    const fields = (item ?? {}) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(keys.filter((key) => Object.hasOwn(fields, key)).map((key) => [key, fields[key]]));
  });
  refuseRepeated(entries, path, errors);
}

/** The second of equal entries is reported, and no later one. */
function refuseRepeated(entries: readonly unknown[], path: FieldPath, errors: FieldErrors): void {
  const seen = new Map<string, number>();
  for (const [i, entry] of entries.entries()) {
    const text = JSON.stringify(entry);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    if (times === 2) errors.duplicate('custom/list-type', path.index(i), entry);
  }
}

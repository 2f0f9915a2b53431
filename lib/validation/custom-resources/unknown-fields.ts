import { nearest } from '../../kubernetes/wording';
import type { FieldPath } from '../../findings/field-path';
import { FieldPath as Path } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import type { StructuralSchema } from './definition';

/** What every object has beside what its schema says. */
const envelope = new Set(['apiVersion', 'kind', 'metadata']);

/** Reports the fields that the schema does not know (pruning.PruneWithOptions under strict decoding). */
export function refuseUnknownFields(value: unknown, schema: StructuralSchema, errors: FieldErrors): void {
  visit(value, schema, undefined, true, errors);
}

function visit(
  value: unknown,
  schema: StructuralSchema,
  path: FieldPath | undefined,
  isResource: boolean,
  errors: FieldErrors,
): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined || path === undefined) return;
    for (const [i, item] of (value as readonly unknown[]).entries()) {
      visit(item, items, path.index(i), items['x-kubernetes-embedded-resource'] === true, errors);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { properties = {}, additionalProperties } = schema;
  for (const [name, member] of Object.entries(value)) {
    if (isResource && envelope.has(name)) continue;
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const at = path === undefined ? Path.of(name) : path.child(name);
    if (known !== undefined) visit(member, known, at, known['x-kubernetes-embedded-resource'] === true, errors);
    else if (typeof additionalProperties === 'object') {
      visit(member, additionalProperties, path?.key(name) ?? at, false, errors);
    } else if (!keepsUnknown(schema)) refuse(name, Object.keys(properties), at, errors);
  }
}

function keepsUnknown({ additionalProperties, ...schema }: StructuralSchema): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true || additionalProperties === true;
}

function refuse(name: string, known: readonly string[], at: FieldPath, errors: FieldErrors): void {
  const meant = nearest(name, known);
  errors.decode(
    'decode/unknown-field',
    at,
    meant === undefined ? 'unknown field' : `unknown field: was '${meant}' meant?`,
  );
}

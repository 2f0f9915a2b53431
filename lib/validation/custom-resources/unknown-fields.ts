import { nearest } from '../../kubernetes/wording';
import type { FieldPath } from '../../findings/field-path';
import { FieldPath as Path } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import type { StructuralSchema } from './definition';

/** What every object has beside what its schema says. */
const envelope = new Set(['apiVersion', 'kind', 'metadata']);

/** Reports the fields that the schema does not know (pruning.PruneWithOptions under strict decoding). */
export function refuseUnknownFields(value: unknown, schema: StructuralSchema, errors: FieldErrors): void {
  visit(value, schema, undefined, { isResource: true, isKept: false }, errors);
}

/** What is said of a value from outside of its schema. */
interface Place {
  readonly isResource: boolean;
  /** A list around it keeps what it does not know, which holds for its items and for no deeper field (skipPrune). */
  readonly isKept: boolean;
}

const elsewhere: Place = { isResource: false, isKept: false };

function visit(
  value: unknown,
  schema: StructuralSchema,
  path: FieldPath | undefined,
  { isResource, isKept }: Place,
  errors: FieldErrors,
): void {
  const keeps = isKept || keepsUnknown(schema);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined || path === undefined) return;
    for (const [i, item] of (value as readonly unknown[]).entries())
      visit(item, items, path.index(i), { ...placeOf(items), isKept: keeps }, errors);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { properties = {}, additionalProperties } = schema;
  for (const [name, member] of Object.entries(value)) {
    if (isResource && envelope.has(name)) continue;
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const at = path === undefined ? Path.of(name) : path.child(name);
    if (known !== undefined) visit(member, known, at, placeOf(known), errors);
    else if (typeof additionalProperties === 'object') {
      visit(member, additionalProperties, path?.key(name) ?? at, elsewhere, errors);
    } else if (!keeps) refuse(name, Object.keys(properties), at, errors);
  }
}

function placeOf(schema: StructuralSchema): Place {
  return { isResource: schema['x-kubernetes-embedded-resource'] === true, isKept: false };
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

import { FieldPath } from '../../findings/field-path';
import type { ObjectMeta } from '../../kubernetes/api';
import { dns1123SubdomainProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { effectiveName, validateObjectMeta } from '../metadata';
import { decode } from '../schema/decode';
import { jsonType } from '../schema/json';
import { hasCelRules, validateCelRules } from './cel-rules';
import { withDefaults } from './defaults';
import type { CustomKind, StructuralSchema } from './definition';
import { decodeEmbedded, decodeMetadata, validateEmbedded } from './embedded-resources';
import { validateListTypes } from './list-types';
import { validateStructure } from './structural-rules';
import { refuseUnknownFields } from './unknown-fields';

const metadataPath = FieldPath.of('metadata');

/** validation.ValidateObjectMetaAccessor of the customResourceValidator; the generation is set before it looks. */
const metadataForm = {
  nameProblems: dns1123SubdomainProblems,
  generationResetSince: 0,
  finalizersNeedNoDomain: true,
} as const;

/** Errors that keep the server from asking its rules (hasBlockingErr). */
const blocking = new Set([
  'FieldValueRequired',
  'FieldValueNotSupported',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
]);

/** What the API server would answer to creating an object of a custom kind (customResourceStrategy.Validate). */
export function validateCustomObject(
  manifest: object,
  kind: CustomKind,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const { schema } = kind;
  if (!decodes(manifest, schema, context, errors)) return;
  const { metadata } = manifest as { readonly metadata?: ObjectMeta | null };
  validateObjectMeta(metadata, metadataPath, { ...metadataForm, namespaced: kind.namespaced }, context, errors);
  const value = prepared(withDefaults(manifest, schema) as object, metadata ?? {}, kind);
  validateStructure(value, schema, context.minor, errors);
  validateEmbedded(value, schema, context, errors);
  for (const [name, own] of Object.entries(schema.properties ?? {})) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== undefined) validateListTypes(member, own, FieldPath.of(name), errors);
  }
  if (!hasCelRules(schema)) return;
  if (errors.found.some(({ type }) => blocking.has(type))) {
    const detail =
      'the rules of the definition were not asked, since the object is not sound: mend the other errors first';
    errors.invalid('custom/rule', FieldPath.of('<nil>'), null, detail);
  } else validateCelRules(value, schema, undefined, errors);
}

/**
 * The object as its rules see it: it has metadata and a name by then, and no status where that is a resource of its own
 * (rest.BeforeCreate, customResourceStrategy.PrepareForCreate).
 */
function prepared(value: object, metadata: ObjectMeta, { hasStatus }: CustomKind): object {
  const name = effectiveName(metadata);
  const { status, ...rest } = value as { readonly status?: unknown };
  return {
    ...rest,
    ...(hasStatus || status === undefined ? {} : { status }),
    metadata: name === '' ? metadata : { ...metadata, name },
  };
}

/** Strict decoding: the whole is JSON, the metadata is that of every object, and the rest is known to the schema. */
function decodes(
  manifest: object,
  schema: StructuralSchema,
  { minor }: ValidationContext,
  errors: FieldErrors,
): boolean {
  if (!decode(manifest, jsonType, errors)) return false;
  const { metadata } = manifest as { readonly metadata?: unknown };
  decodeMetadata(metadata, metadataPath, minor, errors);
  decodeEmbedded(manifest, schema, minor, errors);
  refuseUnknownFields(manifest, schema, errors);
  return errors.found.length === 0;
}

import { FieldPath } from '../../findings/field-path';
import type { ObjectMeta } from '../../kubernetes/api';
import { dns1035LabelProblems, pathSegmentNameProblems, pathSegmentPrefixProblems } from '../../kubernetes/names';
import type { KubernetesMinor } from '../../kubernetes/versions';
import type { ValidationContext } from '../context';
import { FieldErrors } from '../field-errors';
import { releaseOf } from '../known-kinds';
import { validateObjectMeta } from '../metadata';
import { decode } from '../schema/decode';
import { describe } from '../schema/type';
import type { StructuralSchema } from './definition';

/** An object within a custom object (`x-kubernetes-embedded-resource`), and where it stands. */
interface EmbeddedResource {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
}

/** Whoever embeds an object decides what it may be called, so that its name is only held to what any path takes. */
const embeddedForm = {
  namespaced: true,
  nameProblems: pathSegmentNameProblems,
  prefixProblems: pathSegmentPrefixProblems,
  finalizersNeedNoDomain: true,
} as const;

/** Strict decoding of what every object has, in the objects within a custom object (objectmeta.CoerceWithOptions of apiextensions). */
export function decodeEmbedded(
  manifest: object,
  schema: StructuralSchema,
  minor: KubernetesMinor,
  errors: FieldErrors,
): void {
  for (const { resource, path } of embeddedIn(manifest, schema, undefined)) {
    for (const name of ['apiVersion', 'kind']) {
      const value = resource[name];
      if (value === undefined || typeof value === 'string') continue;
      errors.decode('decode/type', path.child(name), `must be a string, not ${describe(value)}`);
    }
    decodeMetadata(resource['metadata'], path.child('metadata'), minor, errors);
  }
}

/** The metadata of every object, at its place. */
export function decodeMetadata(metadata: unknown, path: FieldPath, minor: KubernetesMinor, errors: FieldErrors): void {
  if (metadata === undefined || metadata === null) return;
  const ofMetadata = new FieldErrors();
  decode(metadata, releaseOf(minor).metadata(), ofMetadata);
  for (const error of ofMetadata.found) {
    const within = error.field === '' ? '' : `.${error.field}`;
    errors.found.push({ ...error, field: `${path.toString()}${within}` });
  }
}

/** objectmeta.Validate of apiextensions: an object within a custom object says what it is, and its metadata is sound. */
export function validateEmbedded(
  value: object,
  schema: StructuralSchema,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  for (const { resource, path } of embeddedIn(value, schema, undefined)) {
    validateApiVersion(resource['apiVersion'], path.child('apiVersion'), errors);
    validateKind(resource['kind'], path.child('kind'), errors);
    const metadata = resource['metadata'] as ObjectMeta | null | undefined;
    if (metadata === undefined) continue;
    // An object within another needs no name; the server fills in one as well.
    const named = { ...metadata, name: metadata?.name ? metadata.name : 'fakename' };
    validateObjectMeta(named, path.child('metadata'), embeddedForm, context, errors);
  }
}

function validateApiVersion(apiVersion: unknown, path: FieldPath, errors: FieldErrors): void {
  if (typeof apiVersion !== 'string') errors.required('custom/schema', path, '');
  else if (apiVersion === '') errors.invalid('custom/schema', path, apiVersion, 'must not be empty');
  // schema.ParseGroupVersion asks for no more than that.
  else if (apiVersion.split('/').length > 2)
    errors.invalid('custom/schema', path, apiVersion, "must be a version, or a group, '/' and a version");
}

function validateKind(kind: unknown, path: FieldPath, errors: FieldErrors): void {
  if (typeof kind !== 'string') errors.required('custom/schema', path, '');
  else if (kind === '') errors.invalid('custom/schema', path, kind, 'must not be empty');
  else {
    const problems = dns1035LabelProblems(kind.toLowerCase());
    if (problems.length > 0) errors.invalid('custom/schema', path, kind, `in lower case: ${problems.join(', and ')}`);
  }
}

function* embeddedIn(
  value: unknown,
  schema: StructuralSchema,
  path: FieldPath | undefined,
): Iterable<EmbeddedResource> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined || path === undefined) return;
    for (const [i, item] of (value as readonly unknown[]).entries()) yield* embeddedIn(item, items, path.index(i));
    return;
  }
  const members = value as Readonly<Record<string, unknown>>;
  if (path !== undefined && schema['x-kubernetes-embedded-resource'] === true) yield { resource: members, path };
  const { properties = {}, additionalProperties } = schema;
  for (const [name, member] of Object.entries(members)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known !== undefined) yield* embeddedIn(member, known, path?.child(name) ?? FieldPath.of(name));
    else if (typeof additionalProperties === 'object')
      yield* embeddedIn(member, additionalProperties, path?.key(name) ?? FieldPath.of(name));
  }
}

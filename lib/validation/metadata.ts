import type { FieldPath } from '../findings/field-path';
import type { ManagedFieldsEntry, ObjectMeta } from '../kubernetes/api';
import type { Problems } from '../kubernetes/names';
import { dns1123LabelProblems, isLongerThan, qualifiedNameProblems } from '../kubernetes/names';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';
import { validateAnnotations, validateLabels } from './labels';
import { validateOwnerReferences } from './owner-references';

export const metadataRules = {
  'metadata/name': 'The name is there and has the form that its kind asks for.',
  'metadata/namespace': 'The namespace has the form of a DNS label.',
  'metadata/generation': 'The generation is not negative.',
  'metadata/finalizer': 'A finalizer is a qualified name, with a domain unless it is one of the standard ones.',
  'metadata/managed-fields': 'A field manager has a short printable name.',
} as const;

/** The form of the names of a kind: what is wrong with one, for the server that is asked. */
export type NameProblems = (name: string, context: ValidationContext) => Problems;

/** What the metadata of a kind must be like. */
export interface MetadataForm {
  readonly namespaced: boolean;
  readonly nameProblems: NameProblems;
  /** The form of `generateName`. @default that of a name, where a dash may come last */
  readonly prefixProblems?: NameProblems;
  /** The release since which the server sets `generation` itself before it looks. */
  readonly generationResetSince?: number;
  /** The label that the server makes of the name, in place of one that is written. */
  readonly nameLabel?: string;
  /** The server makes a name where there is none. */
  readonly nameIsOptional?: boolean;
  /** Finalizers without a domain are fine: the kind is validated by the generic ValidateObjectMeta. */
  readonly finalizersNeedNoDomain?: boolean;
  /** `generateName` itself is not looked at, only the name made of it (ValidateObjectMetaWithOpts). */
  readonly generateNameIsFree?: boolean;
}

const longestGenerated = 58;
/** The finalizers that Kubernetes itself knows. */
export const standardFinalizers: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion'];

/**
 * ValidateObjectMeta of an object that is about to be created. The namespace of a cluster-scoped object is cleared by the server, an absent one
 * of a namespaced object is filled from the request: neither is an error.
 */
export function validateObjectMeta(
  metadata: ObjectMeta | null | undefined,
  path: FieldPath,
  form: MetadataForm,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const meta = metadata ?? {};
  validateName(meta, path, form, context, errors);
  if (form.namespaced && meta.namespace != null && meta.namespace !== '') {
    const problems = dns1123LabelProblems(meta.namespace);
    if (problems.length > 0) {
      errors.invalidForEach('metadata/namespace', path.child('namespace'), meta.namespace, problems);
    }
  }
  if ((meta.generation ?? 0) < 0 && context.minor < (form.generationResetSince ?? Infinity)) {
    errors.invalid('metadata/generation', path.child('generation'), meta.generation, 'must not be negative');
  }
  const labels =
    form.nameLabel === undefined || !meta.name ? meta.labels : { ...meta.labels, [form.nameLabel]: meta.name };
  if (labels != null) validateLabels(labels, path.child('labels'), errors);
  if (meta.annotations != null) validateAnnotations(meta.annotations, path.child('annotations'), errors);
  if (meta.ownerReferences != null) {
    validateOwnerReferences(meta.ownerReferences, path.child('ownerReferences'), context, errors);
  }
  if (meta.finalizers != null) validateFinalizers(meta.finalizers, path.child('finalizers'), form, errors);
  if (meta.managedFields != null) validateManagedFields(meta.managedFields, path.child('managedFields'), errors);
}

/** The name that the object will have, made of `generateName` where there is no other; the random ending is stood for by letters. */
export function effectiveName(meta: ObjectMeta): string {
  if (meta.name != null && meta.name !== '') return meta.name;
  const { generateName } = meta;
  // SimpleNameGenerator.GenerateName
  return generateName == null || generateName === '' ? '' : `${generateName.slice(0, longestGenerated)}bcdfg`;
}

function validateName(
  meta: ObjectMeta,
  path: FieldPath,
  form: MetadataForm,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const { generateName } = meta;
  if (generateName != null && generateName !== '' && form.generateNameIsFree !== true) {
    const problems = prefixProblems(generateName, form, context);
    errors.invalidForEach('metadata/name', path.child('generateName'), generateName, problems);
  }
  const name = effectiveName(meta);
  if (name === '') {
    if (form.nameIsOptional === true) return;
    errors.required('metadata/name', path.child('name'), 'name or generateName is needed');
    return;
  }
  const problems = form.nameProblems(name, context);
  if (problems.length > 0) errors.invalidForEach('metadata/name', path.child('name'), name, problems);
}

function prefixProblems(prefix: string, form: MetadataForm, context: ValidationContext): Problems {
  if (form.prefixProblems !== undefined) return form.prefixProblems(prefix, context);
  // maskTrailingDash: takes the character before the dash away as well
  const masked = prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
  return form.nameProblems(masked, context);
}

/** ValidateFinalizers of the generic part, and validateKubeFinalizerName of the core part. */
function validateFinalizers(
  finalizers: NonNullable<ObjectMeta['finalizers']>,
  path: FieldPath,
  form: MetadataForm,
  errors: FieldErrors,
): void {
  for (const [position, entry] of finalizers.entries()) {
    const finalizer = entry ?? '';
    errors.invalidForEach('metadata/finalizer', path, finalizer, qualifiedNameProblems(finalizer));
    if (form.finalizersNeedNoDomain !== true && !finalizer.includes('/') && !standardFinalizers.includes(finalizer)) {
      const detail = `must be one of ${standardFinalizers.join(', ')}, or hold a domain, such as 'example.com/cleanup'`;
      errors.invalid('metadata/finalizer', path.index(position), finalizer, detail);
    }
  }
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    errors.invalid('metadata/finalizer', path, finalizers, 'orphan and foregroundDeletion exclude each other');
  }
}

/**
 * ValidateManagedFields, of what is left after the field manager has read the entries: it drops them all where one does not decode, so that
 * only the manager and the subresource can still be wrong.
 */
function validateManagedFields(
  entries: NonNullable<ObjectMeta['managedFields']>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!entries.every((entry) => entry != null && isDecodable(entry))) return;
  for (const [position, entry] of entries.entries()) {
    if (entry == null || !ownsFields(entry)) continue;
    const manager = entry.manager ?? '';
    const at = path.index(position);
    if (isLongerThan(manager, 128)) errors.tooLong('metadata/managed-fields', at.child('manager'), 128);
    if (/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(manager)) {
      errors.invalid('metadata/managed-fields', at.child('manager'), manager, 'must consist of printable characters');
    }
    if (isLongerThan(entry.subresource ?? '', 256)) {
      errors.tooLong('metadata/managed-fields', at.child('subresource'), 256);
    }
  }
}

/** DecodeManagedFields. An entry that owns nothing is dropped as well, without harm to the others. */
function isDecodable({ operation, apiVersion, fieldsType, fieldsV1 }: ManagedFieldsEntry): boolean {
  if (operation !== 'Apply' && operation !== 'Update') return false;
  return (apiVersion ?? '') !== '' && fieldsType === 'FieldsV1' && Object.keys(fieldsV1 ?? {}).every(isPathElement);
}

/** fieldpath.DeserializePathElement: a field, a key, a value or a position of structured-merge-diff. */
function isPathElement(key: string): boolean {
  return key === '.' || /^(?:f:|k:\{|v:.|i:-?\d+$)/.test(key);
}

function ownsFields({ fieldsV1 }: ManagedFieldsEntry): boolean {
  return Object.keys(fieldsV1 ?? {}).some((key) => key !== '.');
}

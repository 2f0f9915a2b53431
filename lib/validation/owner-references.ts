import type { FieldPath } from '../findings/field-path';
import type { ObjectMeta, OwnerReference } from '../kubernetes/api';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';

export const ownerReferenceRules = {
  'metadata/owner-reference':
    'An owner reference names apiVersion, kind, name and uid of an object that may own others.',
  'metadata/controller': 'At most one owner reference is the controller.',
} as const;

/** ValidateOwnerReferences, after the server has dropped exact duplicates. */
export function validateOwnerReferences(
  references: NonNullable<ObjectMeta['ownerReferences']>,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const seen = new Set<string>();
  let controllers = 0;
  for (const entry of references) {
    const reference = entry ?? {};
    const identity = identityOf(reference);
    if (seen.has(identity)) continue;
    // 1.37 reports at the entry, the releases before at the list; positions are those after the duplicates are gone
    validateOwnerReference(reference, context.minor >= 37 ? path.index(seen.size) : path, context, errors);
    seen.add(identity);
    if (reference.controller === true && ++controllers > 1) {
      errors.invalid('metadata/controller', path, references, 'at most one reference may be the controller');
    }
  }
}

function identityOf({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: OwnerReference): string {
  return JSON.stringify([apiVersion ?? '', kind ?? '', name ?? '', uid ?? '', controller, blockOwnerDeletion]);
}

/** validateOwnerReference */
function validateOwnerReference(
  reference: OwnerReference,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const rule = 'metadata/owner-reference';
  const apiVersion = reference.apiVersion ?? '';
  const version = versionOf(apiVersion);
  if (version === '' && (apiVersion !== '' || context.minor < 37)) {
    errors.invalid(rule, path.child('apiVersion'), apiVersion, "must be '<group>/<version>' or '<version>'");
  } else if (version === '') {
    errors.required(rule, path.child('apiVersion'), '');
  }
  for (const field of ['kind', 'name', 'uid'] as const) {
    const value = reference[field];
    if (value != null && value !== '') continue;
    if (context.minor >= 37) errors.required(rule, path.child(field), '');
    else errors.invalid(rule, path.child(field), '', 'must not be empty');
  }
  if (reference.kind === 'Event' && (apiVersion === 'v1' || apiVersion === '/v1')) {
    errors.invalid(rule, path, reference, 'an Event may not own other objects');
  }
}

/** schema.ParseGroupVersion: empty where there is no version. */
function versionOf(apiVersion: string): string {
  const parts = apiVersion.split('/');
  if (parts.length > 2) return '';
  return parts.length === 2 ? (parts[1] ?? '') : apiVersion;
}

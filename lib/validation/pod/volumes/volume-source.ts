import type { FieldPath } from '../../../findings/field-path';
import type { Volume } from '../../../kubernetes/api';
import type { ValidationContext } from '../../context';
import type { FieldErrors } from '../../field-errors';

/** The fields of a volume that say what it mounts. */
export type VolumeField = Exclude<keyof Volume, 'name'>;

/** What the validators of volume sources are told of the pod. */
export interface VolumeScope {
  readonly kind: 'pod' | 'template';
  readonly context: ValidationContext;
  /** The name that a Pod will have; a template has none. */
  readonly podName: string;
}

/** One kind of volume. */
export interface VolumeSource {
  readonly field: VolumeField;
  /** `path` is that of the source. */
  validate(volume: Volume, path: FieldPath, scope: VolumeScope, errors: FieldErrors): void;
}

/** A kind of volume whose fields `members` must be there, and of which nothing else is asked. */
export function needing<Field extends VolumeField>(
  field: Field,
  ...members: (keyof NonNullable<Volume[Field]> & string)[]
): VolumeSource {
  return {
    field,
    validate: (volume, path, _scope, errors) => {
      requireMembers(volume[field], members, path, errors);
    },
  };
}

/** Each of `members` of the source must be there and not empty. */
export function requireMembers<Source extends object>(
  source: Source | null | undefined,
  members: readonly (keyof Source & string)[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const member of members) {
    const value = source?.[member];
    if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) {
      errors.required('volume/source', path.child(member), '');
    }
  }
}

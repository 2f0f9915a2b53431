import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';

/** ValidateNonnegativeField, of each of `fields` that is set. */
export function validateCounts<Spec>(
  spec: Spec,
  fields: readonly (keyof Spec & string)[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const field of fields) {
    const count = spec[field];
    if (typeof count === 'number' && count < 0) {
      errors.invalid('workload/count', path.child(field), count, 'must not be negative');
    }
  }
}

import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';

/** The weight of a preference, of nodes or of other pods. */
export function validateWeight(weight: number | null | undefined, path: FieldPath, errors: FieldErrors): void {
  const value = weight ?? 0;
  if (value <= 0 || value > 100) {
    errors.invalid('pod/affinity-weight', path.child('weight'), value, 'must lie between 1 and 100');
  }
}

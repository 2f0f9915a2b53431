import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';

export const userIdRules = {
  'security-context/id': 'The number of a user or group is between 0 and 2147483647.',
} as const;

/** What is asked of the number of a user or group, in words. */
export const idRange = 'must be between 0 and 2147483647';

/** IsValidUserID, IsValidGroupID */
export function isId(id: number): boolean {
  return id >= 0 && id <= 2147483647;
}

/** Reports a number that is no user or group. */
export function validateId(id: number | null | undefined, path: FieldPath, field: string, errors: FieldErrors): void {
  if (id === null || id === undefined || isId(id)) return;
  errors.invalid('security-context/id', path.child(field), id, idRange);
}

import { FieldPath } from '../findings/field-path';
import type { Lease } from '../kubernetes/api';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';

export const leaseRules = {
  'lease/duration': 'A Lease lasts for more than 0 seconds.',
  'lease/transitions': 'The number of transitions of a Lease is not negative.',
} as const;

const specPath = FieldPath.of('spec');

/** ValidateLease; `strategy` and `preferredHolder` are dropped unread, the gate CoordinatedLeaderElection is off everywhere. */
export function validateLease(object: Lease, _context: ValidationContext, errors: FieldErrors): void {
  const { leaseDurationSeconds: duration, leaseTransitions: transitions } = object.spec ?? {};
  if (duration != null && duration <= 0) {
    errors.invalid('lease/duration', specPath.child('leaseDurationSeconds'), duration, 'must be greater than 0');
  }
  if (transitions != null && transitions < 0) {
    errors.invalid('lease/transitions', specPath.child('leaseTransitions'), transitions, 'must not be negative');
  }
}

import type { FieldPath } from '../../findings/field-path';
import { percentProblems } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';

const rule = 'workload/rolling-update';

/** ValidatePositiveIntOrPercent */
export function validateIntOrPercent(value: string | number, path: FieldPath, errors: FieldErrors): void {
  if (typeof value === 'string') {
    for (const problem of percentProblems(value)) errors.invalid(rule, path, value, problem);
  } else if (value < 0) {
    errors.invalid(rule, path, value, 'must not be negative');
  }
}

/** IsNotMoreThan100Percent */
export function validateAtMostAll(value: string | number, path: FieldPath, errors: FieldErrors): void {
  if (typeof value === 'string' && percentProblems(value).length === 0 && Number.parseInt(value, 10) > 100) {
    errors.invalid(rule, path, value, 'must not be more than 100%');
  }
}

/** getIntOrPercentValue, as far as whether it is zero: a text that is neither number nor percentage counts as zero. */
export function isZero(value: string | number): boolean {
  if (typeof value === 'number') return value === 0;
  return !/^(?:\d+%|[+-]?\d+)$/.test(value) || Number.parseInt(value, 10) === 0;
}

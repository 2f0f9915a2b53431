import type { FieldPath } from '../../findings/field-path';
import type { JobSpec } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';

const mostPods = 100_000;
const mostFailedIndexes = 100_000;
const manyCompletions = 100_000;
const mostPodsOfMany = 10_000;
const mostFailedIndexesOfMany = 10_000;

/** The part of validateJobSpec on the completion mode. */
export function validateIndexedJob(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  const rule = 'job/backoff-limit-per-index';
  if (spec.maxFailedIndexes != null && spec.backoffLimitPerIndex == null) {
    errors.required(rule, path.child('backoffLimitPerIndex'), 'is needed with maxFailedIndexes');
  }
  if (spec.completionMode === 'Indexed') {
    validateIndexed(spec, path, errors);
    return;
  }
  if (spec.completionMode != null && spec.completionMode !== 'NonIndexed') return;
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    if (spec[field] == null) continue;
    errors.invalid(rule, path.child(field), spec[field], "needs completionMode 'Indexed'");
  }
}

function validateIndexed(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  const { completions, maxFailedIndexes } = spec;
  if (completions == null) {
    errors.required('job/completion-mode', path.child('completions'), "is needed with completionMode 'Indexed'");
  }
  validateMost(spec.parallelism, mostPods, 'parallelism', path, errors);
  if (completions != null) validateMost(maxFailedIndexes, completions, 'maxFailedIndexes', path, errors);
  validateMost(maxFailedIndexes, mostFailedIndexes, 'maxFailedIndexes', path, errors);
  if (completions == null || completions <= manyCompletions || spec.backoffLimitPerIndex == null) return;
  if (maxFailedIndexes == null) {
    const detail = `is needed with more than ${manyCompletions} completions`;
    errors.required('job/backoff-limit-per-index', path.child('maxFailedIndexes'), detail);
  }
  validateMost(spec.parallelism, mostPodsOfMany, 'parallelism', path, errors);
  validateMost(maxFailedIndexes, mostFailedIndexesOfMany, 'maxFailedIndexes', path, errors);
}

function validateMost(
  value: number | null | undefined,
  most: number,
  field: 'parallelism' | 'maxFailedIndexes',
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (value == null || value <= most) return;
  const rule = field === 'parallelism' ? 'job/parallelism' : 'job/backoff-limit-per-index';
  errors.invalid(rule, path.child(field), value, `must be at most ${most} here`);
}

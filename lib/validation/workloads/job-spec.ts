import type { FieldPath } from '../../findings/field-path';
import type { JobSpec } from '../../kubernetes/api';
import { domainPrefixedPathProblems, isLongerThan } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validatePodTemplateSpec } from '../pod/pod-spec';
import { validateCounts } from './counts';
import { validateIndexedJob } from './indexed-job';
import { validatePodFailurePolicy } from './pod-failure-policy';
import { validateSuccessPolicy } from './success-policy';

const counts = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;
const completionModes: readonly string[] = ['NonIndexed', 'Indexed'];
const longestManager = 63;

/**
 * validateJobSpec: of a Job after defaulting, or of the Jobs of a CronJob as they are written. `scheduling` is dropped unread: WorkloadWithJob is off
 * by default.
 */
export function validateJobSpec(
  spec: JobSpec,
  kind: 'job' | 'template',
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  validateCounts(spec, counts, path, errors);
  if (spec.managedBy != null) validateManagedBy(spec.managedBy, path.child('managedBy'), errors);
  const mode = spec.completionMode ?? 'NonIndexed';
  if (!completionModes.includes(mode)) {
    errors.notSupported('job/completion-mode', path.child('completionMode'), mode, completionModes);
  }
  validateIndexedJob(spec, path, errors);
  if (spec.podFailurePolicy != null) {
    // since 1.34 the Jobs of a CronJob are defaulted too
    const isDefaulted = kind === 'job' || context.minor >= 34;
    validatePodFailurePolicy(spec, isDefaulted, path.child('podFailurePolicy'), context, errors);
  }
  if (spec.successPolicy != null) validateSuccessPolicy(spec, path.child('successPolicy'), errors);
  validateReplacementPolicy(spec, path.child('podReplacementPolicy'), errors);
  validatePodTemplateSpec(spec.template ?? {}, path.child('template'), context, errors);
  validateRestartPolicy(spec, path.child('template').child('spec').child('restartPolicy'), errors);
}

function validateManagedBy(manager: string, path: FieldPath, errors: FieldErrors): void {
  if (manager === '') errors.required('job/managed-by', path, '');
  else
    for (const problem of domainPrefixedPathProblems(manager)) errors.invalid('job/managed-by', path, manager, problem);
  if (isLongerThan(manager, longestManager)) errors.tooLong('job/managed-by', path, longestManager);
}

/** validatePodReplacementPolicy */
function validateReplacementPolicy(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  const policy = spec.podReplacementPolicy;
  const allowed = spec.podFailurePolicy == null ? ['Failed', 'TerminatingOrFailed'] : ['Failed'];
  if (policy == null || allowed.includes(policy)) return;
  errors.notSupported('job/pod-replacement-policy', path, policy, allowed);
}

const restartPolicies: readonly string[] = ['OnFailure', 'Never'];

function validateRestartPolicy(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  const policy = spec.template?.spec?.restartPolicy ?? '';
  if (policy === '' || policy === 'Always') {
    errors.required('workload/restart-policy', path, "must be 'OnFailure' or 'Never'");
  } else if (!restartPolicies.includes(policy)) {
    errors.notSupported('workload/restart-policy', path, policy, restartPolicies);
  } else if (spec.podFailurePolicy != null && policy !== 'Never') {
    errors.invalid('workload/restart-policy', path, policy, "must be 'Never' with a podFailurePolicy");
  }
}

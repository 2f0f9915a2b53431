import { FieldPath } from '../../findings/field-path';
import type { LabelSelector, PodTemplateSpec, ReplicaSet } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validatePodTemplateSpec } from '../pod/pod-spec';
import { validateReadOnlyDisks } from '../pod/volumes/read-only-disks';
import { validateCounts } from './counts';
import { validateRunsForGood, validateTemplateMatches, validateWorkloadSelector } from './replicated-template';

const specPath = FieldPath.of('spec');

/** ValidateReplicaSet but for the metadata; the status of a new object is dropped. */
export function validateReplicaSet(replicaSet: ReplicaSet, context: ValidationContext, errors: FieldErrors): void {
  const spec = replicaSet.spec ?? {};
  validateCounts(spec, ['replicas', 'minReadySeconds'], specPath, errors);
  validateReplicatedPods(spec, specPath, context, errors);
}

/** What ReplicaSets and Deployments have in common. */
interface ReplicatedPods {
  readonly replicas?: number | null | undefined;
  readonly selector?: LabelSelector | null | undefined;
  readonly template?: PodTemplateSpec | null | undefined;
}

/** Selector and template (ValidatePodTemplateSpecForReplicaSet): the template is not looked at where the selector is malformed. */
export function validateReplicatedPods(
  spec: ReplicatedPods,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const matcher = validateWorkloadSelector(spec.selector, path.child('selector'), errors);
  if (matcher === undefined) return;
  const template = spec.template ?? {};
  const at = path.child('template');
  validateTemplateMatches(matcher, template, at, errors);
  validatePodTemplateSpec(template, at, context, errors);
  if ((spec.replicas ?? 1) > 1) validateReadOnlyDisks(template, at, context, errors);
  validateRunsForGood(template, at, errors);
}

import type { FieldPath } from '../../findings/field-path';
import type { Affinity, PodSpec } from '../../kubernetes/api';
import type { Labels } from '../../kubernetes/label-selectors';
import { dns1123SubdomainProblems, qualifiedNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabels } from '../labels';
import { validateNodeAffinity } from './node-affinity';
import { validatePodAffinity } from './pod-affinity';
import { validateTolerations } from './tolerations';
import { validateTopologySpreadConstraints } from './topology-spread';

/**
 * The part of ValidatePodSpec on where a pod runs. `schedulingGroup`, `workloadRef` (GenericWorkload) and `evictionResponders`
 * (EvictionRequestAPI) are dropped unread: their feature gates are off by default.
 *
 * @param labels those of a Pod, undefined for a template
 */
export function validateScheduling(
  spec: PodSpec,
  labels: Labels | undefined,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (spec.nodeName != null && spec.nodeName !== '') {
    for (const problem of dns1123SubdomainProblems(spec.nodeName)) {
      errors.invalid('pod/node-name', path.child('nodeName'), spec.nodeName, problem);
    }
  }
  if (spec.nodeSelector != null) validateLabels(spec.nodeSelector, path.child('nodeSelector'), errors);
  if (spec.affinity != null) validateAffinity(spec.affinity, labels, path.child('affinity'), context, errors);
  validateTolerations(spec.tolerations, path.child('tolerations'), errors);
  const constraints = path.child('topologySpreadConstraints');
  validateTopologySpreadConstraints(spec.topologySpreadConstraints, labels, constraints, context, errors);
  validateGates(spec, path, errors);
  validatePriority(spec, path, errors);
}

/** validateAffinity */
function validateAffinity(
  affinity: Affinity,
  labels: Labels | undefined,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (affinity.nodeAffinity != null) {
    validateNodeAffinity(affinity.nodeAffinity, path.child('nodeAffinity'), context, errors);
  }
  for (const field of ['podAffinity', 'podAntiAffinity'] as const) {
    const rules = affinity[field];
    if (rules != null) validatePodAffinity(rules, labels, path.child(field), context, errors);
  }
}

/** validateReadinessGates and validateSchedulingGates */
function validateGates(spec: PodSpec, path: FieldPath, errors: FieldErrors): void {
  for (const [position, gate] of (spec.readinessGates ?? []).entries()) {
    const type = gate?.conditionType ?? '';
    for (const problem of qualifiedNameProblems(type)) {
      const at = path.child('readinessGates').index(position).child('conditionType');
      errors.invalid('pod/readiness-gate', at, type, problem);
    }
  }
  const names = new Set<string>();
  for (const [position, gate] of (spec.schedulingGates ?? []).entries()) {
    const name = gate?.name ?? '';
    const at = path.child('schedulingGates').index(position);
    for (const problem of qualifiedNameProblems(name)) errors.invalid('pod/scheduling-gate', at, name, problem);
    if (names.has(name)) errors.duplicate('pod/scheduling-gate', at, name);
    names.add(name);
  }
}

const preemptionPolicies: readonly string[] = ['PreemptLowerPriority', 'Never'];

function validatePriority(spec: PodSpec, path: FieldPath, errors: FieldErrors): void {
  const className = spec.priorityClassName ?? '';
  if (className !== '') {
    for (const problem of dns1123SubdomainProblems(className)) {
      errors.invalid('pod/priority-class', path.child('priorityClassName'), className, problem);
    }
  }
  const policy = spec.preemptionPolicy;
  if (policy === '') errors.required('pod/preemption-policy', path.child('preemptionPolicy'), '');
  else if (policy != null && !preemptionPolicies.includes(policy)) {
    errors.notSupported('pod/preemption-policy', path.child('preemptionPolicy'), policy, preemptionPolicies);
  }
}

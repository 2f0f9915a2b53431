import type { FieldPath } from '../../findings/field-path';
import type { ResourceRequirements } from '../../kubernetes/api';
import { compareQuantities } from '../../kubernetes/quantities';
import { canonicalText } from '../../kubernetes/quantity-text';
import type { FieldErrors } from '../field-errors';
import { validateClaimReferences } from './claim-references';
import { containerAmounts } from './container-resources';
import { isGiven } from './given';
import { defaultPodAmounts, isPodLevelResource } from './pod-level-defaults';
import type { PodRules } from './pod-rules';
import type { ContainersAmounts } from './resource-aggregates';
import { aggregate } from './resource-aggregates';
import { isHugePages, resourceNameProblem } from './resource-names';
import type { ResourceAmounts, ResourceList, ResourceNameCheck } from './resource-requirements';
import { resourceList, roundUpAll, validateResourceAmounts } from './resource-requirements';
import { isSidecar } from './restart-policy';

export const podLevelResourceRules = {
  'pod-resources/windows': 'A Windows pod has no resources of its own.',
  'pod-resources/claims': 'Claims are made by containers, not by the pod.',
  'pod-resources/name': 'A pod as a whole has cpu, memory and huge pages.',
  'pod-resources/containers': 'What containers ask for fits into what the pod as a whole asks for.',
} as const;

/** validatePodResources; `path` is the one of the pod spec. */
export function validatePodLevelResources(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { spec, context } = pod;
  // PodLevelResources, on since 1.34
  if (!spec.resources || context.minor < 34) return;
  const at = path.child('resources');
  if (spec.os?.name === 'windows') {
    errors.forbidden('pod-resources/windows', at, 'may not be set for a Windows pod');
    return;
  }
  if (isGiven(spec.resources.claims)) {
    errors.forbidden('pod-resources/claims', at.child('claims'), 'may not be set for the pod as a whole');
    validateClaimReferences(spec.resources.claims, pod, at.child('claims'), errors);
  }
  const [amounts, containers] = settledAmounts(pod, spec.resources);
  validateResourceAmounts(amounts, checkPodResourceName, at, errors);
  validateRequestsFit(amounts, containers, at, errors);
  validateHugePagesFit(amounts, containers, at, errors);
  validateContainerLimitsFit(amounts, containers, at, errors);
}

/** What pod and containers ask for after defaulting, which happens before amounts are rounded up, and since 1.37 after it. */
function settledAmounts(pod: PodRules, resources: ResourceRequirements): [ResourceAmounts, ContainersAmounts] {
  const containers = containersAmounts(pod);
  const amounts = { limits: resourceList(resources.limits), requests: resourceList(resources.requests) };
  const all = [amounts, ...containers.init, ...containers.regular];
  const isDefaulted = pod.kind === 'pod';
  // PodLevelResourcesFixDefaulting, on since 1.37
  const isLate = pod.context.minor >= 37;
  if (isDefaulted && !isLate) defaultPodAmounts(amounts, containers, pod.context);
  all.forEach(roundUpAll);
  if (isDefaulted && isLate) defaultPodAmounts(amounts, containers, pod.context);
  return [amounts, containers];
}

function containersAmounts(pod: PodRules): ContainersAmounts {
  const { containers, initContainers } = pod.spec;
  return {
    regular: (containers ?? []).map((container) => containerAmounts(container?.resources, 'regular', pod)),
    init: (initContainers ?? []).map((container) => ({
      ...containerAmounts(container?.resources, 'init', pod),
      isSidecar: isSidecar(container ?? {}, pod.context),
    })),
  };
}

/** validatePodResourceName */
const checkPodResourceName: ResourceNameCheck = (name, path, errors) => {
  const problem = resourceNameProblem(name);
  if (problem !== undefined) errors.invalid('pod-resources/name', path, name, problem);
  else if (!isPodLevelResource(name)) {
    errors.notSupported('pod-resources/name', path, name, ['cpu', 'hugepages-', 'memory']);
  }
};

/** The three below are validatePodResourceConsistency. */
function validateRequestsFit(
  amounts: ResourceAmounts,
  containers: ContainersAmounts,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const all = aggregate(containers, 'requests');
  validateAllFit(amounts.requests, all, path.child('requests'), errors);
}

function validateHugePagesFit(
  amounts: ResourceAmounts,
  containers: ContainersAmounts,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const all = aggregate(containers, 'limits');
  for (const name of all.keys()) if (!isHugePages(name)) all.delete(name);
  validateAllFit(amounts.limits, all, path.child('limits'), errors);
}

function validateAllFit(ofPod: ResourceList, ofContainers: ResourceList, path: FieldPath, errors: FieldErrors): void {
  for (const [name, sum] of ofContainers) {
    const whole = ofPod.get(name);
    if (whole === undefined || compareQuantities(sum, whole) <= 0) continue;
    const detail = `must be at least what the containers ask for together, ${canonicalText(sum)}`;
    errors.invalid('pod-resources/containers', path.key(name), canonicalText(whole), detail);
  }
}

function validateContainerLimitsFit(
  amounts: ResourceAmounts,
  containers: ContainersAmounts,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const [position, { limits }] of containers.regular.entries()) {
    for (const [name, limit] of limits) {
      const whole = amounts.limits.get(name);
      if (whole === undefined || compareQuantities(limit, whole) <= 0) continue;
      const at = path.child('containers').index(position).key(name).child('limits');
      const detail = `must be at most the limit of the pod as a whole, ${canonicalText(whole)}`;
      errors.invalid('pod-resources/containers', at, canonicalText(limit), detail);
    }
  }
}

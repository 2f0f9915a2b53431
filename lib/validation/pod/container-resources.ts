import type { FieldPath } from '../../findings/field-path';
import type { ResourceRequirements } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import type { ContainerKind, PodRules } from './pod-rules';
import { validateClaimReferences } from './claim-references';
import { containerResourceNameProblem } from './resource-names';
import type { ResourceAmounts, ResourceNameCheck } from './resource-requirements';
import { resourceList, roundUpAll, validateResourceAmounts } from './resource-requirements';

/** ValidateContainerResourceRequirements, after defaulting. */
export function validateContainerResources(
  resources: ResourceRequirements,
  kind: ContainerKind,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (resources.limits || resources.requests) {
    const amounts = roundUpAll(containerAmounts(resources, kind, pod));
    validateResourceAmounts(amounts, checkContainerResourceName, path, errors);
  }
  if (resources.claims) validateClaimReferences(resources.claims, pod, path.child('claims'), errors);
}

/** Limits and requests as they are written; in a Pod of its own, requests follow the limits (SetDefaults_Pod). */
export function containerAmounts(
  resources: ResourceRequirements | null | undefined,
  kind: ContainerKind,
  pod: PodRules,
): ResourceAmounts {
  const limits = resourceList(resources?.limits);
  const requests = resourceList(resources?.requests);
  if (pod.kind === 'pod' && kind !== 'ephemeral') {
    for (const [name, limit] of limits) if (!requests.has(name)) requests.set(name, limit);
  }
  return { limits, requests };
}

const checkContainerResourceName: ResourceNameCheck = (name, path, errors) => {
  const problem = containerResourceNameProblem(name);
  if (problem !== undefined) errors.invalid('resources/name', path, name, problem);
};

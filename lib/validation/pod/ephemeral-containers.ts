import type { FieldPath } from '../../findings/field-path';
import type { EphemeralContainer } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { isGiven } from './given';
import { validateContainer } from './container';
import { isLifecycleSet } from './lifecycle';
import type { PodRules } from './pod-rules';

export const ephemeralContainerRules = {
  'ephemeral-container/target': 'The target of an ephemeral container is a container of the pod.',
  'ephemeral-container/field':
    'An ephemeral container has no ports, resources, hooks, probes, restart policy or paths in volumes.',
} as const;

/** validateEphemeralContainers */
export function validateEphemeralContainers(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { ephemeralContainers, initContainers, containers } = pod.spec;
  if (!ephemeralContainers || ephemeralContainers.length === 0) return;
  const targets = new Set([...(containers ?? []), ...(initContainers ?? [])].map((one) => one?.name ?? ''));
  const names = new Set(targets);
  for (const [position, item] of ephemeralContainers.entries()) {
    const container: EphemeralContainer = item ?? {};
    const at = path.index(position);
    validateContainer(container, 'ephemeral', pod, at, errors);
    const name = container.name ?? '';
    if (names.has(name)) errors.duplicate('container/name', at.child('name'), name);
    names.add(name);
    const target = container.targetContainerName;
    if (target && !targets.has(target)) {
      errors.notFound('ephemeral-container/target', at.child('targetContainerName'), target);
    }
    for (const field of forbiddenFields) {
      if (isSet(container, field, pod.context)) forbid(at.child(field), errors);
    }
    forbidSubPaths(container, at, errors);
  }
}

/** All fields but those of allowedEphemeralContainerFields. */
const forbiddenFields = [
  'ports',
  'resources',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
] as const;

/** Whether a field is left after the server has dropped those whose feature gate is off (dropDisabledFields). An empty list is set. */
function isSet(
  container: EphemeralContainer,
  field: (typeof forbiddenFields)[number],
  context: ValidationContext,
): boolean {
  switch (field) {
    case 'resources': {
      const { limits, requests, claims } = container.resources ?? {};
      // DynamicResourceAllocation, on since 1.34
      return isGiven(limits) || isGiven(requests) || (isGiven(claims) && context.minor >= 34);
    }
    case 'lifecycle':
      return isLifecycleSet(container.lifecycle);
    case 'resizePolicy':
      // InPlacePodVerticalScaling, on since 1.33
      return isGiven(container.resizePolicy) && context.minor >= 33;
    case 'restartPolicy':
    case 'restartPolicyRules':
      // dropContainerRestartRules: 1.34 knows the fields and drops them.
      return isGiven(container[field]) && context.minor !== 34;
    default:
      return isGiven(container[field]);
  }
}

function forbidSubPaths(container: EphemeralContainer, path: FieldPath, errors: FieldErrors): void {
  for (const [position, mount] of (container.volumeMounts ?? []).entries()) {
    const at = path.child('volumeMounts').index(position);
    if (mount?.subPath) forbid(at.child('subPath'), errors);
    if (mount?.subPathExpr) forbid(at.child('subPathExpr'), errors);
  }
}

function forbid(path: FieldPath, errors: FieldErrors): void {
  errors.forbidden('ephemeral-container/field', path, 'may not be set for an ephemeral container');
}

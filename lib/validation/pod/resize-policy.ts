import type { FieldPath } from '../../findings/field-path';
import type { Container, ContainerResizePolicy } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import type { ContainerKind, PodRules } from './pod-rules';
import { isSidecar } from './restart-policy';

export const resizePolicyRules = {
  'resize-policy/resource': 'How a container takes a new amount is said of cpu and memory, once of each.',
  'resize-policy/restart':
    'A container is restarted for a new amount only where containers of its kind are ever restarted.',
} as const;

const resources = ['cpu', 'memory'];
const restartPolicies = ['NotRequired', 'RestartContainer'];

/** validateResizePolicy, and what validateInitContainers adds to it. */
export function validateResizePolicy(
  container: Container,
  kind: ContainerKind,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  // InPlacePodVerticalScaling, on since 1.33
  if (!container.resizePolicy || pod.context.minor < 33) return;
  const at = path.child('resizePolicy');
  const seen = new Set<string>();
  const forbidsRestart = kind === 'init' && pod.context.minor >= 36 && !isSidecar(container, pod.context);
  for (const [position, item] of container.resizePolicy.entries()) {
    const policy: ContainerResizePolicy = item ?? {};
    const resource = policy.resourceName ?? '';
    if (seen.has(resource)) errors.duplicate('resize-policy/resource', at.index(position), resource);
    seen.add(resource);
    validateChoice('resize-policy/resource', resource, resources, at, errors);
    validateRestart(policy, pod, at, errors);
    if (forbidsRestart && policy.restartPolicy === 'RestartContainer') {
      const detail = 'an init container that is no sidecar cannot be restarted for a new amount';
      errors.invalid('resize-policy/restart', at.index(position).child('restartPolicy'), policy.restartPolicy, detail);
    }
  }
}

function validateRestart(policy: ContainerResizePolicy, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const restart = policy.restartPolicy ?? '';
  validateChoice('resize-policy/restart', restart, restartPolicies, path, errors);
  if (pod.spec.restartPolicy === 'Never' && restart !== 'NotRequired') {
    const detail = "must be NotRequired in a pod with 'restartPolicy: Never'";
    errors.invalid('resize-policy/restart', path, restart, detail);
  }
}

/** The server reports these on the whole list. */
function validateChoice(
  rule: keyof typeof resizePolicyRules,
  value: string,
  allowed: readonly string[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (value === '') errors.required(rule, path, `must be one of ${allowed.join(', ')}`);
  else if (!allowed.includes(value)) errors.notSupported(rule, path, value, allowed);
}

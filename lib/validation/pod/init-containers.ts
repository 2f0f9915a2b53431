import type { FieldPath } from '../../findings/field-path';
import type { Container } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { validateContainer } from './container';
import { validateHostPorts } from './container-ports';
import { isLifecycleSet, validateLifecycle } from './lifecycle';
import type { PodRules } from './pod-rules';
import { validateProbes } from './probes';
import { isSidecar, validateInitRestartPolicy } from './restart-policy';

export const initContainerRules = {
  'init-container/lifecycle': 'An init container has hooks and probes only with the restart policy Always.',
} as const;

/** validateInitContainers */
export function validateInitContainers(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { initContainers, containers } = pod.spec;
  if (!initContainers || initContainers.length === 0) return;
  const names = new Set(containers?.map((container) => container?.name ?? ''));
  for (const [position, item] of initContainers.entries()) {
    const container: Container = item ?? {};
    const at = path.index(position);
    validateContainer(container, 'init', pod, at, errors);
    validateInitRestartPolicy(container, pod.context, at, errors);
    const name = container.name ?? '';
    if (names.has(name)) errors.duplicate('container/name', at.child('name'), name);
    else if (name !== '') names.add(name);
    // Init containers run one by one, so each is looked at alone; the server then prints the place of the first.
    validateHostPorts(container, 'init', pod, new Set(), path.index(0), errors);
    if (isSidecar(container, pod.context)) {
      if (container.lifecycle) validateLifecycle(container.lifecycle, pod, at.child('lifecycle'), errors);
      validateProbes(container, pod, at, errors);
    } else {
      forbidHooks(container, pod, at, errors);
    }
  }
}

const probeFields = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

function forbidHooks(container: Container, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const detail =
    pod.context.minor < 29
      ? 'may not be set for init containers'
      : "may not be set for init containers whose 'restartPolicy' is not Always";
  if (isLifecycleSet(container.lifecycle)) {
    errors.forbidden('init-container/lifecycle', path.child('lifecycle'), detail);
  }
  for (const field of probeFields) {
    if (container[field]) errors.forbidden('init-container/lifecycle', path.child(field), detail);
  }
}

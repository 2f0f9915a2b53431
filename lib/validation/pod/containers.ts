import type { FieldPath } from '../../findings/field-path';
import type { Container } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { validateContainer } from './container';
import { validateHostNetworkPorts, validateHostPorts } from './container-ports';
import { validateEnvFileVolumes } from './env-file-volumes';
import { validateEphemeralContainers } from './ephemeral-containers';
import { validateHostNamespaces } from './host-namespaces';
import { validateHostProcess } from './host-process';
import { validateInitContainers } from './init-containers';
import { validateLifecycle } from './lifecycle';
import type { PodRules } from './pod-rules';
import { validatePodLevelResources } from './pod-level-resources';
import { validateProbes } from './probes';
import { validateRestartPolicy } from './restart-policy';

/** All that the API server asks of the containers of a pod, alone and together; `path` is the one of the pod spec. */
export function validateAllContainers(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  validateContainers(pod, path.child('containers'), errors);
  validateInitContainers(pod, path.child('initContainers'), errors);
  validateEphemeralContainers(pod, path.child('ephemeralContainers'), errors);
  validatePodLevelResources(pod, path, errors);
  validateHostNetworkPorts(pod, path, errors);
  validateHostNamespaces(pod, path, errors);
  validateHostProcess(pod, path, errors);
  validateEnvFileVolumes(pod, path, errors);
}

/** validateContainers */
function validateContainers(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const containers = pod.spec.containers ?? [];
  if (containers.length === 0) errors.required('pod/containers', path, 'a pod has at least one container');
  const names = new Set<string>();
  const hostPorts = new Set<string>();
  for (const [position, item] of containers.entries()) {
    const container: Container = item ?? {};
    const at = path.index(position);
    validateContainer(container, 'regular', pod, at, errors);
    const name = container.name ?? '';
    if (names.has(name)) errors.duplicate('container/name', at.child('name'), name);
    names.add(name);
    if (container.lifecycle) validateLifecycle(container.lifecycle, pod, at.child('lifecycle'), errors);
    validateProbes(container, pod, at, errors);
    validateRestartPolicy(container, pod.context, at, errors);
    validateHostPorts(container, 'regular', pod, hostPorts, at, errors);
  }
}

export const containersRules = {
  'pod/containers': 'A pod has at least one container.',
} as const;

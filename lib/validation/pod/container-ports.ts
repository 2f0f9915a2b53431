import type { FieldPath } from '../../findings/field-path';
import type { Container, ContainerPort } from '../../kubernetes/api';
import { portNameProblems } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';
import { validatePortNumber, validateProtocol } from '../ports';
import type { ContainerKind, PodRules } from './pod-rules';

export const containerPortRules = {
  'container-port/name': 'The name of a container port is a port name, once in a container.',
  'container-port/number': 'A container port has a number.',
  'container-port/host-port': 'A port of the node is taken by one container port of the pod only.',
  'container-port/host-network': 'On the network of the node, a container port is the port of the node.',
} as const;

/** validateContainerPorts */
export function validateContainerPorts(
  container: Container,
  kind: ContainerKind,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!container.ports) return;
  const list = path.child('ports');
  const names = new Set<string>();
  for (const [position, port] of container.ports.entries()) {
    const at = list.index(position);
    if (port?.name) validateName(port.name, names, at, errors);
    if (!port?.containerPort) {
      errors.required('container-port/number', at.child('containerPort'), 'a port needs a number between 1 and 65535');
    } else {
      validatePortNumber(port.containerPort, at.child('containerPort'), errors);
    }
    const hostPort = hostPortOf(port, kind, pod);
    if (hostPort !== 0) validatePortNumber(hostPort, at.child('hostPort'), errors);
    if (port?.protocol) validateProtocol(port.protocol, at.child('protocol'), errors);
  }
}

function validateName(name: string, names: Set<string>, path: FieldPath, errors: FieldErrors): void {
  const problems = portNameProblems(name);
  errors.invalidForEach('container-port/name', path.child('name'), name, problems);
  if (problems.length > 0) return;
  if (names.has(name)) errors.duplicate('container-port/name', path.child('name'), name);
  names.add(name);
}

/**
 * Reports ports of the node that two container ports ask for (AccumulateUniqueHostPorts).
 *
 * @param taken what other containers of the pod ask for.
 */
export function validateHostPorts(
  container: Container,
  kind: ContainerKind,
  pod: PodRules,
  taken: Set<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!container.ports) return;
  for (const [position, port] of container.ports.entries()) {
    const hostPort = hostPortOf(port, kind, pod);
    if (hostPort === 0) continue;
    const key = `${port?.protocol || 'TCP'}/${port?.hostIP ?? ''}/${hostPort}`;
    if (taken.has(key)) {
      errors.duplicate('container-port/host-port', path.child('ports').index(position).child('hostPort'), key);
    }
    taken.add(key);
  }
}

/** validatePodHostNetworkDeps: init containers are not asked. */
export function validateHostNetworkPorts(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  if (!pod.spec.hostNetwork || !pod.spec.containers) return;
  for (const [position, container] of pod.spec.containers.entries()) {
    for (const [portPosition, port] of (container?.ports ?? []).entries()) {
      const hostPort = hostPortOf(port, 'regular', pod);
      if (hostPort === (port?.containerPort ?? 0)) continue;
      // A template may leave it out: the pods made from it are defaulted.
      if (hostPort === 0 && pod.kind === 'template') continue;
      const at = path.child('containers').index(position).child('ports').index(portPosition);
      // 1.27 blames the other one of the two.
      const field = at.child(pod.context.minor < 28 ? 'containerPort' : 'hostPort');
      const detail = "'hostPort' and 'containerPort' must be the same while 'hostNetwork' is true";
      errors.invalid('container-port/host-network', field, hostPort, detail);
    }
  }
}

/** The port of the node, after defaulting: 0 where there is none. */
function hostPortOf(port: ContainerPort | null | undefined, kind: ContainerKind, pod: PodRules): number {
  if (port?.hostPort) return port.hostPort;
  if (!pod.spec.hostNetwork || kind === 'ephemeral') return 0;
  // defaultHostNetworkPorts; templates were defaulted too until 1.28 (DefaultHostNetworkHostPortsInPodTemplates).
  return pod.kind === 'pod' || pod.context.minor < 28 ? (port?.containerPort ?? 0) : 0;
}

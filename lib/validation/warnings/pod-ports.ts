import type { FieldPath } from '../../findings/field-path';
import type { PodOfManifest } from '../pod-of-manifest';
import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import type { Warnings } from './warning';

const rule = 'warning/container-port';

interface Port {
  readonly path: FieldPath;
  readonly name: string;
  /** Container port and protocol. */
  readonly key: string;
  readonly hostIp: string;
  readonly hostPort: number;
}

/** A host address without a host port, and ports that are declared twice. */
export function* containerPortWarnings(pod: PodOfManifest): Warnings {
  const known = new Map<string, Port[]>();
  for (const port of portsOf(pod)) {
    if (port.hostIp !== '' && port.hostPort === 0) {
      yield { rule, path: port.path, message: `hostIP ${port.hostIp} has no effect without a hostPort` };
    }
    const others = known.get(port.key) ?? [];
    for (const other of others) {
      const problem = conflict(port, other);
      if (problem !== undefined) yield { rule, path: port.path, message: `${problem} ${other.path.toString()}` };
    }
    known.set(port.key, [...others, port]);
  }
}

function conflict(port: Port, other: Port): string | undefined {
  if (port.hostIp === other.hostIp && port.hostPort === other.hostPort) return 'the port is declared already at';
  if (port.hostPort === 0 || other.hostPort === 0) return 'the port overlaps with the one at';
  const oneWithoutAddress = (port.hostIp === '') !== (other.hostIp === '');
  return port.hostPort === other.hostPort && oneWithoutAddress
    ? 'it is undefined which host port wins, this or'
    : undefined;
}

/** Services and probes that name a port find the first one of that name. */
export function* portNameWarnings(pod: PodOfManifest): Warnings {
  const known = new Map<string, FieldPath>();
  for (const { name, path } of portsOf(pod)) {
    const other = known.get(name);
    if (name === '') continue;
    if (other === undefined) known.set(name, path);
    else
      yield {
        rule,
        path,
        message: `the name '${name}' is that of ${other.toString()} too, which Services and probes find first`,
      };
  }
}

function* portsOf(pod: PodOfManifest): Iterable<Port> {
  // SetDefaults_Pod: on the host network a Pod's ports are ports of the host.
  const onHost = pod.isPod && valueAt(pod.spec, 'hostNetwork') === true;
  for (const { value, path } of pod.containers) {
    for (const [position, port] of itemsOf(valueAt(value, 'ports')).entries()) {
      const containerPort = numberOf(valueAt(port, 'containerPort')) ?? 0;
      const hostPort = numberOf(valueAt(port, 'hostPort')) ?? 0;
      yield {
        path: path.child('ports').index(position),
        name: textOf(valueAt(port, 'name')),
        key: `${containerPort}/${textOf(valueAt(port, 'protocol')) || 'TCP'}`,
        hostIp: textOf(valueAt(port, 'hostIP')),
        hostPort: onHost && hostPort === 0 ? containerPort : hostPort,
      };
    }
  }
}

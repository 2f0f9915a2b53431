import type { IConstruct } from 'constructs';
import { parseIp } from '../../kubernetes/addresses';
import { ConstructError } from '../construct-error';
import type { AppPorts } from '../ports';
import { checkPortNumber } from '../ports';
import type { HostAccess } from '../workload/pod-template';

/** A port of the node that leads to a port of the application. */
export interface HostPort<Port extends string = string> {
  /** The name of the application's port. */
  readonly port: Port;
  /** @default - the number of the application's port */
  readonly hostPort?: number;
  /** The address of the node that listens. @default - that of the exposure */
  readonly hostIp?: string;
}

export interface HostPortProps<Port extends string = string> {
  /** @default - every port of the application, under its own number */
  readonly ports?: readonly HostPort<Port>[];
  /** The address of the node that listens: `127.0.0.1` for the node itself alone. @default - every address of the node */
  readonly hostIp?: string;
}

/**
 * `hostPort`: the node that the pod runs on leads a port of its own to the pod. An update takes the old pod away before it starts the new one.
 * Pod Security "baseline" refuses it.
 */
export interface HostPortExposure<Port extends string = string> extends HostPortProps<Port> {
  readonly mode: 'hostPort';
}

/** Host port by port name. */
export function hostPortsOf(
  scope: IConstruct,
  { ports: chosen, hostIp }: HostPortExposure,
  ports: AppPorts,
): HostAccess['hostPorts'] {
  const hostPorts = new Map<string, { hostPort: number; hostIP: string | undefined }>();
  const taken = new Map<string, string>();
  const all = ports.all.map(({ name }): HostPort => ({ port: name }));
  for (const { port: name, ...props } of chosen ?? all) {
    const port = ports.named(name, 'Exposure.hostPort');
    const { hostPort = port.number, hostIp: hostIP = hostIp } = props;
    checkPortNumber(scope, `The hostPort of port '${name}'`, hostPort);
    checkHostIp(scope, name, hostIP);
    if (hostPorts.has(name))
      throw new ConstructError(
        scope,
        `Exposure.hostPort names port '${name}' twice. A container port has one host port.`,
      );
    const key = `${hostIP ?? ''} ${hostPort}/${port.protocol ?? 'TCP'}`;
    const other = taken.get(key);
    if (other !== undefined) {
      throw new ConstructError(
        scope,
        `The ports '${other}' and '${name}' both take ${hostPort} of the node. Give each a hostPort of its own.`,
      );
    }
    taken.set(key, name);
    hostPorts.set(name, { hostPort, hostIP });
  }
  if (hostPorts.size === 0) {
    throw new ConstructError(
      scope,
      'Exposure.hostPort has no port to lead to. Declare the ports of the application in `ports`.',
    );
  }
  return hostPorts;
}

function checkHostIp(scope: IConstruct, port: string, hostIp: string | undefined): void {
  if (hostIp === undefined || parseIp(hostIp) !== undefined) return;
  throw new ConstructError(
    scope,
    `The hostIp of port '${port}' is '${hostIp}', which is no IP address. Give an address of the node, such as 127.0.0.1.`,
  );
}

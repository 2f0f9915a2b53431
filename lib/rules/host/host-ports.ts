import { once, oncePerGraph } from '../../graph/once';
import type { Workload, WorkloadPort } from '../../graph/workload';
import { parseIp, printIp } from '../../kubernetes/addresses';

/** A port of the node that a pod takes for itself. */
export interface HostPort {
  readonly workload: Workload;
  readonly number: number;
  readonly protocol: string;
  /** The address of the node; empty for all of them. */
  readonly address: string;
  /** The field that asks for it: that of the host port, or of the container port on the host network. */
  readonly field: string;
  readonly port: WorkloadPort;
}

/** The ports of its node that a pod takes: those it asks for, and every port of its own on the host network. */
export const hostPortsOf = once((workload: Workload): readonly HostPort[] => {
  const onHost = workload.spec.hostNetwork === true;
  const ports: HostPort[] = [];
  for (const port of workload.ports) {
    const { hostPort, hostIP } = port.port;
    const asked = hostPort != null && hostPort !== 0;
    if (!asked && (!onHost || port.number === 0)) continue;
    ports.push({
      workload,
      port,
      protocol: port.protocol,
      address: addressOf(hostIP ?? ''),
      number: asked ? hostPort : port.number,
      field: `${port.field}.${asked ? 'hostPort' : 'containerPort'}`,
    });
  }
  return ports;
});

/** Pods that take a port of their node. */
export const takingHostPorts = oncePerGraph(({ pods }) =>
  pods.all.filter((workload) => hostPortsOf(workload).length > 0),
);

/** One way of writing it; empty where all addresses of a family are meant. */
function addressOf(text: string): string {
  const parsed = parseIp(text);
  const printed = parsed === undefined ? text : printIp(parsed);
  return printed === '0.0.0.0' || printed === '::' ? '' : printed;
}

/** Whether two ports cannot stand on one node. The scheduler keeps host ports apart by protocol, number and address. */
export function areOneHostPort(
  one: Pick<HostPort, 'number' | 'protocol' | 'address'>,
  other: Pick<HostPort, 'number' | 'protocol' | 'address'>,
): boolean {
  const sameAddress = one.address === '' || other.address === '' || one.address === other.address;
  return one.number === other.number && one.protocol === other.protocol && sameAddress;
}

/** Ports that are looked up by what the scheduler compares. */
export class HostPortIndex {
  private readonly taken = new Map<string, HostPort[]>();

  /** Those already there that cannot stand beside it on a node, one by one: there may be many. */
  *clashesOf(port: HostPort): Generator<HostPort> {
    for (const other of this.taken.get(keyOf(port)) ?? []) if (areOneHostPort(port, other)) yield other;
  }

  add(port: HostPort): void {
    const list = this.taken.get(keyOf(port));
    if (list === undefined) this.taken.set(keyOf(port), [port]);
    else list.push(port);
  }
}

function keyOf({ number, protocol }: HostPort): string {
  return `${number}/${protocol}`;
}

import type { ServicePort } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import type { DefaultedService } from './defaulted-service';
import { healthCheckNodePortPath, portsPath } from './paths';

/** The node port that a port of a Service ends up with. */
export interface NodePortAssignment {
  /** 0 stands for none, a negative number for one that the server chooses: the same number, the same port. */
  readonly nodePort: number;
  /** Whether the server has to reserve it for this entry, because it was asked to. */
  readonly requested: boolean;
}

/** Whether node ports are given to a Service of this type. */
export function hasNodePorts(type: string): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

/** initNodePorts: entries with the same port number share one node port, unless they name another. */
export function assignNodePorts({ type, ports, spec }: DefaultedService): readonly NodePortAssignment[] {
  const allocates = type === 'NodePort' || (spec.allocateLoadBalancerNodePorts ?? true);
  const requests = firstRequests(ports);
  const shared = new Map<number, number>();
  return ports.map(({ port, nodePort }, position) => {
    const number = port ?? 0;
    const asked = nodePort ?? 0;
    if (asked === 0 && !allocates) return { nodePort: 0, requested: false };
    const known = shared.get(number);
    if (known !== undefined) {
      const assigned = asked === 0 ? known : asked;
      return { nodePort: assigned, requested: assigned !== known };
    }
    const first = requests.get(number);
    const assigned = first ?? -1 - position;
    shared.set(number, assigned);
    return { nodePort: assigned, requested: first !== undefined };
  });
}

/** findRequestedNodePort: the first node port asked for, by port number. */
function firstRequests(ports: readonly ServicePort[]): ReadonlyMap<number, number> {
  const requests = new Map<number, number>();
  for (const { port, nodePort } of ports) {
    if (nodePort != null && nodePort !== 0 && !requests.has(port ?? 0)) requests.set(port ?? 0, nodePort);
  }
  return requests;
}

/** What the port allocator refuses (txnAllocNodePorts): it stops at the first one. */
export function validateNodePortRequests(
  service: DefaultedService,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (!hasNodePorts(service.type)) return;
  const taken = new Set<number>();
  for (const [position, { nodePort, requested }] of assignNodePorts(service).entries()) {
    if (!requested) continue;
    const problem = requestProblem(nodePort, taken, context);
    if (problem !== undefined) {
      errors.invalid('service/node-port-range', portsPath.index(position).child('nodePort'), nodePort, problem);
      return;
    }
    taken.add(nodePort);
  }
  const healthCheck = service.spec.healthCheckNodePort ?? 0;
  if (!service.needsHealthCheck || healthCheck === 0) return;
  const problem = requestProblem(healthCheck, taken, context);
  // The server answers with an internal error here, which names no field.
  if (problem !== undefined) errors.invalid('service/node-port-range', healthCheckNodePortPath, healthCheck, problem);
}

function requestProblem(nodePort: number, taken: Set<number>, context: ValidationContext): string | undefined {
  const [first, last] = context.nodePortRange;
  if (nodePort < first || nodePort > last) return `must be in the range of node ports, ${first} to ${last}`;
  return taken.has(nodePort) ? 'another port of this Service has it already' : undefined;
}

import type { Graph } from '../../graph/graph';
import { servicePorts, targetOf, type ListenedPort } from '../../graph/service-ports';
import { nameOf } from '../../graph/set-object';
import type { Workload, WorkloadPort } from '../../graph/workload';
import { nearest, quoteList } from '../../kubernetes/wording';
import { knownPortsOf } from '../workload/known-ports';
import { isToldPort } from '../workload/told-ports';
import { defineRule, type Edit, type FieldOf, type Problem } from '../rule';
import { bad, good } from './target-port.examples';

export const targetPort = defineRule({
  id: 'service/target-port',
  class: 'broken',
  on: ['Service'],
  summary: 'A port of a Service leads to a port that a container of its pods has.',
  why: 'Pods without a port of that name are left out of the endpoints, and a number that nobody listens on refuses connections: a controller in front answers 502 or 503.',
  fix: 'Name a port of the containers under `targetPort`, or its number, with the same protocol.',
  symptoms: ['502 from the controller', '503 from the controller', 'connection refused', 'a Service without endpoints'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  good,
  bad,
  *check(service, { graph }) {
    const workloads = graph.podsOf(service);
    const staying = workloads.filter(({ ends }) => !ends);
    const pods = staying.length > 0 ? staying : workloads;
    if (pods.length === 0) return;
    const isHeadless = service.body.spec?.clusterIP === 'None';
    const ports = servicePorts(service);
    for (const port of ports) {
      if (pods.some((workload) => targetOf(port, workload) !== undefined)) continue;
      // DNS gives the addresses of the pods and nobody translates ports; only a name must be there to be listed.
      if (isHeadless && typeof port.target === 'number') continue;
      const problem =
        typeof port.target === 'number' ? numberProblem(port, ports, pods, graph) : nameProblem(port, ports, pods);
      // Without a port of that name DNS still lists the pods of a headless Service.
      if (problem !== undefined) yield isHeadless ? { ...problem, severity: 'warning' } : problem;
    }
  },
});

function nameProblem(port: ListenedPort, all: readonly ListenedPort[], pods: readonly Workload[]): Problem | undefined {
  const ports = pods.flatMap((workload) => workload.ports);
  const otherProtocol = ports.find(({ name }) => name === port.target);
  if (otherProtocol !== undefined) return protocolProblem(port, otherProtocol, pods, isLedTo(otherProtocol, all));
  const names = [...new Set(ports.flatMap(({ name }) => (name === '' ? [] : [name])))];
  const near = nearest(String(port.target), names);
  const known = ports.length === 0 ? 'declare no ports' : `have the ports ${printPorts(ports)}`;
  return {
    field: port.targetField,
    message: `no container of ${owners(pods)} has a port named '${port.target}': they ${known}${near === undefined ? '' : `; '${near}' is the nearest`}`,
    related: relatedTo(pods),
    edits: editsTo(port, near ?? (names.length === 1 && ports.length === 1 ? names[0] : undefined)),
  };
}

function numberProblem(
  port: ListenedPort,
  all: readonly ListenedPort[],
  pods: readonly Workload[],
  graph: Graph,
): Problem | undefined {
  const number = Number(port.target);
  if (pods.some(({ ports }) => ports.length === 0) || pods.some((workload) => isToldPort(number, workload)))
    return undefined;
  const ports = pods.flatMap((workload) => workload.ports);
  const otherProtocol = ports.find((one) => one.number === number);
  if (otherProtocol !== undefined) return protocolProblem(port, otherProtocol, pods, isLedTo(otherProtocol, all));
  const left = ports.filter((one) => !isLedTo(one, all) && !beside.test(one.name));
  const isSure = pods.every((workload) => listensElsewhere(number, workload) || isLedPast(workload, all, graph));
  return {
    field: port.targetField,
    message: `no container of ${owners(pods)} declares the port ${number}: they have ${printPorts(ports)}`,
    related: relatedTo(pods),
    edits: editsTo(port, left.length === 1 ? left[0]?.number : undefined),
    // To declare a port is not needed: programs listen on others, too. A Service that misses all of them is another matter.
    severity: isSure ? 'error' : 'warning',
  };
}

/** Names of ports that are for others than the clients of a Service. */
const beside = /metric|prom|health|probe|debug|admin/;

/** Whether a port of the Service leads to the container port. */
function isLedTo({ name, number, protocol }: WorkloadPort, all: readonly ListenedPort[]): boolean {
  return all.some(
    (one) => one.protocol === protocol && (one.target === number || (name !== '' && one.target === name)),
  );
}

/** Whether what is declared is for somebody, yet no Service leads to all of it, and this one to none. */
function isLedPast(workload: Workload, all: readonly ListenedPort[], graph: Graph): boolean {
  const isSilent = workload.containers.some(({ stays, container }) => stays && (container.ports ?? []).length === 0);
  if (isSilent || workload.ports.some((one) => isLedTo(one, all))) return false;
  const others = graph.servicesOf(workload).flatMap((service) => servicePorts(service));
  return workload.ports.some((one) => !beside.test(one.name) && !isLedTo(one, others));
}

/** Whether all images are known to listen on others, and nobody tells them otherwise. */
function listensElsewhere(port: number, { containers }: Workload): boolean {
  return containers.every((container) => !container.stays || knownPortsOf(container)?.includes(port) === false);
}

function protocolProblem(port: ListenedPort, found: WorkloadPort, pods: readonly Workload[], isLed: boolean): Problem {
  return {
    field: port.targetField,
    message: `the port '${port.target}' of ${owners(pods)} is ${found.protocol}, and the Service leads ${port.protocol} to it`,
    fix: `Set \`protocol: ${found.protocol}\` at the port of the Service, or at that of the container the other.`,
    related: relatedTo(pods),
    edits: isLed ? [] : [{ set: `${port.field}.protocol`, value: found.protocol }],
    // Who speaks both may have declared one, and TCP is what nobody declares. A port by its name must have the protocol.
    severity: typeof port.target === 'number' ? 'warning' : 'error',
  };
}

function editsTo(port: ListenedPort, value: string | number | undefined): readonly Edit[] {
  return value === undefined ? [] : [{ set: `${port.field}.targetPort`, value }];
}

function owners(pods: readonly Workload[]): string {
  const [first] = pods;
  const names = [...new Set(pods.map(({ object }) => object.name))];
  if (first !== undefined && names.length === 1) return nameOf(first.object);
  return quoteList(names.slice(0, 3));
}

/** `8080/TCP, 'metrics' 9090/TCP`. */
function printPorts(ports: readonly WorkloadPort[]): string {
  const printed = ports.map(({ name, number, protocol }) => `${name === '' ? '' : `'${name}' `}${number}/${protocol}`);
  return [...new Set(printed)].join(', ');
}

function relatedTo(pods: readonly Workload[]): readonly FieldOf[] {
  return pods.slice(0, 3).map(({ object, containers }) => ({
    object,
    field: `${containers.find(({ stays }) => stays)?.field ?? 'spec'}.ports`,
  }));
}

import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import type { RouteBackend } from '../../graph/routes';
import { servicePorts, targetNumbers, type ListenedPort } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import { ledBackends } from '../../graph/routes/led-backends';
import { ingressNginxAnnotations } from '../../controllers/annotations';
import type { Service } from '../../kubernetes/api';
import { nearest } from '../../kubernetes/wording';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './backend-port.examples';

export const backendPort = defineRule({
  id: 'route/backend-port',
  class: 'broken',
  on: ['set'],
  summary: 'Every route leads to a port that its Service has.',
  why: 'A route asks for a port of the Service, not of the pod. Most controllers answer 404 or 503 for one that the Service does not have; ingress-nginx forgives the number of a target port.',
  fix: 'Ask for the `port` of the Service, or for its name.',
  symptoms: ['503 from the controller', '404 from the controller', '502 from the controller', 'service port not found'],
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend'],
  good,
  bad,
  *check(graph) {
    for (const { backend, service, port } of ledBackends(graph)) {
      const problem = port?.protocol === 'TCP' ? undefined : wrongPort(graph, backend, service);
      if (problem !== undefined) yield { ...problem, object: backend.from };
    }
  },
});

function wrongPort(graph: Graph, backend: RouteBackend, service: SetObject<Service>): Problem | undefined {
  const { port, portField } = backend;
  const ports = servicePorts(service);
  if (port === undefined || port === 'use-annotation') return undefined;
  const found = ports.filter(({ name, number }) => port === (typeof port === 'string' ? name : number));
  if (found.some(({ protocol }) => protocol === 'TCP')) return undefined;
  // The ports of a name outside mean nothing to the cluster: the number is that of the host, and controllers take it as it is.
  if (service.body.spec?.type === 'ExternalName' && typeof port === 'number') return undefined;
  const [udp] = found;
  const related = [{ object: service, field: 'spec.ports' }];
  if (udp !== undefined && backend.from.key === 'Ingress') {
    return {
      field: portField,
      related,
      message: `port ${print(port)} of ${nameOf(service)} is ${udp.protocol}: requests are TCP`,
    };
  }
  return udp === undefined ? unknownPort(graph, backend, service, ports) : undefined;
}

function unknownPort(
  graph: Graph,
  backend: RouteBackend,
  service: SetObject<Service>,
  ports: readonly ListenedPort[],
): Problem {
  const { port = '', portField } = backend;
  const behind = ports.find((one) => isTargetOf(graph, service, one, port));
  const meant = behind ?? onlyPort(ports, port);
  const hint =
    behind === undefined
      ? ''
      : `; ${print(port)} is the target port behind its port ${behind.number}, and a route asks for the port of the Service`;
  const has = ports.length === 0 ? 'has no ports' : `has ${ports.map(printPort).join(', ')}`;
  const forgiven = behind !== undefined && typeof port === 'number' && isForgiving(graph, backend);
  return {
    field: portField,
    message: `${nameOf(service)} has no port ${print(port)}: it ${has}${hint}`,
    related: [{ object: service, field: 'spec.ports' }],
    ...(meant === undefined ? {} : { edits: editsTo(portField, meant) }),
    ...(forgiven ? { severity: 'warning' } : {}),
  };
}

/** The port that was meant: the one whose name comes near, or the only one. */
function onlyPort(ports: readonly ListenedPort[], port: string | number): ListenedPort | undefined {
  const names = ports.map(({ name }) => name).filter((name) => name !== '');
  const near = typeof port === 'string' ? nearest(port, names) : undefined;
  const [only, more] = ports;
  return ports.find(({ name }) => name === near && near !== '') ?? (more === undefined ? only : undefined);
}

function isTargetOf(graph: Graph, service: SetObject<Service>, one: ListenedPort, port: string | number): boolean {
  if (one.target === port) return true;
  return typeof port === 'number' && graph.podsOf(service).some((pods) => targetNumbers(one, pods).includes(port));
}

function isForgiving(graph: Graph, { from }: RouteBackend): boolean {
  if (from.key !== 'Ingress') return false;
  return makesOf(graph, from).makes.includes(ingressNginxAnnotations);
}

function editsTo(portField: string, { name, number }: ListenedPort): NonNullable<Problem['edits']> {
  if (portField.endsWith('.number')) return [{ set: portField, value: number }];
  return portField.endsWith('.name') && name !== '' ? [{ set: portField, value: name }] : [];
}

function print(port: string | number): string {
  return typeof port === 'string' ? `'${port}'` : String(port);
}

function printPort({ name, number, protocol }: ListenedPort): string {
  return `${number}${name === '' ? '' : ` ('${name}')`}${protocol === 'TCP' ? '' : ` ${protocol}`}`;
}

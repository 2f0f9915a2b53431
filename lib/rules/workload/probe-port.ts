import type { Graph } from '../../graph/graph';
import { servicePorts, targetNumbers, type ListenedPort } from '../../graph/service-ports';
import type { SetObject } from '../../graph/set-object';
import type { Workload, WorkloadPort } from '../../graph/workload';
import { nearest } from '../../kubernetes/wording';
import type { Service } from '../../kubernetes/api';
import { deployment, service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';
import { isToldPort } from './told-ports';
import { probedPorts, type ProbedPort } from './probes';

const web = (container: string, ports = 'name: http, containerPort: 8080'): string =>
  deployment('web', 'app: web', { ports, container });
const field = 'spec.template.spec.containers[0].readinessProbe.httpGet.port';

export const probePort = defineRule({
  id: 'workload/probe-port',
  class: 'broken',
  on: ['workload'],
  summary: 'A probe asks a port of its container.',
  why: 'The kubelet asks the pod itself, not the Service. A readiness probe that nobody answers keeps the pod out of every Service; a liveness probe restarts it for ever.',
  fix: 'Name a port of the container, or its number.',
  symptoms: [
    'Readiness probe failed',
    'Liveness probe failed: connection refused',
    'CrashLoopBackOff',
    '503',
    'Progressing',
    '0/1 Running',
  ],
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
  good: [
    { title: 'by name', manifests: web('readinessProbe: { httpGet: { port: http } }') },
    { title: 'by number', manifests: web('livenessProbe: { tcpSocket: { port: 8080 } }') },
    {
      title: 'a container that declares no ports',
      manifests: deployment('web', 'app: web', {
        ports: '',
        container: 'livenessProbe: { tcpSocket: { port: 9000 } }',
      }),
    },
    {
      title: 'the port of a container beside',
      manifests: deployment('web', 'app: web', {
        container: 'readinessProbe: { httpGet: { port: 9000 } }',
        beside: '{ name: proxy, image: "registry.example.com/proxy:1.0", ports: [{ containerPort: 9000 }] }',
      }),
    },
    {
      title: 'the health check of an operator that declares its webhook alone',
      manifests: web('livenessProbe: { httpGet: { port: 8081 } }', 'name: webhook-server, containerPort: 9443'),
    },
    {
      title: 'beside a port of UDP',
      manifests: web('livenessProbe: { httpGet: { port: 8081 } }', 'containerPort: 1514, protocol: UDP'),
    },
  ],
  bad: [
    {
      title: 'a name that the container does not have',
      manifests: web('readinessProbe: { httpGet: { port: htpp } }'),
      finds: [field],
    },
    {
      title: 'the name of a port of another container',
      manifests: deployment('web', 'app: web', {
        container: 'readinessProbe: { httpGet: { port: proxy } }',
        beside:
          '{ name: proxy, image: "registry.example.com/proxy:1.0", ports: [{ name: proxy, containerPort: 9000 }] }',
      }),
      finds: [field],
    },
    {
      title: 'the port of the Service',
      manifests: web('readinessProbe: { httpGet: { port: 80 } }') + service('app: web'),
      finds: [field],
    },
    {
      title: 'a number that the container does not declare',
      manifests: web('readinessProbe: { httpGet: { port: 9090 } }'),
      finds: [field],
    },
    {
      title: 'of a gRPC server',
      manifests: web('livenessProbe: { grpc: { port: 9090 } }'),
      finds: ['spec.template.spec.containers[0].livenessProbe.grpc.port'],
    },
  ],
  *check(workload, { graph }) {
    for (const probe of probedPorts(workload)) {
      // Another host is another rule's matter.
      if (probe.host !== '') continue;
      const problem =
        typeof probe.port === 'string' ? nameProblem(probe, workload) : numberProblem(probe, workload, graph);
      if (problem !== undefined) yield problem;
    }
  },
});

/** Those of the container that is asked, be it one that ends. */
function ownPorts({ container }: ProbedPort): readonly Pick<WorkloadPort, 'name' | 'number'>[] {
  return (container.container.ports ?? []).map((port) => ({
    name: port?.name ?? '',
    number: port?.containerPort ?? 0,
  }));
}

/** The kubelet looks among the ports of the container alone (pkg/probe/util.go, ResolveContainerPort). */
function nameProblem(probe: ProbedPort, workload: Workload): Problem | undefined {
  const ports = ownPorts(probe);
  if (ports.some(({ name }) => name === probe.port)) return undefined;
  const names = ports.flatMap(({ name }) => (name === '' ? [] : [name]));
  const near = nearest(String(probe.port), names) ?? (ports.length === 1 ? (names[0] ?? ports[0]?.number) : undefined);
  const elsewhere = workload.ports.find(({ name }) => name === probe.port);
  return {
    field: `${probe.field}.port`,
    message:
      `the container '${probe.container.container.name ?? ''}' has no port named '${probe.port}': ${printPorts(ports)}` +
      (elsewhere === undefined
        ? ''
        : `; the name belongs to '${elsewhere.container.container.name ?? ''}', and is looked up in the own container alone`),
    edits: elsewhere === undefined ? setTo(probe, near) : setTo(probe, elsewhere.number),
  };
}

function numberProblem(probe: ProbedPort, workload: Workload, graph: Graph): Problem | undefined {
  const ports = ownPorts(probe);
  const { port } = probe;
  // Containers of a pod share their ports, and one that declares none may listen anywhere.
  if (ports.length === 0 || workload.ports.some(({ number }) => number === port)) return undefined;
  const led = servicePortOf(Number(port), workload, graph);
  const message = `the container '${probe.container.container.name ?? ''}' does not declare the port ${port}: ${printPorts(ports)}`;
  if (led !== undefined) {
    const { service, listened, target } = led;
    return {
      field: `${probe.field}.port`,
      message: `${message}; ${port} is the port of Service '${service.name}', which leads to ${target}, and the kubelet asks the pod itself`,
      related: [{ object: service, field: `${listened.field}.port` }],
      edits: setTo(probe, target),
    };
  }
  // What is declared is for information only: who declares several ports often leaves out that of the health check.
  if (ports.length > 1 || isBeside(probe) || isToldPort(Number(port), workload)) return undefined;
  return { field: `${probe.field}.port`, message, severity: 'warning' };
}

/** Whether what is declared answers no probes: webhooks and metrics of operators, whose health check has a port of its own, or UDP. */
function isBeside({ container }: ProbedPort): boolean {
  return (container.container.ports ?? []).every(
    (port) => /webhook|metric|prom/.test(port?.name ?? '') || (port?.protocol ?? 'TCP') !== 'TCP',
  );
}

interface LedPort {
  readonly service: SetObject<Service>;
  readonly listened: ListenedPort;
  readonly target: number;
}

/** A port of a Service that leads to another number at the pod. */
function servicePortOf(number: number, workload: Workload, graph: Graph): LedPort | undefined {
  for (const service of graph.servicesOf(workload)) {
    for (const listened of servicePorts(service)) {
      const [target] = targetNumbers(listened, workload);
      if (listened.number === number && target !== undefined && target !== number) return { service, listened, target };
    }
  }
  return undefined;
}

function setTo({ field }: ProbedPort, value: string | number | undefined): NonNullable<Problem['edits']> {
  return value === undefined ? [] : [{ set: `${field}.port`, value }];
}

function printPorts(ports: readonly Pick<WorkloadPort, 'name' | 'number'>[]): string {
  if (ports.length === 0) return 'it declares none';
  return `it has ${ports.map(({ name, number }) => (name === '' ? `${number}` : `'${name}' ${number}`)).join(', ')}`;
}

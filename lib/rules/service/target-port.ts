import { servicePorts, targetOf, type ListenedPort } from '../../graph/service-ports';
import { nameOf } from '../../graph/set-object';
import type { Workload, WorkloadPort } from '../../graph/workload';
import { nearest, quoteList } from '../../kubernetes/wording';
import { deployment, service } from '../example-manifests';
import { isToldPort } from '../workload/told-ports';
import { defineRule, type Edit, type FieldOf, type Problem } from '../rule';

export const targetPort = defineRule({
  id: 'service/target-port',
  class: 'broken',
  on: ['Service'],
  summary: 'A port of a Service leads to a port that a container of its pods has.',
  why: 'Pods without a port of that name are left out of the endpoints, and a number that nobody listens on refuses connections: a controller in front answers 502 or 503.',
  fix: 'Name a port of the containers under `targetPort`, or its number, with the same protocol.',
  symptoms: ['502 from the controller', '503 from the controller', 'connection refused', 'a Service without endpoints'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  good: [
    { title: 'by number', manifests: service('app: web') + deployment('web', 'app: web') },
    {
      title: 'by name, with another number in each pod',
      manifests:
        service('app: web', { port: 'port: 80, targetPort: http' }) +
        deployment('old', 'app: web, version: v1', { ports: 'name: http, containerPort: 8080' }) +
        deployment('new', 'app: web, version: v2', { ports: 'name: http, containerPort: 9090' }),
    },
    {
      title: 'left out, and the port of the Service itself',
      manifests: service('app: web', { port: 'port: 8080' }) + deployment('web', 'app: web'),
    },
    {
      title: 'containers that declare no ports',
      manifests: service('app: web') + deployment('web', 'app: web', { ports: '' }),
    },
    {
      title: 'a port that the arguments name',
      manifests:
        service('app: web', { port: 'port: 80, targetPort: 9000' }) +
        deployment('web', 'app: web', { container: 'args: ["--listen=:9000"]' }),
    },
    {
      title: 'headless, where pods are reached at their own ports',
      manifests: service('app: web', { port: 'port: 80', spec: 'clusterIP: None' }) + deployment('web', 'app: web'),
    },
    {
      title: 'an init container that stays has the port',
      manifests:
        service('app: web', { port: 'port: 80, targetPort: proxy' }) +
        deployment('web', 'app: web', {
          pod: 'initContainers: [{ name: proxy, image: "registry.example.com/proxy:1.0", restartPolicy: Always, ports: [{ name: proxy, containerPort: 9000 }] }]',
        }),
    },
  ],
  bad: [
    {
      title: 'a name that no container has',
      manifests:
        service('app: web', { port: 'port: 80, targetPort: http' }) +
        deployment('web', 'app: web', { ports: 'name: web, containerPort: 8080' }),
      finds: ['spec.ports[0].targetPort'],
    },
    {
      title: 'a number that no container declares',
      manifests: service('app: web', { port: 'port: 80, targetPort: 8081' }) + deployment('web', 'app: web'),
      finds: ['spec.ports[0].targetPort'],
    },
    {
      title: 'left out, and the containers listen elsewhere',
      manifests: service('app: web', { port: 'port: 80' }) + deployment('web', 'app: web'),
      finds: ['spec.ports[0].port'],
    },
    {
      title: 'another protocol',
      manifests:
        service('app: dns', { port: 'port: 53, targetPort: 8080, protocol: TCP' }) +
        deployment('dns', 'app: dns', { ports: 'containerPort: 8080, protocol: UDP' }),
      finds: ['spec.ports[0].targetPort'],
    },
  ],
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
        typeof port.target === 'number' ? numberProblem(port, ports, pods) : nameProblem(port, ports, pods);
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
): Problem | undefined {
  const number = Number(port.target);
  if (pods.some(({ ports }) => ports.length === 0) || pods.some((workload) => isToldPort(number, workload)))
    return undefined;
  const ports = pods.flatMap((workload) => workload.ports);
  const otherProtocol = ports.find((one) => one.number === number);
  if (otherProtocol !== undefined) return protocolProblem(port, otherProtocol, pods, isLedTo(otherProtocol, all));
  const left = ports.filter((one) => !isLedTo(one, all) && !beside.test(one.name));
  return {
    field: port.targetField,
    message: `no container of ${owners(pods)} declares the port ${number}: they have ${printPorts(ports)}`,
    related: relatedTo(pods),
    edits: editsTo(port, left.length === 1 ? left[0]?.number : undefined),
    // To declare a port is not needed. It is certain where one is declared that the Service leads nobody to.
    severity: left.length === 0 || pods.some(hasSilentContainer) ? 'warning' : 'error',
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

/** A container beside, which declares nothing, may be the one that listens. */
function hasSilentContainer({ containers }: Workload): boolean {
  return containers.some(({ stays, container }) => stays && (container.ports ?? []).length === 0);
}

function protocolProblem(port: ListenedPort, found: WorkloadPort, pods: readonly Workload[], isLed: boolean): Problem {
  return {
    field: port.targetField,
    message: `the port '${port.target}' of ${owners(pods)} is ${found.protocol}, and the Service leads ${port.protocol} to it`,
    fix: `Set \`protocol: ${found.protocol}\` at the port of the Service, or at that of the container the other.`,
    related: relatedTo(pods),
    edits: isLed ? [] : [{ set: `${port.field}.protocol`, value: found.protocol }],
    // Who speaks both may have declared one.
    severity: isLed && typeof port.target === 'number' ? 'warning' : 'error',
  };
}

function editsTo(port: ListenedPort, value: string | number | undefined): readonly Edit[] {
  return value === undefined ? [] : [{ set: `${port.field}.targetPort`, value }];
}

function owners(pods: readonly Workload[]): string {
  const [first] = pods;
  if (first !== undefined && pods.length === 1) return nameOf(first.object);
  return quoteList(pods.slice(0, 3).map(({ object }) => object.name));
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

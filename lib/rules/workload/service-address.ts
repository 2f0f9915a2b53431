import type { Graph } from '../../graph/graph';
import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { WorkloadContainer } from '../../graph/workload';
import type { Service } from '../../kubernetes/api';
import { nearest, quoteList } from '../../kubernetes/wording';
import { deployment, service } from '../example-manifests';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule, type Problem } from '../rule';

const orders = (port?: string): string =>
  service('app: orders', { name: 'orders', namespace: 'back', ...(port === undefined ? {} : { port }) }) +
  deployment('orders', 'app: orders', { namespace: 'back' });
const asking = (url: string, namespace = 'front'): string =>
  deployment('web', 'app: web', { namespace, container: `env: [{ name: ORDERS, value: "${url}" }]` });
const field = 'spec.template.spec.containers[0].env[0].value';

export const serviceAddress = defineRule({
  id: 'workload/service-address',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  summary: 'The address of a Service in a variable or an argument leads to a Service of the set, at one of its ports.',
  why: 'A name without a namespace is looked up in the namespace of the pod that asks, and a Service answers at its own ports, not at those of its pods. It is a guess, since only the program knows what it does with the text.',
  fix: 'Write `<service>.<namespace>` and the port of the Service.',
  symptoms: ['could not resolve host', 'no such host', 'Name or service not known', 'connection timed out'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/'],
  good: [
    { manifests: orders() + asking('http://orders.back/v1') },
    { title: 'in one namespace', manifests: orders() + asking('http://orders/v1', 'back') },
    { title: 'of another team', manifests: orders() + asking('http://payments:8080/') },
    { title: 'of the internet', manifests: orders() + asking('https://orders.example.com:8443/') },
    {
      title: 'the port of the pods behind a headless Service',
      manifests:
        service('app: orders', { name: 'orders', namespace: 'back', spec: 'clusterIP: None' }) +
        asking('http://orders.back:8080'),
    },
  ],
  bad: [
    { title: 'a name of another namespace', manifests: orders() + asking('http://orders/v1'), finds: [field] },
    { title: 'the port of the pods', manifests: orders() + asking('http://orders.back:8080/v1'), finds: [field] },
    {
      title: 'a misspelt name',
      manifests: orders() + asking('http://order.back.svc.cluster.local/v1'),
      finds: [field],
    },
    { title: 'a misspelt name of one letter more', manifests: orders() + asking('orderss.back:80'), finds: [field] },
  ],
  *check({ namespace, containers }, { graph }) {
    if (namesOneNamespace(graph) && graph.ofKind('Service').length === 0) return;
    for (const container of containers) {
      for (const { text, field } of textsOf(container)) {
        const address = addressIn(text);
        const problem = address && problemOf(address, namespace, graph);
        if (problem !== undefined) yield { field, ...problem };
      }
    }
  },
});

interface PlacedText {
  readonly text: string;
  readonly field: string;
}

/** What a container is told that may be an address, which has a colon. */
function textsOf({ container, field }: WorkloadContainer): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  (container.env ?? []).forEach((variable, index) => {
    const text = variable?.value ?? '';
    if (text.includes(':')) texts.push({ text, field: `${field}.env[${index}].value` });
  });
  for (const list of ['command', 'args'] as const) {
    (container[list] ?? []).forEach((word, index) => {
      const text = /^--?[\w.-]+=(.*)$/s.exec(word ?? '')?.[1] ?? word ?? '';
      if (text.includes(':')) texts.push({ text, field: `${field}.${list}[${index}]` });
    });
  }
  return texts;
}

interface Address {
  readonly host: string;
  readonly port: number | undefined;
}

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };
const withScheme = /^([a-z][a-z0-9+]*):\/\/(?:[^@/\s]*@)?([a-z0-9.-]+)(?::([0-9]{1,5}))?(?:[/?#]\S*)?$/;
const withPort = /^([a-z0-9-]+(?:\.[a-z0-9.-]+)?):([0-9]{1,5})$/;

/** The host and port of a text that is an address and nothing else. */
function addressIn(text: string): Address | undefined {
  const url = withScheme.exec(text);
  if (url !== null) {
    const [, scheme = '', host = '', port] = url;
    return { host, port: port === undefined ? defaultPorts[scheme] : Number(port) };
  }
  const [, host, port] = withPort.exec(text) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

type AddressProblem = Omit<Problem, 'field'>;

function problemOf({ host, port }: Address, own: string, graph: Graph): AddressProblem | undefined {
  const [name = '', ...rest] = host
    .replace(/\.$/, '')
    .replace(`.svc.${graph.target.clusterDomain}`, '')
    .replace(/\.svc$/, '')
    .split('.');
  const [namespace = own] = rest;
  if (rest.length > 1) return undefined;
  const service = graph.find('Service', namespace, name);
  if (service !== undefined) return port === undefined ? undefined : portProblem(service, port);
  if (graph.has('Service', namespace, name) || namesOneNamespace(graph)) return undefined;
  return rest.length === 0 ? elsewhere(name, own, graph) : misspelt(name, namespace, graph);
}

function portProblem(service: SetObject<Service>, port: number): AddressProblem | undefined {
  const { clusterIP, type, selector } = service.body.spec ?? {};
  // Without a cluster IP clients ask the pods, at whatever ports those have.
  if (clusterIP === 'None' || type === 'ExternalName' || selector == null) return undefined;
  const ports = servicePorts(service);
  if (ports.length === 0 || ports.some(({ number }) => number === port)) return undefined;
  const behind = ports.find(({ target }) => target === port);
  const hint = behind === undefined ? '' : `; ${port} is the port of the pods, which it reaches from ${behind.number}`;
  return {
    message: `${nameOf(service)} has no port ${port}: it has ${ports.map(({ number }) => number).join(', ')}${hint}`,
    related: [{ object: service, field: behind?.field ?? 'spec.ports' }],
  };
}

function elsewhere(name: string, own: string, graph: Graph): AddressProblem | undefined {
  const others = graph.named('Service', name);
  if (others.length === 0) return undefined;
  const places = quoteList([...new Set(others.map((one) => one.namespace))].slice(0, 3));
  return {
    message: `'${name}' without a namespace is looked up in '${own}', and the Service is in ${places}`,
    related: others.slice(0, 1).map((object) => ({ object, field: 'metadata.namespace' })),
  };
}

/** A name with a namespace of the set, in which one Service is called nearly so. */
function misspelt(name: string, namespace: string, graph: Graph): AddressProblem | undefined {
  const near = nearest(name, graph.names('Service', namespace));
  return near === undefined
    ? undefined
    : { message: `namespace '${namespace}' has no Service '${name}'; '${near}' is the nearest` };
}

import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { itemsAt } from '../../graph/routes/custom-route';
import { destinationsOf, gatewaysOf, serviceOfHost, type Destination } from '../../graph/routes/istio';
import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import { nearest, quoteList } from '../../kubernetes/wording';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom, virtualService } from '../custom-example';
import { service } from '../example-manifests';
import { web } from '../ingress-example';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';

const to = (destination: string): string =>
  virtualService(`hosts: [web], http: [{ route: [{ destination: { ${destination} } }] }]`);
const subsets = (host: string, name: string): string =>
  custom(
    'networking.istio.io/v1 DestinationRule',
    'web',
    `{ host: ${host}, subsets: [{ name: ${name}, labels: { version: ${name} } }] }`,
  );
const at = 'spec.http[0].route[0].destination';

export const istioDestination = defineRule({
  id: 'istio/destination',
  class: 'broken',
  on: ['networking.istio.io VirtualService'],
  summary:
    'A VirtualService leads to hosts that Istio knows, to ports that they have, and to subsets that a DestinationRule defines.',
  why: 'A short name is one of the namespace of the VirtualService, and any name with a dot is taken as it stands: `web.shop` is no Service. Envoy answers 503 for a host or subset that it does not know.',
  fix: 'Write the short name of a Service of the namespace, or `name.namespace.svc.cluster.local`; define the subset in a DestinationRule of the host.',
  symptoms: ['503 from the controller', 'NC cluster_not_found', 'no healthy upstream', 'IST0101'],
  references: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination'],
  good: [
    { title: 'a short name', manifests: web + to('host: web') },
    { title: 'the whole name', manifests: web + to('host: web.default.svc.cluster.local, port: { number: 80 }') },
    {
      title: 'a subset',
      manifests: web + to('host: web, subset: v1') + subsets('web.default.svc.cluster.local', 'v1'),
    },
    { title: 'a subset of somebody else', manifests: web + to('host: web, subset: v1') },
    {
      title: 'a host outside',
      manifests:
        web +
        to('host: pay.example.net') +
        custom(
          'networking.istio.io/v1 ServiceEntry',
          'pay',
          '{ hosts: [pay.example.net], resolution: DNS, ports: [{ number: 443, name: tls, protocol: TLS }] }',
        ),
    },
  ],
  bad: [
    {
      title: 'a name with its namespace',
      manifests: service('app: web', { namespace: 'shop' }) + to('host: web.shop'),
      finds: [`${at}.host`],
    },
    { title: 'misspelt, in the mesh', manifests: web + to('host: wep'), finds: [`${at}.host`] },
    {
      title: 'a port of the pods, in the mesh',
      manifests: web + to('host: web, port: { number: 8080 }'),
      finds: [`${at}.port.number`],
    },
    {
      title: 'a subset that is not defined',
      manifests: web + to('host: web, subset: v2') + subsets('web', 'v1'),
      finds: [`${at}.subset`],
    },
  ],
  *check(object, { graph }) {
    // Where a gateway serves it, route/backend-service and route/backend-port look at Services.
    const mesh = gatewaysOf(object).every(({ name }) => name === 'mesh');
    for (const destination of destinationsOf(object)) {
      const problem =
        hostProblem(graph, object, destination) ??
        (mesh ? serviceProblem(graph, object, destination) : undefined) ??
        subsetProblem(graph, object, destination);
      if (problem !== undefined) yield problem;
    }
  },
});

function hostProblem(graph: Graph, { namespace }: SetObject, { host, field }: Destination): Problem | undefined {
  if (serviceOfHost(host, namespace, graph.target.clusterDomain) !== undefined || entries(graph).has(host))
    return undefined;
  const [service = '', owner = '', ...rest] = host.split('.');
  const short = rest.length === 0 || (rest.length === 1 && rest[0] === 'svc');
  const found = short ? graph.find('Service', owner, service) : undefined;
  if (found === undefined) return undefined;
  const full = `${service}.${owner}.svc.${graph.target.clusterDomain}`;
  return {
    field: `${field}.host`,
    message: `'${host}' is taken as the whole name of a host; ${nameOf(found)} is '${full}'`,
    related: [{ object: found, field: 'metadata.name' }],
    edits: [{ set: `${field}.host`, value: full }],
  };
}

function serviceProblem(graph: Graph, from: SetObject, { host, port, field }: Destination): Problem | undefined {
  const named = serviceOfHost(host, from.namespace, graph.target.clusterDomain);
  if (named === undefined || entries(graph).has(host)) return undefined;
  const found = graph.find('Service', named.namespace, named.service);
  if (found === undefined) {
    const reference = {
      kinds: ['Service'] as const,
      namespace: named.namespace,
      name: named.service,
      field: `${field}.host`,
    };
    const problem = missingReference(graph, reference);
    return host === named.service || problem === undefined ? problem : { ...problem, edits: [] };
  }
  const ports = servicePorts(found).map(({ number }) => number);
  if (port === undefined || ports.includes(port)) return undefined;
  return {
    field: `${field}.port.number`,
    message: `${nameOf(found)} has no port ${port}: it has ${ports.join(', ')}`,
    related: [{ object: found, field: 'spec.ports' }],
  };
}

function subsetProblem(
  graph: Graph,
  { namespace }: SetObject,
  { host, subset, field }: Destination,
): Problem | undefined {
  if (subset === '') return undefined;
  const known = subsetsOf(graph).get(fullName(graph, host, namespace));
  // Without a DestinationRule in the set, its subsets are defined elsewhere.
  if (known === undefined || known.has(subset)) return undefined;
  const at = `${field}.subset`;
  const near = nearest(subset, [...known]);
  const edits = near === undefined ? {} : { edits: [{ set: at, value: near }] };
  return {
    field: at,
    message: `no DestinationRule of '${host}' defines the subset '${subset}': they define ${quoteList([...known])}`,
    ...edits,
  };
}

function fullName(graph: Graph, host: string, namespace: string): string {
  const named = serviceOfHost(host, namespace, graph.target.clusterDomain);
  return named === undefined ? host : `${named.namespace}/${named.service}`;
}

/** The subsets that DestinationRules define, by host. */
const subsetsOf = oncePerGraph((graph): ReadonlyMap<string, ReadonlySet<string>> => {
  const subsets = new Map<string, Set<string>>();
  for (const rule of graph.ofKind('networking.istio.io DestinationRule')) {
    const host = fullName(graph, textOf(valueAt(rule.body, 'spec', 'host')), rule.namespace);
    const known = subsets.get(host) ?? new Set<string>();
    for (const { item } of itemsAt(valueAt(rule.body, 'spec'), 'subsets', 'spec'))
      known.add(textOf(valueAt(item, 'name')));
    subsets.set(host, known);
  }
  return subsets;
});

/** The hosts that ServiceEntries bring in. */
const entries = oncePerGraph((graph): ReadonlySet<string> => {
  const all = graph.ofKind('networking.istio.io ServiceEntry');
  return new Set(all.flatMap(({ body }) => itemsOf(valueAt(body, 'spec', 'hosts')).map(textOf)));
});

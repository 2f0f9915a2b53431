import type { Graph } from '../../graph/graph';
import { itemsAt } from '../../graph/routes/custom-route';
import { gatewayNamed, gatewaysOf } from '../../graph/routes/istio';
import type { SetObject } from '../../graph/set-object';
import { quoteList } from '../../kubernetes/wording';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom, virtualService } from '../custom-example';
import { web } from '../ingress-example';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';

const gateway = (hosts: string, namespace = 'default'): string =>
  custom(
    'networking.istio.io/v1 Gateway',
    'edge',
    `{ selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['${hosts}'] }] }`,
    { namespace },
  );
const through = (gateways: string, host = 'shop.example.com'): string =>
  web +
  virtualService(`hosts: ['${host}'], gateways: [${gateways}], http: [{ route: [{ destination: { host: web } }] }]`, {
    namespace: 'default',
  });

export const istioGateway = defineRule({
  id: 'istio/gateway',
  class: 'broken',
  on: ['networking.istio.io VirtualService'],
  summary: 'A VirtualService names a Gateway that is there, and hosts that the Gateway has.',
  why: 'Istio leads requests by a VirtualService at the gateways that it names alone, for hosts that their servers list. Without either Envoy has no route, and answers 404.',
  fix: 'Name the Gateway as `namespace/name` where it is of another namespace, and list the host in its `servers`.',
  symptoms: [
    '404 from the controller',
    'NR route_not_found',
    'VirtualServiceHostNotFoundInGateway',
    'IST0101',
    'IST0132',
  ],
  references: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/'],
  good: [
    { manifests: through('edge') + gateway('shop.example.com') },
    { title: 'a wildcard', manifests: through('edge') + gateway('*.example.com') },
    { title: 'every host', manifests: through('edge') + gateway('*') },
    { title: 'with the namespace of the hosts', manifests: through('edge') + gateway('./shop.example.com') },
    { title: 'of another namespace', manifests: through('istio-system/edge') + gateway('*', 'istio-system') },
    { title: 'of somebody else', manifests: through('istio-system/edge') },
    { title: 'the mesh too', manifests: through('edge, mesh', 'web') + gateway('web') },
  ],
  bad: [
    { title: 'misspelt', manifests: through('egde') + gateway('*'), finds: ['spec.gateways[0]'] },
    {
      title: 'of another namespace',
      manifests: through('edge') + gateway('*', 'istio-system'),
      finds: ['spec.gateways[0]'],
    },
    { title: 'another host', manifests: through('edge') + gateway('www.example.com'), finds: ['spec.hosts[0]'] },
    { title: 'a host of another namespace', manifests: through('edge') + gateway('blog/*'), finds: ['spec.hosts[0]'] },
  ],
  *check(object, { graph }) {
    const gateways: SetObject[] = [];
    const named = gatewaysOf(object).filter(({ name }) => name !== 'mesh');
    for (const { name, field } of named) {
      const found = graph.find(
        'networking.istio.io Gateway',
        gatewayNamed(name, object).namespace,
        gatewayNamed(name, object).name,
      );
      if (found !== undefined) gateways.push(found);
      else yield* missingGateway(graph, object, name, field);
    }
    // What a gateway of somebody else serves is not known.
    if (gateways.length < named.length || gateways.length === 0 || gatewaysOf(object).length > named.length) return;
    const served = gateways.flatMap((gateway) => hostsOf(gateway, object.namespace));
    for (const [index, item] of itemsOf(valueAt(object.body, 'spec', 'hosts')).entries()) {
      const host = textOf(item).toLowerCase();
      if (host === '' || served.some((one) => meet(one, host))) continue;
      yield {
        field: `spec.hosts[${index}]`,
        message: `no server of the Gateways has the host '${host}': they have ${quoteList([...new Set(served)])}`,
        related: gateways.map((gateway) => ({ object: gateway, field: 'spec.servers' })),
      };
    }
  },
});

function* missingGateway(graph: Graph, object: SetObject, named: string, field: string): Iterable<Problem> {
  const { namespace, name } = gatewayNamed(named, object);
  const problem = missingReference(graph, { kinds: ['networking.istio.io Gateway'], namespace, name, field });
  // The edit would lose a namespace before the name.
  if (problem !== undefined) yield named.includes('/') ? { ...problem, edits: [] } : problem;
}

/** The hosts of a Gateway for VirtualServices of a namespace: `namespace/host`, with `.` for its own and `*` for all. */
function hostsOf(gateway: SetObject, namespace: string): readonly string[] {
  const servers = itemsAt(valueAt(gateway.body, 'spec'), 'servers', 'spec');
  return servers.flatMap(({ item }) =>
    itemsOf(valueAt(item, 'hosts')).flatMap((one) => {
      const [first = '', host] = textOf(one).toLowerCase().split('/');
      if (host === undefined) return [first];
      const owner = first === '.' ? gateway.namespace : first;
      return owner === '*' || owner === namespace ? [host] : [];
    }),
  );
}

function meet(one: string, other: string): boolean {
  const covers = (wide: string, narrow: string): boolean => wide.startsWith('*') && narrow.endsWith(wide.slice(1));
  return one === other || covers(one, other) || covers(other, one);
}

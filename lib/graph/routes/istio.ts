import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import type { SetObject } from '../set-object';
import { hostOf, itemsAt, routeOf, type Item } from './custom-route';
import type { Route, RouteBackend } from './route';

/** Where a host of Istio is a Service of the cluster. */
export interface ServiceHost {
  readonly namespace: string;
  readonly service: string;
}

/**
 * The Service that a host stands for: a short name is one of the namespace of the object, all else is taken as it stands
 * (ResolveShortnameToFQDN of pilot/pkg/model). Undefined for hosts outside.
 */
export function serviceOfHost(host: string, namespace: string, clusterDomain: string): ServiceHost | undefined {
  if (host === '' || host.includes('*')) return undefined;
  if (!host.includes('.')) return { namespace, service: host };
  const [service = '', inNamespace = '', svc, ...domain] = host.split('.');
  const own = svc === 'svc' && [clusterDomain, 'cluster.local'].includes(domain.join('.'));
  return own ? { namespace: inNamespace, service } : undefined;
}

/** Where a VirtualService leads requests to. */
export interface Destination {
  readonly host: string;
  readonly subset: string;
  readonly port: number | undefined;
  /** `spec.http[0].route[0].destination`. */
  readonly field: string;
}

/** Every destination of a VirtualService, those of mirrors too. */
export function destinationsOf(from: SetObject): readonly Destination[] {
  const spec = valueAt(from.body, 'spec');
  return ['http', 'tls', 'tcp'].flatMap((list) => itemsAt(spec, list, 'spec').flatMap(destinationsAt));
}

function destinationsAt({ item, field }: Item): readonly Destination[] {
  const listed = [...itemsAt(item, 'route', field), ...itemsAt(item, 'mirrors', field)];
  const places = listed.map((one) => ({ item: valueAt(one.item, 'destination'), field: `${one.field}.destination` }));
  return [...places, { item: valueAt(item, 'mirror'), field: `${field}.mirror` }].flatMap((one) => {
    const host = textOf(valueAt(one.item, 'host'));
    if (host === '') return [];
    const port = numberOf(valueAt(one.item, 'port', 'number'));
    return [{ host, port, subset: textOf(valueAt(one.item, 'subset')), field: one.field }];
  });
}

/** The gateways that serve a VirtualService; `mesh` is that of every pod, and stands where none is named. */
export function gatewaysOf({ body }: SetObject): readonly { readonly name: string; readonly field: string }[] {
  return itemsOf(valueAt(body, 'spec', 'gateways')).map((name, index) => ({
    name: textOf(name),
    field: `spec.gateways[${index}]`,
  }));
}

/** The namespace and name of a gateway: `name`, or `namespace/name`. */
export function gatewayNamed(name: string, from: SetObject): { readonly namespace: string; readonly name: string } {
  const slash = name.indexOf('/');
  if (slash < 0) return { namespace: from.namespace, name };
  return {
    namespace: name.slice(0, slash) === '.' ? from.namespace : name.slice(0, slash),
    name: name.slice(slash + 1),
  };
}

/** The routes of VirtualServices that gateways serve; those of the mesh alone are no way in. */
export function istioRoutes(graph: Pick<Graph, 'ofKind' | 'target'>): readonly Route[] {
  return graph.ofKind('networking.istio.io VirtualService').flatMap((from) => {
    if (gatewaysOf(from).every(({ name }) => name === 'mesh')) return [];
    const hosts = itemsOf(valueAt(from.body, 'spec', 'hosts')).map(textOf);
    return (['http', 'tls', 'tcp'] as const).flatMap((protocol) =>
      itemsAt(valueAt(from.body, 'spec'), protocol, 'spec').flatMap((rule) => {
        const backends = backendsAt(from, rule, graph.target.clusterDomain);
        return hosts.flatMap((host, index) => {
          const place = { from, protocol, backends, host: hostOf(host), hostField: `spec.hosts[${index}]` };
          return matchesAt(rule, protocol).map((match) => routeOf({ ...place, ...match }));
        });
      }),
    );
  });
}

function backendsAt(from: SetObject, rule: Item, clusterDomain: string): readonly RouteBackend[] {
  return destinationsAt(rule).flatMap(({ host, port, field }) => {
    const service = serviceOfHost(host, from.namespace, clusterDomain);
    if (service === undefined) return [];
    return [{ from, ...service, port, field: `${field}.host`, portField: `${field}.port.number` }];
  });
}

function matchesAt({ item, field }: Item, protocol: 'http' | 'tls' | 'tcp'): readonly Partial<Route>[] {
  const matches = itemsAt(item, 'match', field);
  if (protocol !== 'http') return [{ pathField: field, conditional: matches.length > 0 }];
  if (matches.length === 0) return [{ path: '/', pathType: 'Prefix', pathField: field }];
  return matches.map((match) => {
    const asked = Object.keys(typeof match.item === 'object' && match.item !== null ? match.item : {});
    const conditional = asked.some((name) => !['uri', 'name'].includes(name));
    const uri = valueAt(match.item, 'uri');
    const pathField = uri === undefined ? match.field : `${match.field}.uri`;
    for (const [name, pathType] of uriMatches) {
      const path = textOf(valueAt(uri, name));
      if (path !== '') return { path, pathType, pathField, conditional };
    }
    return { path: '/', pathType: 'Prefix', pathField, conditional };
  });
}

const uriMatches = [
  ['exact', 'Exact'],
  ['prefix', 'Prefix'],
  ['regex', 'RegularExpression'],
] as const;

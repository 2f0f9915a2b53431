import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import type { SetObject } from '../set-object';
import { backendAt, hostOf, itemsAt, routeOf, type Item } from './custom-route';
import type { Route, RouteBackend } from './route';

/** An upstream that a route names, and where. */
export interface UpstreamName {
  readonly name: string;
  /** `spec.routes[0].action.pass`. */
  readonly field: string;
}

/** The routes of F5 NGINX's own kinds. */
export function nginxRoutes(graph: Pick<Graph, 'ofKind'>): readonly Route[] {
  return [
    ...graph.ofKind('k8s.nginx.org VirtualServer').flatMap((from) => httpRoutes(from, 'routes')),
    ...graph.ofKind('k8s.nginx.org VirtualServerRoute').flatMap((from) => httpRoutes(from, 'subroutes')),
    ...graph.ofKind('k8s.nginx.org TransportServer').map(transportRoute),
  ];
}

function httpRoutes(from: SetObject, list: 'routes' | 'subroutes'): readonly Route[] {
  const spec = valueAt(from.body, 'spec');
  const host = hostOf(textOf(valueAt(spec, 'host')));
  const upstreams = upstreamsOf(from);
  return itemsAt(spec, list, 'spec').flatMap((route) => {
    // What leads to a VirtualServerRoute is told there.
    if (valueAt(route.item, 'route') !== undefined || valueAt(route.item, 'routeSelector') !== undefined) return [];
    const names = new Set(upstreamNamesOf(route).map(({ name }) => name));
    const backends = [...names].flatMap((name) => upstreams.get(name) ?? []);
    const place = { from, host, hostField: 'spec.host', pathField: `${route.field}.path` };
    return [routeOf({ ...place, ...pathOf(textOf(valueAt(route.item, 'path'))), backends })];
  });
}

/** `=/exact`, `~ regex` and `~* regex`, else a prefix. */
function pathOf(text: string): Pick<Route, 'path' | 'pathType'> {
  if (text.startsWith('=')) return { path: text.slice(1).trim(), pathType: 'Exact' };
  if (text.startsWith('~')) return { path: text, pathType: 'RegularExpression' };
  return { path: text === '' ? '/' : text, pathType: 'Prefix' };
}

function transportRoute(from: SetObject): Route {
  const spec = valueAt(from.body, 'spec');
  const passes = textOf(valueAt(spec, 'listener', 'protocol')) === 'TLS_PASSTHROUGH';
  const udp = textOf(valueAt(spec, 'listener', 'protocol')) === 'UDP';
  const host = textOf(valueAt(spec, 'host'));
  const backends = upstreamsOf(from).get(textOf(valueAt(spec, 'action', 'pass'))) ?? [];
  const protocol = passes ? 'tls' : udp ? 'udp' : 'tcp';
  return routeOf({ from, protocol, host: hostOf(host), hostField: host === '' ? 'spec' : 'spec.host', backends });
}

/** The Services of the upstreams by their names. */
export function upstreamsOf(from: SetObject): ReadonlyMap<string, readonly RouteBackend[]> {
  const listed = itemsAt(valueAt(from.body, 'spec'), 'upstreams', 'spec');
  return new Map(
    listed.map((upstream) => [
      textOf(valueAt(upstream.item, 'name')),
      [...serviceAt(from, upstream, 'service', 'port'), ...serviceAt(from, upstream, 'backup', 'backupPort')],
    ]),
  );
}

function serviceAt(from: SetObject, upstream: Item, name: string, port: string): readonly RouteBackend[] {
  const [backend] = backendAt(from, upstream, { name, port });
  if (backend === undefined) return [];
  const [namespace = '', service, ...more] = backend.service.split('/');
  if (service === undefined || more.length > 0) return [backend];
  return [{ ...backend, namespace, service }];
}

/** Every upstream that a route leads to: by its action, by splits, and by conditions. */
export function upstreamNamesOf(route: Item): readonly UpstreamName[] {
  const places = [route, ...itemsAt(route.item, 'matches', route.field)];
  const split = places.flatMap(({ item, field }) => [{ item, field }, ...itemsAt(item, 'splits', field)]);
  return split.flatMap(({ item, field }) => {
    const action = valueAt(item, 'action');
    return [
      { name: textOf(valueAt(action, 'pass')), field: `${field}.action.pass` },
      { name: textOf(valueAt(action, 'proxy', 'upstream')), field: `${field}.action.proxy.upstream` },
    ].filter(({ name }) => name !== '');
  });
}

/** The Policies that a list names, with the namespace where each is looked for. */
export function policiesAt(
  from: SetObject,
  value: unknown,
  at: string,
): readonly { readonly namespace: string; readonly name: string; readonly field: string }[] {
  return itemsOf(valueAt(value, 'policies')).map((item, index) => ({
    namespace: textOf(valueAt(item, 'namespace')) || from.namespace,
    name: textOf(valueAt(item, 'name')),
    field: `${at}.policies[${index}].name`,
  }));
}

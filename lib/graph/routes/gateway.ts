import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import type { SetObject } from '../set-object';
import { backendAt, hostOf, itemsAt, routeOf, type Item } from './custom-route';
import type { Route, RouteBackend } from './route';

/** The group of the Gateway API. */
export const gatewayGroup = 'gateway.networking.k8s.io';

/** The kinds of route, and what they speak. */
export const routeKinds = {
  HTTPRoute: 'http',
  GRPCRoute: 'http',
  TLSRoute: 'tls',
  TCPRoute: 'tcp',
  UDPRoute: 'udp',
} as const;

/** The name of a kind of route. */
export type RouteKind = keyof typeof routeKinds;

/** What a route asks to be served by. */
export interface ParentRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Empty for all listeners. */
  readonly sectionName: string;
  readonly port: number | undefined;
  /** `spec.parentRefs[0]`. */
  readonly field: string;
}

/** What a route asks to be served by. */
export function parentRefsOf({ body, namespace }: SetObject): readonly ParentRef[] {
  return itemsAt(valueAt(body, 'spec'), 'parentRefs', 'spec').map(({ item, field }) => ({
    group: textOf(valueAt(item, 'group') ?? gatewayGroup),
    kind: textOf(valueAt(item, 'kind')) || 'Gateway',
    namespace: textOf(valueAt(item, 'namespace')) || namespace,
    name: textOf(valueAt(item, 'name')),
    sectionName: textOf(valueAt(item, 'sectionName')),
    port: numberOf(valueAt(item, 'port')),
    field,
  }));
}

/** The hosts that a route names, in lower case; none where it takes those of its listeners. */
export function hostnamesOf({ body }: SetObject): readonly string[] {
  return itemsOf(valueAt(body, 'spec', 'hostnames')).map((host) => textOf(host).toLowerCase());
}

/** Every route of the Gateway API, of all kinds. */
export function gatewayRoutesOf(graph: Pick<Graph, 'ofKind'>): readonly SetObject[] {
  return Object.keys(routeKinds).flatMap((kind) => graph.ofKind(`${gatewayGroup} ${kind}`));
}

/** The routes of the Gateway API that Gateways serve; those of a mesh, whose parent is a Service, are no way in. */
export function gatewayRoutes(graph: Pick<Graph, 'ofKind'>): readonly Route[] {
  return gatewayRoutesOf(graph).flatMap((from) => {
    const parents = parentRefsOf(from);
    if (parents.length > 0 && parents.every(({ kind }) => kind === 'Service')) return [];
    return routesOf(from);
  });
}

function routesOf(from: SetObject): readonly Route[] {
  // The kinds are those of the table.
  const protocol = routeKinds[from.kind as RouteKind];
  const spec = valueAt(from.body, 'spec');
  const named = itemsOf(valueAt(spec, 'hostnames')).map(textOf);
  const hosts = (named.length === 0 ? [''] : named).map((host, index) => ({
    host: hostOf(host),
    hostField: named.length === 0 ? 'spec' : `spec.hostnames[${index}]`,
  }));
  return itemsAt(spec, 'rules', 'spec').flatMap((rule) => {
    const backends = backendsAt(from, rule);
    const matches = protocol === 'http' ? matchesAt(rule, from.kind) : [{ pathField: rule.field }];
    return hosts.flatMap((host) => matches.map((match) => routeOf({ from, protocol, backends, ...host, ...match })));
  });
}

/** The Services that a rule leads to. */
export function backendsAt(from: SetObject, { item, field }: Item): readonly RouteBackend[] {
  return itemsAt(item, 'backendRefs', field).flatMap((one) => {
    const kind = textOf(valueAt(one.item, 'kind')) || 'Service';
    if (textOf(valueAt(one.item, 'group')) !== '' || kind !== 'Service') return [];
    return backendAt(from, one, { namespace: textOf(valueAt(one.item, 'namespace')) || from.namespace });
  });
}

function matchesAt({ item, field }: Item, kind: string): readonly Partial<Route>[] {
  const matches = itemsAt(item, 'matches', field);
  if (matches.length === 0) return [{ path: '/', pathType: 'Prefix', pathField: field }];
  return matches.map((match) => {
    const asks = (name: string): boolean => valueAt(match.item, name) !== undefined;
    if (kind === 'GRPCRoute')
      return { path: '/', pathType: 'Prefix', pathField: match.field, conditional: asks('method') || asks('headers') };
    const conditional = ['headers', 'queryParams', 'method'].some(asks);
    return { ...pathAt(match), conditional };
  });
}

function pathAt({ item, field }: Item): Partial<Route> {
  const path = valueAt(item, 'path');
  const type = textOf(valueAt(path, 'type')) || 'PathPrefix';
  const pathType = type === 'PathPrefix' ? 'Prefix' : type === 'Exact' ? 'Exact' : 'RegularExpression';
  return {
    path: textOf(valueAt(path, 'value')) || '/',
    pathType,
    pathField: path === undefined ? field : `${field}.path.value`,
  };
}

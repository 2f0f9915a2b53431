import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import type { SetObject } from '../set-object';
import { backendAt, itemsAt, routeOf, type Item } from './custom-route';
import type { Route, RouteBackend } from './route';
import { matchesOf, type TraefikMatch } from './traefik-match';

type Objects = Pick<Graph, 'ofKind' | 'find'>;

/** The groups of Traefik's kinds; the older one is gone in Traefik 3. */
export const traefikGroups = ['traefik.io', 'traefik.containo.us'] as const;

/** How deep TraefikServices may lead to each other: they may lead round in a circle. */
const deepest = 8;

/** The routes of IngressRoute, IngressRouteTCP and IngressRouteUDP. */
export function traefikRoutes(graph: Objects): readonly Route[] {
  return traefikGroups.flatMap((group) => [
    ...graph.ofKind(`${group} IngressRoute`).flatMap((from) => httpRoutes(graph, from)),
    ...graph.ofKind(`${group} IngressRouteTCP`).flatMap(tcpRoutes),
    ...graph.ofKind(`${group} IngressRouteUDP`).flatMap(udpRoutes),
  ]);
}

function httpRoutes(graph: Objects, from: SetObject): readonly Route[] {
  return itemsAt(valueAt(from.body, 'spec'), 'routes', 'spec').flatMap((route) => {
    const backends = itemsAt(route.item, 'services', route.field).flatMap((one) => servicesAt(graph, from, one, 0));
    // A route of a priority of its own is meant to stand above others, a page for times of maintenance say.
    return matched(from, route, backends, { conditional: valueAt(route.item, 'priority') !== undefined });
  });
}

function tcpRoutes(from: SetObject): readonly Route[] {
  const spec = valueAt(from.body, 'spec');
  const protocol = valueAt(spec, 'tls', 'passthrough') === true ? 'tls' : 'tcp';
  return itemsAt(spec, 'routes', 'spec').flatMap((route) => {
    const backends = itemsAt(route.item, 'services', route.field).flatMap((one) => serviceAt(from, one));
    return matched(from, route, backends, { protocol, conditional: valueAt(route.item, 'priority') !== undefined });
  });
}

function udpRoutes(from: SetObject): readonly Route[] {
  return itemsAt(valueAt(from.body, 'spec'), 'routes', 'spec').map((route) => {
    const backends = itemsAt(route.item, 'services', route.field).flatMap((one) => serviceAt(from, one));
    return routeOf({ from, hostField: route.field, backends, protocol: 'udp' });
  });
}

function matched(
  from: SetObject,
  { item, field }: Item,
  backends: readonly RouteBackend[],
  more: Partial<Route>,
): readonly Route[] {
  const place = { from, backends, hostField: `${field}.match`, pathField: `${field}.match` };
  const own = more.conditional === true;
  return matchesOf(textOf(valueAt(item, 'match'))).map((match: TraefikMatch) =>
    routeOf({ ...place, ...more, ...match, conditional: own || match.conditional }),
  );
}

function serviceAt(from: SetObject, item: Item): readonly RouteBackend[] {
  // `api@internal`, `shop@file`: of another provider of Traefik, and none of the cluster.
  if (textOf(valueAt(item.item, 'name')).includes('@')) return [];
  return backendAt(from, item, { namespace: textOf(valueAt(item.item, 'namespace')) || from.namespace });
}

/** What a service of a route leads to; through TraefikServices as far as the set has them. */
function servicesAt(graph: Objects, from: SetObject, item: Item, depth: number): readonly RouteBackend[] {
  const kind = textOf(valueAt(item.item, 'kind'));
  if (kind !== 'TraefikService') return kind === '' || kind === 'Service' ? serviceAt(from, item) : [];
  const namespace = textOf(valueAt(item.item, 'namespace')) || from.namespace;
  const inner = graph.find(`${from.group} TraefikService`, namespace, textOf(valueAt(item.item, 'name')));
  if (inner === undefined || depth >= deepest) return [];
  return servicesOf(inner).flatMap((one) => servicesAt(graph, inner, one, depth + 1));
}

/** The services that a TraefikService leads to. */
export function servicesOf({ body }: SetObject): readonly Item[] {
  const spec = valueAt(body, 'spec');
  const mirroring = valueAt(spec, 'mirroring');
  const failover = valueAt(spec, 'failover');
  const listed = ['weighted', 'highestRandomWeight'].flatMap((list) =>
    itemsAt(valueAt(spec, list), 'services', `spec.${list}`),
  );
  const main = mirroring === undefined ? [] : [{ item: mirroring, field: 'spec.mirroring' }];
  const others = ['service', 'fallback'].map((name) => ({
    item: valueAt(failover, name),
    field: `spec.failover.${name}`,
  }));
  return [...listed, ...main, ...itemsAt(mirroring, 'mirrors', 'spec.mirroring'), ...others];
}

/** The entry points that a route names; empty where it leaves them to Traefik. */
export function entryPointsOf({ body }: SetObject): readonly string[] {
  return itemsOf(valueAt(body, 'spec', 'entryPoints')).map(textOf);
}

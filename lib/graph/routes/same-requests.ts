import type { Graph } from '../graph';
import { oncePerGraph } from '../once';
import { annotationOf } from '../set-object';
import { frontendOf, isPartOfAnother } from './frontends';
import { withoutSlash } from './overlap';
import type { Route } from './route';

/** Routes that take the same requests: of one place where routes are served, one host and one path. The first is the one that stands first. */
export const sameRequests = oncePerGraph((graph): readonly (readonly [Route, ...Route[]])[] => {
  const groups = new Map<string, [Route, ...Route[]]>();
  const frontends = new Map<Route['from'], string>();
  for (const route of graph.routes) {
    const { from, conditional } = route;
    if (conditional || isPartOfAnother(from) || graph.isRepeated(from) || asksForMore(graph, route)) continue;
    const frontend = frontends.get(from) ?? frontendOf(graph, from);
    frontends.set(from, frontend);
    const key = [frontend, route.protocol, route.host.toLowerCase(), requestsOf(route)].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [route]);
    else if (!isSameRoute(group[0], route)) group.push(route);
  }
  return [...groups.values()].filter((group) => group.length > 1);
});

/** A route that two roots include, of which one is written twice, is read twice. */
function isSameRoute(one: Route, other: Route): boolean {
  return one.from === other.from && one.pathField === other.pathField && one.hostField === other.hostField;
}

/** What `ImplementationSpecific` means is the controller's affair; most take it as a prefix. */
function requestsOf({ path, pathType }: Route): string {
  if (path === undefined) return '';
  const prefix = pathType === 'Prefix' || pathType === 'ImplementationSpecific';
  return prefix ? `Prefix ${withoutSlash(path)}` : `${pathType ?? ''} ${path}`;
}

/** Some makes keep what else a route asks for on the Service, or beside its name. */
function asksForMore(graph: Graph, { from, backends }: Route): boolean {
  return backends.some(({ namespace, service }) => {
    if (annotationOf(from, `alb.ingress.kubernetes.io/conditions.${service}`) !== undefined) return true;
    const found = graph.find('Service', namespace, service);
    return found !== undefined && annotationOf(found, 'haproxy.org/route-acl') !== undefined;
  });
}

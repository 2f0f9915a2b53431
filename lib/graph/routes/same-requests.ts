import { oncePerGraph } from '../once';
import { frontendOf, isPartOfAnother } from './frontends';
import { withoutSlash } from './overlap';
import type { Route } from './route';

/** Routes that take the same requests: of one place where routes are served, one host and one path. The first is the one that stands first. */
export const sameRequests = oncePerGraph((graph): readonly (readonly [Route, ...Route[]])[] => {
  const groups = new Map<string, [Route, ...Route[]]>();
  const frontends = new Map<Route['from'], string>();
  for (const route of graph.routes) {
    const { from, conditional } = route;
    if (conditional || isPartOfAnother(from)) continue;
    const frontend = frontends.get(from) ?? frontendOf(graph, from);
    frontends.set(from, frontend);
    const key = JSON.stringify([frontend, route.protocol, route.host.toLowerCase(), ...requestsOf(route)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [route]);
    else group.push(route);
  }
  return [...groups.values()].filter((group) => group.length > 1);
});

/** What `ImplementationSpecific` means is the controller's affair; most take it as a prefix. */
function requestsOf({ path, pathType }: Route): readonly string[] {
  if (path === undefined) return [];
  const prefix = pathType === 'Prefix' || pathType === 'ImplementationSpecific';
  return prefix ? [withoutSlash(path), 'Prefix'] : [path, pathType ?? ''];
}

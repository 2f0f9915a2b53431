import type { Graph } from '../graph';
import { ingressRoutes } from './ingress';
import type { Route } from './route';

export type { Route, RouteBackend } from './route';

/** All routes of a set, by the kinds that describe them. */
export function routesOf(graph: Pick<Graph, 'ofKind'>): readonly Route[] {
  return [...graph.ofKind('Ingress').flatMap(ingressRoutes)];
}

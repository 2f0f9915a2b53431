import type { Graph } from '../graph';
import { contourRoutes } from './contour';
import { gatewayRoutes } from './gateway';
import { haproxyRoutes } from './haproxy';
import { ingressRoutes } from './ingress';
import { istioRoutes } from './istio';
import { nginxRoutes } from './nginx';
import type { Route } from './route';
import { traefikRoutes } from './traefik';

export type { Route, RouteBackend } from './route';

/** All routes of a set, by the kinds that describe them. */
export function routesOf(graph: Pick<Graph, 'ofKind' | 'find' | 'target'>): readonly Route[] {
  return [
    ...graph.ofKind('Ingress').flatMap(ingressRoutes),
    ...traefikRoutes(graph),
    ...contourRoutes(graph),
    ...nginxRoutes(graph),
    ...haproxyRoutes(graph),
    ...gatewayRoutes(graph),
    ...istioRoutes(graph),
  ];
}

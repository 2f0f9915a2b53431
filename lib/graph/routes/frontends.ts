import { albAnnotations, gkeAnnotations } from '../../controllers/annotations';
import type { Ingress } from '../../kubernetes/api';
import { valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import { makesOf } from '../ingress-makes';
import { annotationOf, type SetObject } from '../set-object';

/** What says in the controllers' own kinds where a route is served: entry points, Gateways, listeners. */
const placesOfKinds = [['entryPoints'], ['parentRefs'], ['gateways'], ['listener'], ['ingressClassName']];

/**
 * What tells apart where routes are served. Two routes of one host and path exclude each other only where they share it: one class of Ingress,
 * one load balancer, the same entry points.
 */
export function frontendOf(graph: Graph, from: SetObject): string {
  if (from.key !== 'Ingress') {
    return JSON.stringify([from.key, ...placesOfKinds.map((place) => valueAt(from.body, 'spec', ...place) ?? null)]);
  }
  // The key says that it is one.
  const ingress = from as SetObject<object> as SetObject<Ingress>;
  const { className, known } = graph.ingressClasses.ownerOf(ingress);
  const { makes } = makesOf(graph, ingress);
  const group = annotationOf(from, 'alb.ingress.kubernetes.io/group.name');
  // These make a load balancer of its own for each Ingress.
  const own = makes.includes(gkeAnnotations) || (makes.includes(albAnnotations) && group === undefined);
  return JSON.stringify(['Ingress', known?.name ?? className ?? '', own ? [from.namespace, from.name] : (group ?? '')]);
}

/** Whether an Ingress adds to another one of the same host and path, as canaries do, or holds settings for others. */
export function isPartOfAnother(from: Pick<SetObject, 'annotations'>): boolean {
  const canary = annotationOf(from, 'nginx.ingress.kubernetes.io/canary')?.toLowerCase() === 'true';
  return canary || annotationOf(from, 'nginx.org/mergeable-ingress-type') !== undefined;
}

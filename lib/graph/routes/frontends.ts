import { albAnnotations, gkeAnnotations } from '../../controllers/annotations';
import type { Ingress } from '../../kubernetes/api';
import { textOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import { makesOf } from '../ingress-makes';
import { annotationOf, type SetObject } from '../set-object';
import { gatewayGroup, parentRefsOf, type ParentRef } from './gateway';
import { askedListeners, parentOf, takesNamespace } from './gateway-listeners';
import { gatewayNamed, gatewaysOf } from './istio';
import { entryPointsOf } from './traefik';

/**
 * What tells apart where routes are served. Two routes of one host and path exclude each other only where they share it: one class of Ingress,
 * one load balancer, the same entry points.
 */
export function frontendOf(graph: Graph, from: SetObject): string {
  if (from.key !== 'Ingress') {
    const className = textOf(valueAt(from.body, 'spec', 'ingressClassName'));
    const annotation = annotationOf(from, 'kubernetes.io/ingress.class') ?? '';
    return JSON.stringify([from.key, className || annotation, ...placesOf(graph, from)]);
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

/** What says in the controllers' own kinds where a route is served: entry points, Gateways, listeners. */
function placesOf(graph: Graph, from: SetObject): readonly unknown[] {
  if (from.group === gatewayGroup) return parentRefsOf(from).map((parent) => listenersAsked(graph, from, parent));
  if (from.group === 'networking.istio.io') return gatewaysOf(from).map(({ name }) => gatewayNamed(name, from));
  if (from.kind.startsWith('IngressRoute')) return [...entryPointsOf(from)].sort();
  return [valueAt(from.body, 'spec', 'listener') ?? ''];
}

/** A route without hosts has those of the listeners that take it: of one Gateway they may differ by namespace. */
function listenersAsked(graph: Graph, from: SetObject, parent: ParentRef): readonly unknown[] {
  const { kind, namespace, name, sectionName, port } = parent;
  const gateway = valueAt(from.body, 'spec', 'hostnames') === undefined ? parentOf(graph, parent) : undefined;
  const listeners = gateway === undefined ? [] : askedListeners(gateway, parent);
  const taking = listeners.filter((one) => takesNamespace(graph, one, from.namespace) !== false);
  return [kind, namespace, name, sectionName, port ?? 0, taking.map((one) => one.name)];
}

/** Whether an Ingress adds to another one of the same host and path, as canaries do, or holds settings for others. */
export function isPartOfAnother(from: Pick<SetObject, 'annotations'>): boolean {
  const canary = annotationOf(from, 'nginx.ingress.kubernetes.io/canary')?.toLowerCase() === 'true';
  return canary || annotationOf(from, 'nginx.org/mergeable-ingress-type') !== undefined;
}

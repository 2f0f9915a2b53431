import { domainOf } from '../controllers/annotations';
import type { Ingress, Service } from '../kubernetes/api';
import type { Graph } from './graph';
import type { GroupKind, KnownBodies, KnownKind } from './kinds';
import { once, oncePerGraph } from './once';
import type { SetObject } from './set-object';
import type { Workload } from './workload';

// Selections of objects that rules name in `among`. Those that take a search are made once for each set.

export const ingresses = (graph: Graph): readonly SetObject<Ingress>[] => graph.ofKind('Ingress');

export const allPods = ({ pods }: Graph): readonly Workload[] => pods.all;

/** These, where the set has an object of one of the kinds to hold them against; none otherwise. */
export function besides<Subject>(
  kinds: readonly (KnownKind | GroupKind)[],
  subjects: (graph: Graph) => readonly Subject[],
): (graph: Graph) => readonly Subject[] {
  return (graph) => (kinds.some((kind) => graph.ofKind(kind).length > 0) ? subjects(graph) : []);
}

/** These, where the set installs an ingress controller; none otherwise. */
export function besidesControllers<Subject>(
  subjects: (graph: Graph) => readonly Subject[],
): (graph: Graph) => readonly Subject[] {
  return (graph) => (graph.controllers.length > 0 ? subjects(graph) : []);
}

/** Services in front of which a provider puts a load balancer. */
export const loadBalancers = servicesOf('LoadBalancer');

/** Services that are a name of a host outside of the cluster. */
export const externalNames = servicesOf('ExternalName');

function servicesOf(type: 'LoadBalancer' | 'ExternalName'): (graph: Graph) => readonly SetObject<Service>[] {
  return oncePerGraph((graph) => graph.ofKind('Service').filter(({ body }) => body.spec?.type === type));
}

/** Pods on the network of their node. */
export const onHostNetwork = oncePerGraph((graph) => graph.pods.all.filter(({ spec }) => spec.hostNetwork === true));

/** Pods of one kind of object: `apps StatefulSet`, ` Pod`. */
export function podsOfKind(key: string): (graph: Graph) => readonly Workload[] {
  return oncePerGraph((graph) => graph.pods.all.filter(({ object }) => object.key === key));
}

/** Objects of a kind with an annotation of the domain of one of these keys, `nginx.org/`. */
export function annotated<Kind extends KnownKind>(
  kind: Kind,
  ...keys: readonly string[]
): (graph: Graph) => readonly SetObject<KnownBodies[Kind]>[] {
  const domains = new Set(keys.map(domainOf));
  return oncePerGraph((graph) =>
    graph.ofKind(kind).filter((object) => domainsOf(object).some((domain) => domains.has(domain))),
  );
}

const domainsOf = once(({ annotations }: SetObject<object>): readonly string[] =>
  Object.keys(annotations).map(domainOf),
);

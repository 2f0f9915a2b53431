import { albAnnotations } from '../../controllers/annotations';
import type { Graph } from '../../graph/graph';
import type { RouteBackend } from '../../graph/routes';
import { ServiceMakers } from '../../graph/service-makers';
import { annotationOf } from '../../graph/set-object';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest } from '../../kubernetes/wording';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './backend-service.examples';
import { namesOneNamespace } from './one-namespace';

const [albPrefix = ''] = albAnnotations.prefixes;

export const backendService = defineRule({
  id: 'route/backend-service',
  class: 'broken',
  on: ['set'],
  summary: 'Every route leads to a Service that is there, in its own namespace.',
  why: "A controller answers 503 (Traefik 404) for a backend that does not exist, and GitOps engines still show the route as healthy. It is an error where the set shows what was meant, and a warning where the Service may be another team's.",
  fix: 'Name a Service of the same namespace; tell the target under `exists` what is made elsewhere.',
  symptoms: ['503 from the controller', '404 from the controller', 'default backend', 'service not found'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource'],
  good,
  bad,
  *check(graph) {
    const makers = new ServiceMakers(graph);
    const oneNamespace = namesOneNamespace(graph);
    for (const backend of graph.routeBackends) {
      const { namespace, service } = backend;
      if (isThere(graph, backend) || makers.mayMake(namespace, service)) continue;
      const problem = missing(graph, backend, oneNamespace);
      if (problem !== undefined) yield { ...problem, object: backend.from };
    }
  },
});

function isThere(graph: Graph, { from, namespace, service, port }: RouteBackend): boolean {
  // cert-manager makes both the route and the Service of a challenge.
  const solver = from.labels['acme.cert-manager.io/http01-solver'] !== undefined;
  if (solver || graph.has('Service', namespace, service)) return true;
  return port === 'use-annotation' && annotationOf(from, `${albPrefix}actions.${service}`) !== undefined;
}

function missing(graph: Graph, backend: RouteBackend, oneNamespace: boolean): Problem | undefined {
  const { namespace, service, field, port } = backend;
  if (port === 'use-annotation') {
    const message = `the port 'use-annotation' asks for the annotation ${albPrefix}actions.${service}, which this Ingress does not have`;
    return { field, message, severity: 'warning' };
  }
  const elsewhere = graph.named('Service', service);
  if (elsewhere.length > 0 && oneNamespace) return undefined;
  const about = `namespace '${namespace}' has no Service '${service}'`;
  const [other] = elsewhere;
  if (other !== undefined) {
    return {
      field,
      ...elsewhereText(backend, about, other.namespace),
      related: [{ object: other, field: 'metadata.name' }],
    };
  }
  return dangling(graph, backend, about);
}

/** An Ingress leads to its own namespace; other kinds name another one where they are allowed to. */
function elsewhereText({ from }: RouteBackend, about: string, other: string): Pick<Problem, 'message' | 'fix'> {
  const message = `${about}; one of that name is in namespace '${other}'`;
  if (from.key !== 'Ingress')
    return { message, fix: `Name the namespace '${other}' where the kind has a field for it, or put the route there.` };
  const fix =
    'Put the route into the namespace of the Service, or use a controller that may cross namespaces by a kind of its own.';
  return { message: `${message}, and a backend cannot cross namespaces`, fix };
}

function dangling(graph: Graph, { namespace, service, field }: RouteBackend, about: string): Problem | undefined {
  const here = graph.names('Service', namespace);
  const near = nearest(service, here);
  if (near !== undefined && isMisspelling(service, near)) {
    const found = graph.find('Service', namespace, near);
    const related = found === undefined ? [] : [{ object: found, field: 'metadata.name' }];
    return { field, message: `${about}; '${near}' comes near`, related, edits: [{ set: field, value: near }] };
  }
  const idle = here.find((name) => isPartOf(name, service) && graph.backendsOf(namespace, name).length === 0);
  if (idle !== undefined) {
    return {
      field,
      message: `${about}; '${idle}' is there, and no route leads to it`,
      edits: [{ set: field, value: idle }],
    };
  }
  const pods = graph.pods.inNamespace(namespace);
  const namesake = pods.find(({ object }) => object.name === service);
  if (namesake !== undefined) {
    const message = `${about}; ${namesake.object.kind} '${service}' has pods, but a route needs a Service in front of them`;
    return { field, message, fix: 'Write a Service that selects these pods.' };
  }
  // A set without any Service or pod of the namespace holds routes alone: the rest lies elsewhere.
  if (here.length === 0 && pods.length === 0) return undefined;
  const known =
    here.length === 0
      ? ''
      : `; it has ${here
          .slice(0, 5)
          .map((name) => `'${name}'`)
          .join(', ')}`;
  return { field, message: `${about}${known}`, severity: 'warning' };
}

/** `web` and `web-service`: the one name goes on where the other ends. */
function isPartOf(name: string, other: string): boolean {
  return (
    name.startsWith(`${other}-`) ||
    other.startsWith(`${name}-`) ||
    name.endsWith(`-${other}`) ||
    other.endsWith(`-${name}`)
  );
}

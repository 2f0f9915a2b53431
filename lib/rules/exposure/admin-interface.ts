import type { Graph } from '../../graph/graph';
import { imageOf } from '../../graph/image-of';
import type { ReachedPort, WayIn } from '../../graph/ways-in';
import type { SetObject } from '../../graph/set-object';
import { fieldsOf, itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { adminInterfaceAt, type FoundInterface } from './admin-interfaces';
import { bad, good } from './admin-interface.examples';
import { isOpenToAll, onePerField, openedField, wayNames } from './outside';
import { defineRule, type Problem } from '../rule';

export const adminInterface = defineRule({
  id: 'exposure/admin-interface',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'Dashboards, statistics and admin interfaces are not reached from outside.',
  why: 'They show or change what runs: Envoy may be stopped and its secrets read, Traefik lists every route and header, metrics tell who uses what; most ask nobody for a password.',
  fix: 'Take the port out of the Service or route, and reach it by kubectl port-forward; for a dashboard that people need, put an Ingress with TLS and authentication before it.',
  symptoms: ['dashboard is public', '/metrics is public', 'config_dump of Envoy is public'],
  references: ['https://hub.armosec.io/docs/c-0021', 'https://doc.traefik.io/traefik/operations/api/#security'],
  good,
  bad,
  *check(graph) {
    const interfaces = new Map<WayIn, FoundInterface>();
    for (const way of graph.waysIn.all) {
      const found = isOpenToAll(way) ? adminOf(way, graph) : undefined;
      if (found !== undefined) interfaces.set(way, found);
    }
    for (const way of onePerField(interfaces.keys())) {
      const found = interfaces.get(way);
      if (found !== undefined) yield problemOf(way, found);
    }
  },
});

function problemOf(way: WayIn, { title, isGuess }: FoundInterface): Problem & { readonly object: WayIn['object'] } {
  return {
    object: way.object,
    field: openedField(way),
    message: `${title} is reached by ${wayNames[way.way]} from outside of the cluster`,
    ...(isGuess ? { severity: 'warning' } : {}),
  };
}

function adminOf(way: WayIn, graph: Graph): FoundInterface | undefined {
  // The network of the node opens what is declared and what is not: it is told of as a whole.
  if (way.way === 'hostNetwork') return undefined;
  for (const reached of way.reaches) {
    const found = adminInterfaceAt(reached) ?? plainArgoCd(way, reached, graph);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Argo CD asks for a password. Told to be insecure it takes it over plain HTTP, too, where nothing before it ends TLS. */
function plainArgoCd(
  { route, object }: WayIn,
  { declared, workload }: ReachedPort,
  graph: Graph,
): FoundInterface | undefined {
  if (declared === undefined || !imageOf(declared.container).path.endsWith('argoproj/argocd')) return undefined;
  const { container } = declared.container;
  const words = ['command', 'args'].flatMap((list) => itemsOf(valueAt(container, list)).map(textOf));
  const isServer = words.some((word) => word.endsWith('argocd-server'));
  if (!isServer || (route !== undefined && hasTls(object))) return undefined;
  // https://argo-cd.readthedocs.io/en/stable/operator-manual/argocd-cmd-params-cm-yaml/
  const settings = graph.find('ConfigMap', workload.namespace, 'argocd-cmd-params-cm')?.body.data ?? {};
  const isInsecure = words.includes('--insecure') || settings['server.insecure'] === 'true';
  return isInsecure ? { title: 'Argo CD without TLS', isGuess: false } : undefined;
}

function hasTls({ body }: SetObject<object>): boolean {
  return itemsOf(valueAt(body, 'spec', 'tls')).length > 0 || fieldsOf(valueAt(body, 'spec', 'tls')).length > 0;
}

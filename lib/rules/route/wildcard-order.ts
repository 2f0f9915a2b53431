import { traefikAnnotations } from '../../controllers/annotations';
import { addTo } from '../../graph/add-to';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import type { Route } from '../../graph/routes';
import { frontendOf } from '../../graph/routes/frontends';
import { prefixCovers } from '../../graph/routes/overlap';
import { nameOf, type SetObject } from '../../graph/set-object';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const traefik = (name: string, host: string, path: string): string =>
  ingress({ name, host, path, className: 'traefik' });

export const wildcardOrder = defineRule({
  id: 'route/wildcard-order',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'A host goes before a wildcard that covers it.',
  why: 'Traefik tries the rule with the longest text first, whatever its host: a wildcard with a long path takes requests of a host that has a shorter path of its own.',
  fix: 'Give the route of the host a higher `traefik.ingress.kubernetes.io/router.priority`, or the wildcard a lower one.',
  symptoms: ['wrong application answers', '404 from the application'],
  references: ['https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/'],
  good: [
    {
      title: 'the same path',
      manifests: web + traefik('wild', '*.example.com', '/') + traefik('own', 'shop.example.com', '/'),
    },
    {
      title: 'other domains',
      manifests: web + traefik('wild', '*.example.net', '/api') + traefik('own', 'shop.example.com', '/'),
    },
    {
      title: 'other controllers go by the host first',
      manifests: web + ingress({ name: 'wild', host: '*.example.com', path: '/api' }) + ingress(),
    },
  ],
  bad: [
    {
      title: 'a wildcard with a longer path',
      manifests: web + traefik('wild', '*.example.com', '/api') + traefik('own', 'shop.example.com', '/'),
      finds: ['spec.rules[0].http.paths[0].path'],
    },
  ],
  *check(graph) {
    const routes = graph.routes.filter(({ path, from }) => path !== undefined && isTraefik(graph, from));
    const wild = byHost(
      graph,
      routes.filter(({ host }) => host.startsWith('*.')),
    );
    if (wild.size === 0) return;
    const own = byHost(graph, routes);
    for (const route of routes) {
      const { from, host, path = '/', pathType } = route;
      if (host === '' || host.startsWith('*.') || pathType === 'Exact') continue;
      const frontend = frontendOf(graph, from);
      const over = wild.get(`${frontend}\n*${host.slice(host.indexOf('.'))}`) ?? [];
      const longest = Math.max(...(own.get(`${frontend}\n${host}`) ?? []).map((one) => (one.path ?? '/').length));
      // A path of the host itself that is as long is tried before.
      const taken = over.find((one) => takes(one.path ?? '/', path) && (one.path ?? '/').length > longest);
      if (taken === undefined) continue;
      yield {
        object: from,
        field: route.pathField,
        message: `requests for '${host}${taken.path ?? ''}' go to ${nameOf(taken.from)}: its rule for '${taken.host}' is longer than that of '${path}'`,
        related: [{ object: taken.from, field: taken.pathField }],
      };
    }
  },
});

function takes(wide: string, own: string): boolean {
  return wide.length > own.length && prefixCovers(own, wide, 'letters');
}

function byHost(graph: Graph, routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const hosts = new Map<string, Route[]>();
  for (const route of routes) {
    addTo(hosts, `${frontendOf(graph, route.from)}\n${route.host}`, route);
  }
  return hosts;
}

/** Ingresses of Traefik without an order of their own. */
function isTraefik(graph: Graph, from: SetObject): boolean {
  if (from.key !== 'Ingress' || 'traefik.ingress.kubernetes.io/router.priority' in from.annotations) return false;
  const { makes } = makesOf(graph, from);
  return makes.length === 1 && makes.includes(traefikAnnotations);
}

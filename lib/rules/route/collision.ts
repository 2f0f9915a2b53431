import type { Route } from '../../graph/routes';
import { sameRequests } from '../../graph/routes/same-requests';
import { nameOf } from '../../graph/set-object';
import { gateway, httpRoute } from '../custom-example';
import { ingress, pathTo, ruleOf, web } from '../ingress-example';
import { service } from '../example-manifests';
import { defineRule } from '../rule';
import { namesOneNamespace } from './one-namespace';

const other = service('app: web', { name: 'other' });
const path = 'spec.rules[0].http.paths[0].path';

export const routeCollision = defineRule({
  id: 'route/collision',
  class: 'broken',
  on: ['set'],
  summary: 'A host and path leads to one place only.',
  why: 'Of two routes with one host and path one is never asked: which one depends on age, name or chance, and changes without anyone touching the route.',
  fix: 'Give each its own host or path, another class, or put both backends into one route; a canary says so by its annotation.',
  symptoms: ['wrong application answers', '404 from the controller', 'host and path is already defined in ingress'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches'],
  good: [
    { title: 'one host, split by path', manifests: web + ingress() + ingress({ name: 'api', path: '/api' }) },
    {
      title: 'one host under two classes',
      manifests: web + ingress() + ingress({ name: 'inner', className: 'traefik' }),
    },
    { title: 'exact beside prefix', manifests: web + ingress() + ingress({ name: 'exact', pathType: 'Exact' }) },
    {
      title: 'a canary',
      manifests:
        web +
        other +
        ingress() +
        ingress({ name: 'canary', backend: 'other', annotations: ['nginx.ingress.kubernetes.io/canary: "true"'] }),
    },
    { title: 'an Ingress that stands in the set twice', manifests: web + ingress() + ingress({ path: '/' }) },
    {
      title: 'a route of the Gateway API that stands in the set twice',
      manifests: web + gateway() + httpRoute() + httpRoute(),
    },
    {
      title: 'a load balancer for each',
      manifests: web + ingress({ className: 'alb' }) + ingress({ name: 'b', className: 'alb' }),
    },
  ],
  bad: [
    {
      title: 'two Ingresses, two applications',
      manifests: web + other + ingress() + ingress({ name: 'other', backend: 'other' }),
      finds: [path],
    },
    {
      title: 'a slash at the end makes no other path',
      manifests: web + other + ingress({ path: '/api' }) + ingress({ name: 'other', backend: 'other', path: '/api/' }),
      finds: [path],
    },
    {
      title: 'twice in one Ingress',
      manifests: web + other + ingress({ rules: ruleOf('a.example.com', pathTo('web'), pathTo('other')) }),
      finds: ['spec.rules[0].http.paths[1].path'],
    },
    {
      title: 'two default backends of one class',
      manifests: ['a', 'b']
        .map((name) =>
          ingress({
            name,
            host: `${name}.example.com`,
            spec: `defaultBackend: { service: { name: ${name}, port: { number: 80 } } }`,
          }),
        )
        .join(''),
      finds: ['spec.defaultBackend'],
    },
  ],
  *check(graph) {
    const oneNamespace = namesOneNamespace(graph);
    for (const [first, ...more] of sameRequests(graph)) {
      for (const route of more) {
        // Those of two namespaces are two owners, of which route/host-taken tells.
        if (route.from.namespace !== first.from.namespace && !oneNamespace) continue;
        yield {
          object: route.from,
          field: route.pathField,
          message: `${requestsOf(route)} is led by ${nameOf(first.from)} already${first.from === route.from ? `, at ${first.pathField}` : ''}`,
          related: [{ object: first.from, field: first.pathField }],
          ...(leadsToSame(first, route) ? { severity: 'warning' } : {}),
        };
      }
    }
  },
});

function requestsOf({ host, path, pathType, protocol, from }: Route): string {
  const where = host === '' ? 'every host' : `host '${host}'`;
  if (protocol !== 'http') return `${protocol.toUpperCase()} for ${where} where this ${from.kind} is served`;
  return path === undefined ? `the default backend of ${where}` : `${where} with ${pathType ?? 'the'} path '${path}'`;
}

function leadsToSame(a: Route, b: Route): boolean {
  const print = ({ backends }: Route): string =>
    backends.map(({ namespace, service, port }) => `${namespace}/${service}:${port ?? ''}`).join(' ');
  return print(a) === print(b);
}

import { albAnnotations, ingressNginxAnnotations } from '../../controllers/annotations';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import type { Route } from '../../graph/routes';
import { prefixesOf } from '../../graph/routes/overlap';
import { regexHosts } from '../../graph/routes/regex-hosts';
import type { SetObject } from '../../graph/set-object';
import { ingress, pathTo, ruleOf, web } from '../ingress-example';
import { defineRule } from '../rule';

export const routeShadowed = defineRule({
  id: 'route/shadowed',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'Every path is asked before one that takes all of its requests.',
  why: 'Controllers have an order of their own: ingress-nginx tries regular expressions by the length of their text, the longest first, and the AWS controller takes ImplementationSpecific paths as they stand. A path behind one that takes everything is never asked.',
  fix: 'Put the narrow path first, make it Exact or Prefix, or give it a text that is longer than the wide one.',
  symptoms: ['wrong application answers', '404 from the application'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/ingress-path-matching/'],
  good: [
    {
      title: 'the longest prefix wins, wherever it stands',
      manifests: web + ingress({ rules: ruleOf('a.example.com', pathTo('web'), pathTo('web', '/api')) }),
    },
    {
      title: 'the AWS controller, the wide path last',
      manifests:
        web +
        ingress({
          className: 'alb',
          rules: ruleOf(
            'a.example.com',
            pathTo('web', '/api/*', 'ImplementationSpecific'),
            pathTo('web', '/*', 'ImplementationSpecific'),
          ),
        }),
    },
  ],
  bad: [
    {
      title: 'a regular expression with the longer text',
      manifests:
        web +
        ingress({
          annotations: ['nginx.ingress.kubernetes.io/use-regex: "true"'],
          rules: ruleOf(
            'a.example.com',
            pathTo('web', '/api(/|$)(.*)', 'ImplementationSpecific'),
            pathTo('web', '/api/users', 'ImplementationSpecific'),
          ),
        }),
      finds: ['spec.rules[0].http.paths[1].path'],
    },
    {
      title: 'the AWS controller, everything first',
      manifests:
        web +
        ingress({
          className: 'alb',
          rules: ruleOf(
            'a.example.com',
            pathTo('web', '/*', 'ImplementationSpecific'),
            pathTo('web', '/api/*', 'ImplementationSpecific'),
          ),
        }),
      finds: ['spec.rules[0].http.paths[1].path'],
    },
  ],
  *check(graph) {
    const regexes = wideRegexes(graph);
    let stars: { from: SetObject; host: string; wide: Route[] } | undefined;
    for (const route of graph.routes) {
      const { from, host, path } = route;
      if (path === undefined || from.key !== 'Ingress') continue;
      if (stars?.from !== from || stars.host !== host) stars = { from, host, wide: [] };
      const by = byRegex(regexes, route) ?? byStar(graph, stars.wide, route);
      if (path.endsWith('*') && route.pathType === 'ImplementationSpecific') stars.wide.push(route);
      if (by === undefined) continue;
      const message = `'${path}' is never asked: '${by.path ?? ''}' is tried first and takes all of its requests`;
      yield { object: from, field: route.pathField, message, related: [{ object: by.from, field: by.pathField }] };
    }
  },
});

/** Tails of regular expressions that take whatever follows. */
const tail = /^(.*?)\/?(?:\(\/\|\$\)|\/\?)?\(?\.\*\)?\$?$/;

/** Regular expressions that take everything below a literal path, by host and that path. */
function wideRegexes(graph: Graph): ReadonlyMap<string, Route> {
  const wide = new Map<string, Route>();
  const hosts = regexHosts(graph);
  for (const route of graph.routes) {
    if (route.path === undefined || route.from.key !== 'Ingress' || !hosts.has(route.host)) continue;
    const [, literal] = tail.exec(route.path) ?? [];
    if (literal === undefined || !/^[\w/.-]*$/.test(literal)) continue;
    const key = `${route.host}\n${literal === '' ? '/' : literal}`;
    const other = wide.get(key)?.path ?? '';
    if (route.path.length > other.length) wide.set(key, route);
  }
  return wide;
}

function byRegex(regexes: ReadonlyMap<string, Route>, route: Route): Route | undefined {
  const { host, path = '/', pathType } = route;
  if (regexes.size === 0 || pathType === 'Exact' || !/^[\w/.-]*$/.test(path)) return undefined;
  const over = prefixesOf(path).map((prefix) => regexes.get(`${host}\n${prefix}`));
  return over.find((wide) => wide !== undefined && wide !== route && (wide.path ?? '').length > path.length);
}

function byStar(graph: Graph, wide: readonly Route[], { from, path = '/', pathType }: Route): Route | undefined {
  if (wide.length === 0 || pathType !== 'ImplementationSpecific') return undefined;
  const found = wide.find((one) => path.startsWith((one.path ?? '').slice(0, -1)));
  const makes = found === undefined ? [] : makesOf(graph, from).makes;
  return makes.includes(albAnnotations) && !makes.includes(ingressNginxAnnotations) ? found : undefined;
}

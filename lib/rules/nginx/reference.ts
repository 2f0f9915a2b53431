import { addTo } from '../../graph/add-to';
import type { Graph } from '../../graph/graph';
import { itemsAt, type Item } from '../../graph/routes/custom-route';
import { policiesAt, upstreamNamesOf } from '../../graph/routes/nginx';
import { nameOf, type SetObject } from '../../graph/set-object';
import { nearest, quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom } from '../custom-example';
import { web } from '../ingress-example';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';

const server = (routes: string, more = '', name = 'shop'): string =>
  web +
  custom(
    'k8s.nginx.org/v1 VirtualServer',
    name,
    `{ host: ${name}.example.com, upstreams: [{ name: web, service: web, port: 80 }], routes: [${routes}]${more} }`,
  );
const subroutes = (host: string, path = '/api'): string =>
  custom(
    'k8s.nginx.org/v1 VirtualServerRoute',
    'api',
    `{ host: ${host}, upstreams: [{ name: web, service: web, port: 80 }], subroutes: [{ path: ${path}, action: { pass: web } }] }`,
  );
const policy = custom('k8s.nginx.org/v1 Policy', 'limits', '{ accessControl: { allow: [10.0.0.0/8] } }');

export const nginxReference = defineRule({
  id: 'nginx/reference',
  class: 'broken',
  on: ['k8s.nginx.org VirtualServer', 'k8s.nginx.org VirtualServerRoute', 'k8s.nginx.org TransportServer'],
  summary: 'The upstreams, VirtualServerRoutes and Policies that a VirtualServer names are there.',
  why: "F5's NGINX rejects a VirtualServer whose route names an upstream that it does not define, and nothing of it is served; a missing Policy answers 500, and a VirtualServerRoute of another host is ignored.",
  fix: 'Name an upstream of the same object; name a VirtualServerRoute by `namespace/name`, of the same host and of a path below that of the route.',
  symptoms: [
    '404 from the controller',
    '500 from the controller',
    'Rejected',
    'VirtualServer was rejected',
    'Policy is missing',
  ],
  references: [
    'https://docs.nginx.com/nginx-ingress-controller/configuration/virtualserver-and-virtualserverroute-resources/',
  ],
  good: [
    { manifests: server('{ path: /, action: { pass: web } }') },
    {
      title: 'split, by conditions, and answered by itself',
      manifests: server(
        '{ path: /, splits: [{ weight: 90, action: { pass: web } }, { weight: 10, action: { return: { body: "no" } } }] }, { path: /b, action: { proxy: { upstream: web } } }',
      ),
    },
    { title: 'a VirtualServerRoute', manifests: server('{ path: /api, route: api }') + subroutes('shop.example.com') },
    { title: 'a VirtualServerRoute of somebody else', manifests: server('{ path: /api, route: api/api }') },
    {
      title: 'a VirtualServerRoute that two patterns lead to',
      manifests:
        server('{ path: "~ /a", route: api }, { path: "~ /b", route: api }') + subroutes('shop.example.com', '"~/b"'),
    },
    {
      title: 'a Policy',
      manifests: server('{ path: /, policies: [{ name: limits }], action: { pass: web } }') + policy,
    },
  ],
  bad: [
    {
      title: 'an upstream that is not defined',
      manifests: server('{ path: /, action: { pass: wep } }'),
      finds: ['spec.routes[0].action.pass'],
    },
    {
      title: 'of a split',
      manifests: server(
        '{ path: /, splits: [{ weight: 50, action: { pass: web } }, { weight: 50, action: { pass: other } }] }',
      ),
      finds: ['spec.routes[0].splits[1].action.pass'],
    },
    {
      title: 'of a condition',
      manifests: server(
        '{ path: /, matches: [{ conditions: [{ header: x-a, value: b }], action: { pass: other } }], action: { pass: web } }',
      ),
      finds: ['spec.routes[0].matches[0].action.pass'],
    },
    {
      title: 'of a TransportServer',
      manifests:
        web +
        custom(
          'k8s.nginx.org/v1 TransportServer',
          'db',
          '{ listener: { name: db, protocol: TCP }, upstreams: [{ name: db, service: web, port: 80 }], action: { pass: dbs } }',
        ),
      finds: ['spec.action.pass'],
    },
    {
      title: 'a VirtualServerRoute of another host',
      manifests: server('{ path: /api, route: api }') + subroutes('other.example.com'),
      finds: ['spec.routes[0].route'],
    },
    {
      title: 'a misspelt VirtualServerRoute',
      manifests: server('{ path: /api, route: apis }') + subroutes('shop.example.com'),
      finds: ['spec.routes[0].route'],
    },
    {
      title: 'a VirtualServerRoute of other paths',
      manifests: server('{ path: /v2, route: api }') + subroutes('shop.example.com'),
      finds: ['spec.routes[0].route'],
    },
    {
      title: 'a misspelt Policy',
      manifests: server('{ path: /, action: { pass: web } }', ', policies: [{ name: limit }]') + policy,
      finds: ['spec.policies[0].name'],
    },
  ],
  *check(object, { graph }) {
    const spec = valueAt(object.body, 'spec');
    const defined = new Set(itemsAt(spec, 'upstreams', 'spec').map(({ item }) => textOf(valueAt(item, 'name'))));
    const routes = [...itemsAt(spec, 'routes', 'spec'), ...itemsAt(spec, 'subroutes', 'spec')];
    const places = object.kind === 'TransportServer' ? [{ item: spec, field: 'spec' }] : routes;
    for (const { name, field } of places.flatMap(upstreamNamesOf)) {
      if (!defined.has(name)) yield upstreamProblem(name, field, [...defined]);
    }
    const led = pathsByRoute(routes);
    for (const { item, field } of routes) {
      const problem = routeProblem(graph, object, item, `${field}.route`, led);
      if (problem !== undefined) yield problem;
    }
    for (const one of [{ item: spec, field: 'spec' }, ...routes].flatMap(({ item, field }) =>
      policiesAt(object, item, field),
    )) {
      const problem = missingReference(graph, { kinds: ['k8s.nginx.org Policy'], ...one });
      if (problem !== undefined) yield problem;
    }
  },
});

function upstreamProblem(name: string, field: string, defined: readonly string[]): Problem {
  const near = nearest(name, defined);
  return {
    field,
    message: `no upstream is called '${name}'; defined are ${quoteList(defined)}`,
    ...(near === undefined ? {} : { edits: [{ set: field, value: near }] }),
  };
}

function routeProblem(
  graph: Graph,
  object: SetObject,
  item: unknown,
  field: string,
  led: ReadonlyMap<string, readonly string[]>,
): Problem | undefined {
  const named = textOf(valueAt(item, 'route'));
  if (named === '') return undefined;
  const [first = '', second] = named.split('/');
  const [namespace, name] = second === undefined ? [object.namespace, first] : [first, second];
  const route = graph.find('k8s.nginx.org VirtualServerRoute', namespace, name);
  if (route === undefined) {
    const problem = missingReference(graph, { kinds: ['k8s.nginx.org VirtualServerRoute'], namespace, name, field });
    // A name without its namespace would be lost by the edit.
    return problem === undefined ? undefined : { ...problem, edits: [] };
  }
  const [host, own] = [textOf(valueAt(route.body, 'spec', 'host')), textOf(valueAt(object.body, 'spec', 'host'))];
  if (host !== own) {
    const related = [{ object: route, field: 'spec.host' }];
    return { field, message: `${nameOf(route)} is of host '${host}', this one of '${own}'`, related };
  }
  const paths = led.get(named) ?? [];
  return paths[0] === pathOf(item) ? pathProblem(route, paths, field) : undefined;
}

/** The paths that lead to each VirtualServerRoute. */
function pathsByRoute(routes: readonly Item[]): ReadonlyMap<string, readonly string[]> {
  const led = new Map<string, string[]>();
  for (const { item } of routes) {
    addTo(led, textOf(valueAt(item, 'route')), pathOf(item));
  }
  return led;
}

/** A path as it is compared: patterns without blanks. */
function pathOf(item: unknown): string {
  const path = textOf(valueAt(item, 'path'));
  return path.startsWith('~') ? path.replace(/\s+/g, '') : path;
}

/** Every path of a VirtualServerRoute begins as one of the routes that lead to it; patterns must be the same. */
function pathProblem(route: SetObject, paths: readonly string[], field: string): Problem | undefined {
  const isLed = (below: string): boolean =>
    paths.some((path) => (/^[~=]/.test(path) ? below === path : /^[~=^]/.test(below) || below.startsWith(path)));
  const off = itemsAt(valueAt(route.body, 'spec'), 'subroutes', 'spec').find(({ item }) => !isLed(pathOf(item)));
  if (off === undefined) return undefined;
  return {
    field,
    message: `${nameOf(route)} has the path '${pathOf(off.item)}', which does not begin with ${quoteList(paths)}`,
    related: [{ object: route, field: `${off.field}.path` }],
  };
}

import { addTo } from '../../graph/add-to';
import { fqdnOf, includesOf } from '../../graph/routes/contour';
import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { nameOf, type SetObject } from '../../graph/set-object';
import { textOf, valueAt } from '../../manifests/untyped';
import { httpProxy } from '../custom-example';
import { web } from '../ingress-example';
import { namesOneNamespace } from '../route/one-namespace';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';

const routes = 'routes: [{ services: [{ name: web, port: 80 }] }]';
const root = (name: string, fqdn: string, more = routes, namespace?: string): string =>
  httpProxy(name, `virtualhost: { fqdn: ${fqdn} }, ${more}`, namespace === undefined ? {} : { namespace });

export const contourRoot = defineRule({
  id: 'contour/root',
  class: 'broken',
  on: ['projectcontour.io HTTPProxy'],
  summary: 'Every name has one root HTTPProxy, and every child is included by a root.',
  why: 'Two roots of one name are both invalid to Contour, so that neither answers; a child that nobody includes is orphaned, and an include that leads nowhere answers 502 or 404.',
  fix: 'Keep one HTTPProxy with `virtualhost` for each name, and have it include the others by name and namespace.',
  symptoms: [
    '404 from the controller',
    '502 from the controller',
    'fqdn is used in multiple HTTPProxies',
    'orphaned',
    'include not found',
  ],
  references: ['https://projectcontour.io/docs/main/config/inclusion-delegation/'],
  good: [
    { title: 'one for each name', manifests: web + root('a', 'a.example.com') + root('b', 'b.example.com') },
    {
      title: 'one for each class',
      manifests: web + root('a', 'a.example.com') + root('b', 'a.example.com', `ingressClassName: inner, ${routes}`),
    },
    {
      title: 'a child',
      manifests: web + root('a', 'a.example.com', 'includes: [{ name: shop }]') + httpProxy('shop', routes),
    },
    { title: 'a child alone, whose root is elsewhere', manifests: web + httpProxy('shop', routes) },
    { title: 'a root alone', manifests: root('a', 'a.example.com', 'includes: [{ name: shop, namespace: shop }]') },
  ],
  bad: [
    {
      title: 'two roots',
      manifests: web + root('a', 'a.example.com') + root('b', 'a.example.com'),
      finds: ['spec.virtualhost.fqdn'],
    },
    {
      title: 'a child of another namespace than is said',
      manifests:
        root('a', 'a.example.com', 'includes: [{ name: shop }]', 'edge') +
        httpProxy('shop', routes, { namespace: 'shop' }) +
        web,
      finds: ['spec.includes[0].name'],
    },
    {
      title: 'a misspelt child',
      manifests: web + root('a', 'a.example.com', 'includes: [{ name: shp }]') + httpProxy('shop', routes),
      finds: ['spec.includes[0].name', 'metadata.name'],
    },
    {
      title: 'a root as a child',
      manifests: web + root('a', 'a.example.com', 'includes: [{ name: b }]') + root('b', 'b.example.com'),
      finds: ['spec.includes[0].name'],
    },
    {
      title: 'a child that no root of the set includes',
      manifests: web + root('a', 'a.example.com') + httpProxy('shop', routes),
      finds: ['metadata.name'],
    },
    {
      title: 'a circle',
      manifests: root('a', 'a.example.com', 'includes: [{ name: b }]') + httpProxy('b', 'includes: [{ name: b }]'),
      finds: ['spec.includes[0].name'],
    },
  ],
  *check(proxy, { graph }) {
    const fqdn = fqdnOf(proxy);
    if (fqdn === '') {
      const orphan = orphanProblem(graph, proxy);
      if (orphan !== undefined) yield orphan;
    } else {
      const other = rootsOf(graph).get(rootKey(proxy))?.[0];
      if (other !== undefined && other !== proxy && other.name !== proxy.name) {
        const related = [{ object: other, field: 'spec.virtualhost.fqdn' }];
        yield {
          field: 'spec.virtualhost.fqdn',
          message: `${nameOf(other)} is a root of '${fqdn}' too, and Contour serves neither`,
          related,
        };
      }
    }
    for (const { namespace, name, field } of includesOf(proxy)) {
      const child = graph.find('projectcontour.io HTTPProxy', namespace, name);
      const at = `${field}.name`;
      const problem = child === undefined ? missingInclude(graph, namespace, name, at) : childProblem(proxy, child, at);
      if (problem !== undefined) yield problem;
    }
  },
});

function rootKey(proxy: SetObject): string {
  const annotation = proxy.annotations['kubernetes.io/ingress.class'];
  return JSON.stringify([
    fqdnOf(proxy).toLowerCase(),
    textOf(valueAt(proxy.body, 'spec', 'ingressClassName')) || textOf(annotation),
  ]);
}

/** The roots by name and class. */
const rootsOf = oncePerGraph((graph): ReadonlyMap<string, readonly SetObject[]> => {
  const roots = new Map<string, SetObject[]>();
  for (const proxy of graph.ofKind('projectcontour.io HTTPProxy')) {
    if (fqdnOf(proxy) !== '') addTo(roots, rootKey(proxy), proxy);
  }
  return roots;
});

/** What is included, by namespace and name; by name alone too, where namespaces say nothing. */
const included = oncePerGraph((graph): ReadonlySet<string> => {
  const byName = namesOneNamespace(graph);
  const keys = new Set<string>();
  for (const from of graph.ofKind('projectcontour.io HTTPProxy')) {
    for (const { namespace, name } of includesOf(from)) {
      if (namespace === from.namespace && name === from.name) continue;
      keys.add(`${namespace}\n${name}`);
      if (byName) keys.add(`\n${name}`);
    }
  }
  return keys;
});

/** The namespaces that have a root. */
const rootNamespaces = oncePerGraph((graph): ReadonlySet<string> => {
  const roots = graph.ofKind('projectcontour.io HTTPProxy').filter((one) => fqdnOf(one) !== '');
  return new Set(roots.map(({ namespace }) => namespace));
});

function missingInclude(graph: Graph, namespace: string, name: string, field: string): Problem | undefined {
  return missingReference(graph, { kinds: ['projectcontour.io HTTPProxy'], namespace, name, field });
}

function childProblem(proxy: SetObject, child: SetObject, field: string): Problem | undefined {
  const related = [{ object: child, field: 'metadata.name' }];
  if (child === proxy) return { field, message: `${nameOf(proxy)} includes itself`, related };
  if (fqdnOf(child) === '') return undefined;
  return {
    field,
    message: `${nameOf(child)} is a root, and only children without \`virtualhost\` can be included`,
    related,
  };
}

function orphanProblem(graph: Graph, proxy: SetObject): Problem | undefined {
  const keys = included(graph);
  if (keys.has(`${proxy.namespace}\n${proxy.name}`) || keys.has(`\n${proxy.name}`)) return undefined;
  // Where the set has no root of the namespace, the root is another team's.
  if (!rootNamespaces(graph).has(proxy.namespace)) return undefined;
  return {
    field: 'metadata.name',
    message: `${nameOf(proxy)} has no \`virtualhost\`, and no HTTPProxy of the set includes it`,
    severity: 'warning',
  };
}

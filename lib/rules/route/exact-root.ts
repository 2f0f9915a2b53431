import { azureAnnotations } from '../../controllers/annotations';
import { addTo } from '../../graph/add-to';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import type { Route } from '../../graph/routes';
import type { SetObject } from '../../graph/set-object';
import { valueAt } from '../../manifests/untyped';
import { ingress, pathTo, ruleOf, web } from '../ingress-example';
import { defineRule } from '../rule';

const host = 'shop.example.com';
const root = pathTo('web', '/', 'Exact');
const led = (...paths: readonly string[]): string => web + ingress({ rules: ruleOf(host, ...paths) });

export const routeExactRoot = defineRule({
  id: 'route/exact-root',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'A host whose only path is `/` takes what is below it, too.',
  why: 'With pathType Exact the path `/` is the start page and nothing else: its styles, scripts and every other page are led nowhere, and the controller answers 404.',
  fix: 'Write pathType Prefix, which takes everything below.',
  symptoms: ['404 from the controller', 'only the start page works', 'css and js are not found'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types'],
  good: [
    { title: 'a prefix', manifests: led(pathTo('web')) },
    { title: 'beside the paths below', manifests: led(root, pathTo('web', '/assets')) },
    {
      title: 'beside a default backend',
      manifests:
        web +
        ingress({
          rules: ruleOf(host, root),
          spec: 'defaultBackend: { service: { name: web, port: { number: 80 } } }',
        }),
    },
    {
      title: 'the start page alone is redirected',
      manifests:
        web +
        ingress({
          rules: ruleOf(host, root),
          annotations: ['nginx.ingress.kubernetes.io/permanent-redirect: https://www.example.com/shop'],
        }),
    },
    {
      title: 'behind Application Gateway, to which it is everything',
      manifests: web + ingress({ className: 'azure-application-gateway', rules: ruleOf(host, root) }),
    },
    {
      title: 'the rest is led by another Ingress',
      manifests: led(root) + ingress({ name: 'rest', rules: ruleOf(host, pathTo('web', '/shop')) }),
    },
  ],
  bad: [{ manifests: led(root), finds: ['spec.rules[0].http.paths[0].pathType'] }],
  *check(graph) {
    const byHost = new Map<string, Route[]>();
    for (const route of graph.routes) addTo(byHost, route.host, route);
    for (const [route, ...others] of byHost.values()) {
      if (route === undefined || others.length > 0 || !isExactRoot(route) || isMeant(route.from)) continue;
      if (isEverything(graph, route.from)) continue;
      const field = route.pathField.replace(/\.path$/, '.pathType');
      const where = route.host === '' ? 'every host' : `host '${route.host}'`;
      yield {
        object: route.from,
        field,
        message: `of ${where} the path '/' alone is led, and nothing below it`,
        edits: [{ set: field, value: 'Prefix' }],
      };
    }
  },
});

function isExactRoot({ from, path, pathType }: Route): boolean {
  return from.key === 'Ingress' && path === '/' && pathType === 'Exact';
}

/** Application Gateway has no exact `/` (isPathCatchAll of its controller). */
function isEverything(graph: Graph, ingress: SetObject): boolean {
  return makesOf(graph, ingress).makes.includes(azureAnnotations);
}

/** A start page that leads elsewhere may be all that there is, and a default backend takes the rest. */
function isMeant({ annotations, body }: SetObject): boolean {
  const leads = Object.keys(annotations).some((key) => /redirect|app-root|actions\.|snippet|middlewares/.test(key));
  return leads || valueAt(body, 'spec', 'defaultBackend') !== undefined;
}

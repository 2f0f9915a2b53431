import { annotated } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { frontendOf } from '../../graph/routes/frontends';
import { withoutSlash } from '../../graph/routes/overlap';
import { pathsOf, type IngressPath } from '../../graph/routes/regex-hosts';
import { oncePerGraph } from '../../graph/once';
import { annotationOf, type SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const canaryKey = 'nginx.ingress.kubernetes.io/canary';
const canary = (host = 'shop.example.com', path = '/'): string =>
  ingress({ name: 'canary', host, path, annotations: [`${canaryKey}: "true"`, `${canaryKey}-weight: "10"`] });

export const canaryMain = defineRule({
  id: 'ingress/canary-main',
  class: 'broken',
  on: ['Ingress'],
  among: annotated('Ingress', canaryKey),
  summary: 'A canary has a main Ingress with the same host and path.',
  why: 'ingress-nginx serves a canary beside a main Ingress of the same host and path alone; without one it answers 404 or 503.',
  fix: 'Give the canary the hosts and paths of the main Ingress.',
  symptoms: ['404 from the controller', '503 from the controller', 'canary gets no requests'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary'],
  good: [
    { title: 'beside its main one', manifests: web + ingress() + canary() },
    { title: 'the main one is elsewhere', manifests: web + canary() },
  ],
  bad: [
    {
      title: 'another host',
      manifests: web + ingress() + canary('shop2.example.com'),
      finds: ['spec.rules[0].http.paths[0].path'],
    },
    {
      title: 'another path',
      manifests: web + ingress() + canary('shop.example.com', '/beta'),
      finds: ['spec.rules[0].http.paths[0].path'],
    },
  ],
  *check(ingress, { graph }) {
    if (!isCanary(ingress)) return;
    const { paths, namespaces } = mainPaths(graph);
    if (!namespaces.has(ingress.namespace)) return;
    for (const path of pathsOf(ingress)) {
      if (paths.has(keyOf(graph, ingress, path))) continue;
      const host = path.host === '' ? 'every host' : `host '${path.host}'`;
      yield {
        field: `${path.field}.path`,
        message: `no Ingress of this class leads ${host} with path '${path.path}', so that there is nothing to be a canary of`,
      };
    }
  },
});

function isCanary(ingress: Pick<SetObject, 'annotations'>): boolean {
  return annotationOf(ingress, canaryKey)?.toLowerCase() === 'true';
}

const mainPaths = oncePerGraph((graph) => {
  const mains = graph.ofKind('Ingress').filter((ingress) => !isCanary(ingress));
  return {
    paths: new Set(mains.flatMap((ingress) => pathsOf(ingress).map((path) => keyOf(graph, ingress, path)))),
    namespaces: new Set(mains.map(({ namespace }) => namespace)),
  };
});

function keyOf(graph: Graph, ingress: SetObject<Ingress>, { host, path }: IngressPath): string {
  return JSON.stringify([frontendOf(graph, ingress as SetObject<object> as SetObject), host, withoutSlash(path)]);
}

import { ingressNginxAnnotations } from '../../controllers/annotations';
import type { Ingress } from '../../kubernetes/api';
import type { Graph } from '../graph';
import { makesOf } from '../ingress-makes';
import { annotationOf, type SetObject } from '../set-object';

const prefix = 'nginx.ingress.kubernetes.io/';

/** The annotation that makes the paths of an Ingress regular expressions, where one does. */
export function regexSwitchOf(ingress: Pick<SetObject, 'annotations'>): string | undefined {
  if (annotationOf(ingress, `${prefix}use-regex`)?.toLowerCase() === 'true') return `${prefix}use-regex`;
  // A rewrite turns them on by itself, unless it stays where it is.
  const target = annotationOf(ingress, `${prefix}rewrite-target`);
  return target === undefined || target === '' || target === '/' ? undefined : `${prefix}rewrite-target`;
}

/** The hosts of ingress-nginx on which all paths are regular expressions, with the Ingress that makes them so. */
export function regexHosts(graph: Graph): ReadonlyMap<string, SetObject<Ingress>> {
  const hosts = new Map<string, SetObject<Ingress>>();
  for (const ingress of graph.ofKind('Ingress')) {
    if (regexSwitchOf(ingress) === undefined) continue;
    const { makes } = makesOf(graph, ingress);
    if (makes.length > 0 && !makes.includes(ingressNginxAnnotations)) continue;
    for (const rule of ingress.body.spec?.rules ?? []) {
      const host = rule?.host ?? '';
      if (!hosts.has(host)) hosts.set(host, ingress);
    }
  }
  return hosts;
}

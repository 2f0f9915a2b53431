import { ingressNginxAnnotations } from '../../controllers/annotations';
import type { Ingress, IngressBackend } from '../../kubernetes/api';
import { makesOf } from '../ingress-makes';
import { once, oncePerGraph } from '../once';
import { annotationOf, type SetObject } from '../set-object';

const prefix = 'nginx.ingress.kubernetes.io/';

/** The annotation that makes the paths of an Ingress regular expressions, where one does. */
export function regexSwitchOf(ingress: SetObject<Ingress>): string | undefined {
  if (annotationOf(ingress, `${prefix}use-regex`)?.toLowerCase() === 'true') return `${prefix}use-regex`;
  const target = annotationOf(ingress, `${prefix}rewrite-target`) ?? '';
  // A rewrite turns them on by itself, unless the path stays what it is (needsRewrite of its template.go).
  const rewrites = target !== '' && pathsOf(ingress).some(({ path }) => path !== target);
  return rewrites ? `${prefix}rewrite-target` : undefined;
}

/** A path of an Ingress, and its place. */
export interface IngressPath {
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  readonly backend: IngressBackend | null | undefined;
  /** `spec.rules[0].http.paths[0]`. */
  readonly field: string;
}

/** The paths of an Ingress; `/` where none is written. Read once: many rules look at them. */
export const pathsOf = once(({ body }: SetObject<Ingress>): readonly IngressPath[] => {
  return (body.spec?.rules ?? []).flatMap((rule, index) =>
    (rule?.http?.paths ?? []).map((one, position) => {
      const path = one?.path ?? '';
      return {
        host: rule?.host ?? '',
        path: path === '' ? '/' : path,
        pathType: one?.pathType ?? '',
        backend: one?.backend,
        field: `spec.rules[${index}].http.paths[${position}]`,
      };
    }),
  );
});

/** The hosts of ingress-nginx on which all paths are regular expressions, with the Ingress that makes them so. */
export const regexHosts = oncePerGraph((graph): ReadonlyMap<string, SetObject<Ingress>> => {
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
});

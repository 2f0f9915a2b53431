import type { Graph } from '../../graph/graph';
import { frontendOf, isPartOfAnother } from '../../graph/routes/frontends';
import { prefixesOf, withoutSlash } from '../../graph/routes/overlap';
import { pathsOf, type IngressPath } from '../../graph/routes/regex-hosts';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const guarded = (path: string, pathType = 'Prefix'): string =>
  ingress({
    name: 'guarded',
    path,
    pathType,
    annotations: ['nginx.ingress.kubernetes.io/auth-url: https://auth.example.com/check'],
  });

export const authGap = defineRule({
  id: 'ingress/auth-gap',
  class: 'risky',
  rating: 'medium',
  on: ['set'],
  summary: 'What is behind a sign-in has no way around it.',
  why: 'A sign-in holds for the paths of its Ingress: a path below of another Ingress is open, and so is what an exact path leaves out.',
  fix: 'Ask for the sign-in on both, or say by a waiver that the path is meant to be open.',
  references: ['https://kubernetes.github.io/ingress-nginx/examples/auth/oauth-external-auth/'],
  good: [
    { title: 'the sign-in itself is open', manifests: web + guarded('/') + ingress({ path: '/oauth2' }) },
    { title: 'another path', manifests: web + guarded('/admin') + ingress({ path: '/shop' }) },
    { title: 'the rest is open', manifests: web + guarded('/admin') + ingress() },
  ],
  bad: [
    {
      title: 'a path below is open',
      manifests: web + guarded('/admin') + ingress({ path: '/admin/api' }),
      finds: ['spec.rules[0].http.paths[0].path'],
    },
    {
      title: 'the exact path alone is guarded',
      manifests: web + guarded('/admin', 'Exact') + ingress(),
      finds: ['spec.rules[0].http.paths[0].path'],
    },
  ],
  *check(graph) {
    const guards = guardedPaths(graph);
    if (guards.size === 0) return;
    for (const ingress of graph.ofKind('Ingress')) {
      if (asksForSignIn(ingress) || isPartOfAnother(ingress)) continue;
      for (const path of pathsOf(ingress)) {
        const by = isOpenByPurpose(path.path)
          ? undefined
          : guardOver(guards, frontendOf(graph, ingress as SetObject<object> as SetObject), path);
        if (by === undefined) continue;
        const exact = by.path.pathType === 'Exact';
        const at = exact ? by.ingress : ingress;
        const message = exact
          ? `the sign-in holds for exactly '${by.path.path}': '${by.path.path}/' is led by ${nameOf(ingress)}, without one`
          : `'${path.path}' is open, below '${by.path.path}' that ${nameOf(by.ingress)} asks a sign-in for`;
        const other = exact
          ? { object: ingress, field: `${path.field}.path` }
          : { object: by.ingress, field: `${by.path.field}.path` };
        yield { object: at, field: `${exact ? by.path.field : path.field}.path`, message, related: [other] };
      }
    }
  },
});

interface Guard {
  readonly ingress: SetObject<Ingress>;
  readonly path: IngressPath;
}

const signIns =
  /^(?:nginx\.ingress\.kubernetes\.io\/auth-(?:url|secret|tls-secret)|nginx\.org\/basic-auth-secret|nginx\.com\/jwt-key|haproxy\.org\/auth-type|haproxy-ingress\.github\.io\/(?:auth-url|auth-secret|oauth)|alb\.ingress\.kubernetes\.io\/auth-type)$/;

function asksForSignIn({ annotations }: Pick<SetObject, 'annotations'>): boolean {
  return Object.keys(annotations).some((key) => signIns.test(key));
}

function isOpenByPurpose(path: string): boolean {
  return /^\/(?:oauth2?|\.well-known|login|signin|auth|healthz?|public)\b/.test(path);
}

/** Paths with a sign-in, by where they are served, host and path. */
function guardedPaths(graph: Graph): ReadonlyMap<string, Guard> {
  const guards = new Map<string, Guard>();
  for (const ingress of graph.ofKind('Ingress')) {
    if (!asksForSignIn(ingress)) continue;
    const frontend = frontendOf(graph, ingress as SetObject<object> as SetObject);
    for (const path of pathsOf(ingress)) guards.set(keyOf(frontend, path.host, path.path), { ingress, path });
    for (const path of pathsOf(ingress)) {
      // An exact path leaves to others what is below it: found from any prefix above.
      if (path.pathType !== 'Exact') continue;
      for (const above of prefixesOf(path.path).slice(1))
        guards.set(`${keyOf(frontend, path.host, above)}\nexact`, { ingress, path });
    }
  }
  return guards;
}

function guardOver(
  guards: ReadonlyMap<string, Guard>,
  frontend: string,
  { host, path, pathType }: IngressPath,
): Guard | undefined {
  const exact = pathType === 'Exact' ? undefined : guards.get(`${keyOf(frontend, host, path)}\nexact`);
  const wide = prefixesOf(path)
    .slice(1)
    .map((above) => guards.get(keyOf(frontend, host, above)));
  return exact ?? wide.find((guard) => guard !== undefined && guard.path.pathType !== 'Exact');
}

function keyOf(frontend: string, host: string, path: string): string {
  return JSON.stringify([frontend, host, withoutSlash(path)]);
}

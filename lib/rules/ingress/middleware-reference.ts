import { annotated } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { annotationOf } from '../../graph/set-object';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest } from '../../kubernetes/wording';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const key = 'traefik.ingress.kubernetes.io/router.middlewares';
const field = `metadata.annotations[${key}]`;
const through = (names: string): string => web + ingress({ className: 'traefik', annotations: [`${key}: ${names}`] });
const middleware = (name: string, namespace = ''): string => `
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: ${name}${namespace === '' ? '' : `, namespace: ${namespace}`} }
spec: { stripPrefix: { prefixes: [/api] } }
`;

export const middlewareReference = defineRule({
  id: 'ingress/middleware-reference',
  class: 'broken',
  on: ['Ingress'],
  among: annotated('Ingress', key),
  summary: 'A middleware is named by its namespace, its name and its provider: `shop-strip@kubernetescrd`.',
  why: 'Traefik drops the whole router where one of its middlewares does not exist: every request of the Ingress gets 404.',
  fix: 'Write NAMESPACE-NAME@kubernetescrd, also for a Middleware of the same namespace.',
  symptoms: ['404 from the controller', 'middleware does not exist'],
  references: [
    'https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/',
    'https://github.com/traefik/traefik/issues/6807',
  ],
  good: [
    { title: 'with its namespace', manifests: through('default-strip@kubernetescrd') + middleware('strip') },
    { title: 'of a file of Traefik', manifests: through('strip@file') },
    { title: 'of somebody else', manifests: through('edge-headers@kubernetescrd') },
  ],
  bad: [
    { title: 'without the namespace', manifests: through('strip@kubernetescrd') + middleware('strip'), finds: [field] },
    { title: 'without the provider', manifests: through('default-strip') + middleware('strip'), finds: [field] },
    { title: 'misspelt', manifests: through('default-stripp@kubernetescrd') + middleware('strip'), finds: [field] },
    {
      title: 'of another namespace',
      manifests: through('default-strip@kubernetescrd') + middleware('strip', 'shop'),
      finds: [field],
    },
    { title: 'with a slash', manifests: through('default/strip@kubernetescrd') + middleware('strip'), finds: [field] },
  ],
  *check(ingress, { graph }) {
    const names = (annotationOf(ingress, key) ?? '').split(',').map((one) => one.trim());
    for (const name of names) {
      const message = name === '' ? undefined : referenceProblem(graph, name);
      if (message === undefined) continue;
      const meant = meantReference(graph, ingress.namespace, name);
      const right = names.map((one) => (one === name ? (meant ?? one) : one)).join(',');
      const hint = meant === undefined ? '' : `; '${meant}' is one`;
      yield {
        field,
        message: message + hint,
        ...(meant === undefined ? {} : { edits: [{ set: field, value: right }] }),
      };
    }
  },
});

/** All Middlewares of the set, as they are named. */
const references = oncePerGraph((graph): ReadonlySet<string> => {
  const all = [...graph.ofKind('traefik.io Middleware'), ...graph.ofKind('traefik.containo.us Middleware')];
  return new Set(all.map(({ namespace, name }) => `${namespace}-${name}@kubernetescrd`));
});

function referenceProblem(graph: Graph, reference: string): string | undefined {
  const known = references(graph);
  if (known.has(reference)) return undefined;
  const [name = '', provider] = reference.split('@');
  if (provider === undefined) return `'${reference}' names no provider, so that Traefik looks for it among Ingresses`;
  if (provider !== 'kubernetescrd') return undefined;
  if (name.includes('/')) return `'${reference}' has a slash between namespace and name: a hyphen belongs there`;
  // A namespace of somebody else may have it, unless this set shows what was meant.
  if (known.size === 0) return name.includes('-') ? undefined : `'${reference}' has no namespace before its name`;
  return meantReference(graph, '', reference) === undefined && name.includes('-')
    ? undefined
    : `there is no Middleware '${reference}'`;
}

function meantReference(graph: Graph, namespace: string, reference: string): string | undefined {
  const known = [...references(graph)];
  const name = (reference.split('@')[0] ?? '').replace('/', '-');
  const bare = name.replace(/^[^-]*-/, '');
  const same = known.find((one) => one === `${namespace}-${name}@kubernetescrd` || one === `${name}@kubernetescrd`);
  const elsewhere = known.find(
    (one) => one.endsWith(`-${name}@kubernetescrd`) || one.endsWith(`-${bare}@kubernetescrd`),
  );
  const near = nearest(`${name}@kubernetescrd`, known);
  return same ?? (near !== undefined && isMisspelling(name, near.replace(/@.*/, '')) ? near : elsewhere);
}

import { annotated } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { isMadeSecret } from '../../graph/secret-makers';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest, quoteList } from '../../kubernetes/wording';
import { fieldsOf } from '../../manifests/untyped';
import { namesOneNamespace } from '../route/one-namespace';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const nginx = 'nginx.ingress.kubernetes.io/';
const field = (key: string): string => `metadata.annotations[${key}]`;
const guarded = (secret: string, ...more: readonly string[]): string =>
  web + ingress({ annotations: [`${nginx}auth-type: basic`, `${nginx}auth-secret: ${secret}`, ...more] });
const secret = (data: string, namespace = 'default'): string => `
---
apiVersion: v1
kind: Secret
metadata: { name: users, namespace: ${namespace} }
stringData: { ${data} }
`;
const hash = '"admin:$apr1$x"';

export const authSecret = defineRule({
  id: 'ingress/auth-secret',
  class: 'broken',
  on: ['Ingress'],
  among: annotated('Ingress', nginx, 'nginx.org/', 'haproxy.org/', 'haproxy-ingress.github.io/'),
  summary: 'The Secret of a sign-in is there and has the key that the controller reads.',
  why: 'ingress-nginx answers 503 to every request, never 401, where the Secret is missing or holds its passwords under another key than `auth`.',
  fix: 'Keep the passwords of `htpasswd` under the key `auth`; with `auth-secret-type: auth-map` one key for each user.',
  symptoms: ['503 from the controller', 'error reading secret', '403 from the controller'],
  references: [
    'https://kubernetes.github.io/ingress-nginx/examples/auth/basic/',
    'https://github.com/kubernetes/ingress-nginx/issues/5282',
  ],
  good: [
    { title: 'the key auth', manifests: guarded('users') + secret(`auth: ${hash}`) },
    {
      title: 'one key for each user',
      manifests: guarded('users', `${nginx}auth-secret-type: auth-map`) + secret(`admin: ${hash}`),
    },
    {
      title: 'told by the target',
      manifests: guarded('users'),
      target: { exists: [{ kind: 'Secret', name: 'users' }] },
    },
  ],
  bad: [
    {
      title: 'another key',
      manifests: guarded('users') + secret(`users: ${hash}`),
      finds: [field(`${nginx}auth-secret`)],
    },
    { title: 'misspelt', manifests: guarded('user') + secret(`auth: ${hash}`), finds: [field(`${nginx}auth-secret`)] },
    { title: 'nobody has it', manifests: guarded('users'), finds: [field(`${nginx}auth-secret`)] },
    {
      title: 'of the other NGINX, under the key of this one',
      manifests: web + ingress({ annotations: ['nginx.org/basic-auth-secret: users'] }) + secret(`auth: ${hash}`),
      finds: [field('nginx.org/basic-auth-secret')],
    },
  ],
  *check(ingress, { graph }) {
    for (const [key, needed] of readers) {
      const named = annotationOf(ingress, key);
      if (named === undefined || named === '') continue;
      const problem = secretProblem(
        graph,
        ingress,
        named,
        key === `${nginx}auth-secret` && isMap(ingress) ? undefined : needed,
      );
      if (problem !== undefined) yield { ...problem, field: `metadata.annotations[${key}]` };
    }
  },
});

/** Annotations that name a Secret, and the key that is read of it. */
const readers = new Map([
  [`${nginx}auth-secret`, 'auth'],
  [`${nginx}auth-tls-secret`, 'ca.crt'],
  ['nginx.org/basic-auth-secret', 'htpasswd'],
  ['haproxy.org/auth-secret', undefined],
  ['haproxy-ingress.github.io/auth-secret', 'auth'],
]);

function isMap(ingress: SetObject<Ingress>): boolean {
  return annotationOf(ingress, `${nginx}auth-secret-type`) === 'auth-map';
}

function secretProblem(
  graph: Graph,
  ingress: SetObject<Ingress>,
  named: string,
  needed: string | undefined,
): Omit<Problem, 'field'> | undefined {
  const [namespace, name] = named.includes('/') ? (named.split('/') as [string, string]) : [ingress.namespace, named];
  const secret = graph.find('Secret', namespace, name);
  if (secret !== undefined) {
    const keys = [...fieldsOf(secret.body.data), ...fieldsOf(secret.body.stringData)];
    if (needed === undefined || keys.length === 0 || keys.includes(needed)) return undefined;
    return {
      message: `${nameOf(secret)} has no key '${needed}': it has ${quoteList(keys)}`,
      related: [{ object: secret, field: 'data' }],
    };
  }
  if (graph.target.has('Secret', namespace, name) || isMadeSecret(graph, namespace, name)) return undefined;
  const [other] = graph.named('Secret', name);
  if (other !== undefined && namesOneNamespace(graph)) return undefined;
  const known = nearest(name, graph.names('Secret', namespace));
  const near = known !== undefined && isMisspelling(name, known) ? known : undefined;
  const hint =
    other === undefined
      ? near === undefined
        ? ''
        : `; '${near}' comes near`
      : `; one of that name is in namespace '${other.namespace}'`;
  const message = `namespace '${namespace}' has no Secret '${name}'${hint}`;
  return { message, ...(hint === '' ? { severity: 'warning' } : {}) };
}

import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { isMadeSecret } from '../../graph/secret-makers';
import type { SetObject } from '../../graph/set-object';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom, httpProxy } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';
import { missingSecret } from '../tls/missing-secret';

const routes = 'routes: [{ services: [{ name: web, port: 80 }] }]';
const secured = (tls: string, more = routes): string =>
  web + httpProxy('shop', `virtualhost: { fqdn: shop.example.com, tls: ${tls} }, ${more}`);
const tcp = 'tcpproxy: { services: [{ name: web, port: 80 }] }';
const delegation = (secretName: string, namespaces: string): string =>
  custom(
    'projectcontour.io/v1 TLSCertificateDelegation',
    'all',
    `{ delegations: [{ secretName: ${secretName}, targetNamespaces: ['${namespaces}'] }] }`,
    { namespace: 'edge' },
  );
const secret = (name: string): string => `
---
apiVersion: v1
kind: Secret
metadata: { name: ${name} }
type: Opaque
`;
const secretName = 'spec.virtualhost.tls.secretName';

export const contourTls = defineRule({
  id: 'contour/tls',
  class: 'broken',
  on: ['projectcontour.io HTTPProxy'],
  summary: 'TLS of an HTTPProxy has a Secret that it may read, or passes through; TCP has TLS.',
  why: 'Contour marks the HTTPProxy invalid and serves nothing of it: a Secret of another namespace needs a TLSCertificateDelegation there, and TCP is told apart by the name in TLS alone.',
  fix: 'Name a Secret under `tls.secretName`, for that of another namespace with a TLSCertificateDelegation, or write `tls.passthrough: true` for TCP.',
  symptoms: [
    'Certificate delegation not permitted',
    'Spec.TCPProxy requires that either Spec.TLS.Passthrough or Spec.TLS.SecretName be set',
    'Spec.VirtualHost.TLS Secret is invalid',
    'connection reset',
  ],
  references: [
    'https://projectcontour.io/docs/main/config/tls-delegation/',
    'https://projectcontour.io/docs/main/config/tls-termination/',
  ],
  good: [
    { title: 'a Secret', manifests: secured('{ secretName: shop-tls }') + secret('shop-tls') },
    {
      title: 'of another namespace, delegated',
      manifests: secured('{ secretName: edge/shop-tls }') + delegation('shop-tls', 'default'),
    },
    { title: 'to all namespaces', manifests: secured('{ secretName: edge/shop-tls }') + delegation('shop-tls', '*') },
    { title: 'a root alone', manifests: secured('{ secretName: shop-tls }').replace(web, '') },
    { title: 'passed through', manifests: secured('{ passthrough: true }', tcp) },
  ],
  bad: [
    {
      title: 'delegated to others',
      manifests: secured('{ secretName: edge/shop-tls }') + delegation('shop-tls', 'shop'),
      finds: [secretName],
    },
    {
      title: 'another Secret is delegated',
      manifests: secured('{ secretName: edge/shop-tls }') + delegation('all-tls', '*'),
      finds: [secretName],
    },
    { title: 'delegated by nobody', manifests: secured('{ secretName: edge/shop-tls }'), finds: [secretName] },
    {
      title: 'a Secret that is spelt otherwise',
      manifests: secured('{ secretName: shop-tls }') + secret('shop-tsl'),
      finds: [secretName],
    },
    {
      title: 'TCP without TLS',
      manifests: web + httpProxy('db', `virtualhost: { fqdn: db.example.com }, ${tcp}`),
      finds: ['spec.tcpproxy'],
    },
    {
      title: 'neither a Secret nor passed through',
      manifests: secured('{ minimumProtocolVersion: "1.3" }'),
      finds: ['spec.virtualhost.tls'],
    },
    {
      title: 'both',
      manifests: secured('{ secretName: shop-tls, passthrough: true }', tcp) + secret('shop-tls'),
      finds: ['spec.virtualhost.tls.passthrough'],
    },
    {
      title: 'passed through without TCP',
      manifests: secured('{ passthrough: true }'),
      finds: ['spec.virtualhost.tls.passthrough'],
    },
  ],
  *check(proxy, { graph }) {
    const host = valueAt(proxy.body, 'spec', 'virtualhost');
    const problem = host === undefined ? undefined : formProblem(proxy, host);
    if (problem !== undefined) yield problem;
    const secret = textOf(valueAt(host, 'tls', 'secretName'));
    const missing = secret === '' ? undefined : secretProblem(graph, proxy, secret);
    if (missing !== undefined) yield missing;
  },
});

function formProblem({ body }: SetObject, host: unknown): Problem | undefined {
  const tls = valueAt(host, 'tls');
  const tcp = valueAt(body, 'spec', 'tcpproxy');
  if (tls === undefined) {
    if (tcp === undefined) return undefined;
    return {
      field: 'spec.tcpproxy',
      message: 'TCP is told apart by the name in TLS, and `virtualhost.tls` says nothing',
    };
  }
  const passes = valueAt(tls, 'passthrough') === true;
  const secret = textOf(valueAt(tls, 'secretName'));
  const field = 'spec.virtualhost.tls.passthrough';
  if (passes && secret !== '')
    return {
      field,
      message: 'TLS is passed through and ended at once: Contour takes a `secretName` or `passthrough`, not both',
    };
  if (passes && tcp === undefined)
    return {
      field,
      message: 'TLS is passed through, and there is no `tcpproxy` to pass it to: routes of HTTP cannot be read',
    };
  if (passes || secret !== '') return undefined;
  return { field: 'spec.virtualhost.tls', message: 'neither a `secretName` nor `passthrough: true` is there' };
}

function secretProblem(graph: Graph, { namespace }: SetObject, secret: string): Problem | undefined {
  const [first = '', second] = secret.split('/');
  const [owner, name] = second === undefined ? [namespace, first] : [first, second];
  const field = 'spec.virtualhost.tls.secretName';
  if (owner !== namespace && !isDelegated(graph, owner, name, namespace)) {
    const seen = graph.objects.some((object) => object.namespace === owner);
    return {
      field,
      message: `no TLSCertificateDelegation of namespace '${owner}' lets namespace '${namespace}' use its Secret '${name}'`,
      // Where nothing of the namespace is in the set, its delegations lie elsewhere too.
      ...(seen ? {} : { severity: 'warning' }),
    };
  }
  const isKnown = graph.has('Secret', owner, name) || isMadeSecret(graph, owner, name);
  return isKnown ? undefined : missingSecret(graph, owner, name, field);
}

const delegations = oncePerGraph((graph): ReadonlySet<string> => {
  const all = graph
    .ofKind('projectcontour.io TLSCertificateDelegation')
    .flatMap((one) =>
      itemsOf(valueAt(one.body, 'spec', 'delegations')).flatMap((item) =>
        itemsOf(valueAt(item, 'targetNamespaces')).map((to) =>
          [one.namespace, textOf(valueAt(item, 'secretName')), textOf(to)].join('\n'),
        ),
      ),
    );
  return new Set(all);
});

function isDelegated(graph: Graph, owner: string, secret: string, to: string): boolean {
  const known = delegations(graph);
  return ['*', to].some((target) => known.has([owner, secret, target].join('\n')));
}

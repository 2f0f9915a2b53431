import { annotated, besides } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { annotationOf } from '../../graph/set-object';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest } from '../../kubernetes/wording';
import { ingress, web } from '../ingress-example';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule, type Problem } from '../rule';

const tls = '{ hosts: [shop.example.com], secretName: shop-tls }';
const issued = (key: string, name: string, namespace = ''): string =>
  web + ingress({ tls, annotations: [`cert-manager.io/${key}: ${name}`], ...(namespace === '' ? {} : { namespace }) });
const issuer = (kind: string, name: string, namespace = ''): string => `
---
apiVersion: cert-manager.io/v1
kind: ${kind}
metadata: { name: ${name}${namespace === '' ? '' : `, namespace: ${namespace}`} }
spec: { selfSigned: {} }
`;
const field = (key: string): string => `metadata.annotations[cert-manager.io/${key}]`;

export const tlsIssuer = defineRule({
  id: 'tls/issuer',
  class: 'broken',
  on: ['Ingress'],
  among: besides(['cert-manager.io ClusterIssuer', 'cert-manager.io Issuer'], annotated('Ingress', 'cert-manager.io/')),
  summary: 'The issuer that an Ingress asks for is there, and of the kind that the annotation names.',
  why: 'cert-manager waits for an issuer that does not exist, and the certificate is never made. An Issuer serves its own namespace and is asked for by `cert-manager.io/issuer`, a ClusterIssuer every one by `cert-manager.io/cluster-issuer`.',
  fix: 'Use the annotation of the kind that there is, and its name.',
  symptoms: ['fake certificate', 'certificate is not ready', 'issuer not found', 'clusterissuer not found'],
  references: ['https://cert-manager.io/docs/usage/ingress/#supported-annotations'],
  good: [
    { title: 'an Issuer', manifests: issued('issuer', 'ca') + issuer('Issuer', 'ca') },
    { title: 'a ClusterIssuer', manifests: issued('cluster-issuer', 'ca') + issuer('ClusterIssuer', 'ca') },
    {
      title: 'of the cluster, beside one of the set',
      manifests: issued('cluster-issuer', 'letsencrypt') + issuer('Issuer', 'ca'),
    },
  ],
  bad: [
    {
      title: 'an Issuer, taken for a ClusterIssuer',
      manifests: issued('cluster-issuer', 'ca') + issuer('Issuer', 'ca'),
      finds: [field('cluster-issuer')],
    },
    {
      title: 'a ClusterIssuer, taken for an Issuer',
      manifests: issued('issuer', 'ca') + issuer('ClusterIssuer', 'ca'),
      finds: [field('issuer')],
    },
    {
      title: 'of another namespace',
      manifests: issued('issuer', 'ca', 'shop') + issuer('Issuer', 'ca', 'edge'),
      finds: [field('issuer')],
    },
    {
      title: 'misspelt',
      manifests: issued('cluster-issuer', 'letsencypt') + issuer('ClusterIssuer', 'letsencrypt'),
      finds: [field('cluster-issuer')],
    },
  ],
  *check(ingress, { graph }) {
    // Issuers of other makers are named with their group.
    if (annotationOf(ingress, 'cert-manager.io/issuer-group') !== undefined) return;
    for (const kind of ['Issuer', 'ClusterIssuer'] as const) {
      const key = kind === 'Issuer' ? 'cert-manager.io/issuer' : 'cert-manager.io/cluster-issuer';
      const name = annotationOf(ingress, key);
      const namespace = kind === 'Issuer' ? ingress.namespace : '';
      if (name === undefined || name === '' || graph.has(`cert-manager.io ${kind}`, namespace, name)) continue;
      const problem = missing(graph, kind, namespace, name);
      if (problem !== undefined) yield { ...problem, field: `metadata.annotations[${key}]` };
    }
  },
});

function missing(
  graph: Graph,
  kind: 'Issuer' | 'ClusterIssuer',
  namespace: string,
  name: string,
): Omit<Problem, 'field'> | undefined {
  const other = kind === 'Issuer' ? 'ClusterIssuer' : 'Issuer';
  const [confused] = graph.named(`cert-manager.io ${other}`, name);
  if (confused !== undefined) {
    const key = `cert-manager.io/${other === 'Issuer' ? 'issuer' : 'cluster-issuer'}`;
    return {
      message: `'${name}' is ${other === 'Issuer' ? 'an' : 'a'} ${other}, which is asked for by ${key}`,
      related: [{ object: confused, field: 'metadata.name' }],
    };
  }
  const [elsewhere] = graph.named(`cert-manager.io ${kind}`, name);
  if (elsewhere !== undefined) {
    if (namesOneNamespace(graph)) return undefined;
    const message = `namespace '${namespace}' has no Issuer '${name}'; one of that name is in namespace '${elsewhere.namespace}', and serves that one alone`;
    return { message, related: [{ object: elsewhere, field: 'metadata.name' }] };
  }
  const near = nearest(name, graph.names(`cert-manager.io ${kind}`, namespace));
  // One that the cluster has may be called anything else.
  return near === undefined || !isMisspelling(name, near)
    ? undefined
    : { message: `there is no ${kind} '${name}'; '${near}' comes near` };
}

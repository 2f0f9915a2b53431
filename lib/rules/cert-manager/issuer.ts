import type { Graph } from '../../graph/graph';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom, gateway } from '../custom-example';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';

const certificate = (issuer: string): string =>
  custom(
    'cert-manager.io/v1 Certificate',
    'shop',
    `{ secretName: shop-tls, dnsNames: [shop.example.com], issuerRef: { ${issuer} } }`,
  );
const issuer = (kind: string, name: string): string => custom(`cert-manager.io/v1 ${kind}`, name, '{ selfSigned: {} }');

export const certManagerIssuer = defineRule({
  id: 'cert-manager/issuer',
  class: 'broken',
  on: ['cert-manager.io Certificate', 'cert-manager.io CertificateRequest', 'gateway.networking.k8s.io Gateway'],
  summary: 'The issuer of a certificate is there, and of the kind that is named.',
  why: 'cert-manager waits for an issuer that does not exist, and the Secret is never made. Without `kind` an Issuer of the own namespace is meant, not a ClusterIssuer.',
  fix: 'Name the issuer that there is, with `kind: ClusterIssuer` where it is one.',
  symptoms: ['certificate is not ready', 'issuer not found', 'fake certificate', 'Referenced "Issuer" not found'],
  references: ['https://cert-manager.io/docs/usage/certificate/'],
  good: [
    { title: 'an Issuer', manifests: certificate('name: ca') + issuer('Issuer', 'ca') },
    {
      title: 'a ClusterIssuer',
      manifests: certificate('name: ca, kind: ClusterIssuer') + issuer('ClusterIssuer', 'ca'),
    },
    {
      title: 'of the cluster',
      manifests: certificate('name: letsencrypt, kind: ClusterIssuer') + issuer('ClusterIssuer', 'ca'),
    },
    {
      title: 'of another maker',
      manifests: certificate('name: ca, group: awspca.cert-manager.io') + issuer('ClusterIssuer', 'ca'),
    },
  ],
  bad: [
    {
      title: 'a ClusterIssuer without its kind',
      manifests: certificate('name: ca') + issuer('ClusterIssuer', 'ca'),
      finds: ['spec.issuerRef.kind'],
    },
    {
      title: 'an Issuer, taken for a ClusterIssuer',
      manifests: certificate('name: ca, kind: ClusterIssuer') + issuer('Issuer', 'ca'),
      finds: ['spec.issuerRef.kind'],
    },
    {
      title: 'misspelt',
      manifests: certificate('name: letsencypt') + issuer('Issuer', 'letsencrypt'),
      finds: ['spec.issuerRef.name'],
    },
    {
      title: 'of a Gateway',
      manifests: gateway(undefined, { annotations: 'cert-manager.io/issuer: ca' }) + issuer('ClusterIssuer', 'ca'),
      finds: ['metadata.annotations[cert-manager.io/issuer]'],
    },
  ],
  *check(object, { graph }) {
    for (const asked of askedIssuers(object)) {
      const problem = issuerProblem(graph, object, asked);
      if (problem !== undefined) yield problem;
    }
  },
});

interface Asked {
  readonly kind: string;
  readonly name: string;
  readonly field: string;
  readonly kindField: string;
}

function askedIssuers(object: SetObject): readonly Asked[] {
  if (object.kind !== 'Gateway') {
    const issuer = valueAt(object.body, 'spec', 'issuerRef');
    const group = textOf(valueAt(issuer, 'group'));
    if (group !== '' && group !== 'cert-manager.io') return [];
    const kind = textOf(valueAt(issuer, 'kind')) || 'Issuer';
    return [
      { kind, name: textOf(valueAt(issuer, 'name')), field: 'spec.issuerRef.name', kindField: 'spec.issuerRef.kind' },
    ];
  }
  if (annotationOf(object, 'cert-manager.io/issuer-group') !== undefined) return [];
  return [
    ['cert-manager.io/issuer', 'Issuer'],
    ['cert-manager.io/cluster-issuer', 'ClusterIssuer'],
  ].map(([key = '', kind = '']) => {
    const field = `metadata.annotations[${key}]`;
    return { kind, name: annotationOf(object, key) ?? '', field, kindField: field };
  });
}

function issuerProblem(
  graph: Graph,
  { namespace, kind: asking }: SetObject,
  { kind, name, field, kindField }: Asked,
): Problem | undefined {
  if (name === '' || !['Issuer', 'ClusterIssuer'].includes(kind)) return undefined;
  const where = kind === 'Issuer' ? namespace : '';
  if (graph.has(`cert-manager.io ${kind}`, where, name)) return undefined;
  const other = kind === 'Issuer' ? 'ClusterIssuer' : 'Issuer';
  const [confused] = graph.named(`cert-manager.io ${other}`, name);
  if (confused !== undefined && graph.named(`cert-manager.io ${kind}`, name).length === 0) {
    return {
      field: kindField,
      message: `there is no ${kind} '${name}', but ${nameOf(confused)}`,
      related: [{ object: confused, field: 'metadata.name' }],
      ...(asking === 'Gateway' ? {} : { edits: [{ set: kindField, value: other }] }),
    };
  }
  const problem = missingReference(graph, { kinds: [`cert-manager.io ${kind}`], namespace: where, name, field });
  // The cluster may have issuers of any other name.
  return problem?.severity === 'warning' ? undefined : problem;
}

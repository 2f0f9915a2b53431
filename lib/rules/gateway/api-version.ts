import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { httpRoute } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule } from '../rule';

/** What the CustomResourceDefinitions of the standard channel serve, and since which release: config/crd/standard of the Gateway API. */
const served: Readonly<Record<string, { readonly versions: readonly string[]; readonly since: string }>> = {
  BackendTLSPolicy: { versions: ['v1'], since: '1.4' },
  GRPCRoute: { versions: ['v1'], since: '1.1' },
  Gateway: { versions: ['v1', 'v1beta1'], since: '1.0' },
  GatewayClass: { versions: ['v1', 'v1beta1'], since: '1.0' },
  HTTPRoute: { versions: ['v1', 'v1beta1'], since: '1.0' },
  ListenerSet: { versions: ['v1'], since: '1.5' },
  ReferenceGrant: { versions: ['v1', 'v1beta1'], since: '1.5' },
  TCPRoute: { versions: ['v1'], since: '1.6' },
  TLSRoute: { versions: ['v1'], since: '1.5' },
  UDPRoute: { versions: ['v1'], since: '1.6' },
};

const older = (kind: string, version: string): string =>
  web + httpRoute(undefined, { kind }).replace('k8s.io/v1', `k8s.io/${version}`);
const definition = `
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: tcproutes.gateway.networking.k8s.io, annotations: { api-approved.kubernetes.io: "https://example.com" } }
spec:
  group: gateway.networking.k8s.io
  scope: Namespaced
  names: { kind: TCPRoute, plural: tcproutes, singular: tcproute, listKind: TCPRouteList }
  versions: [{ name: v1alpha2, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }]
`;

export const gatewayApiVersion = defineRule({
  id: 'gateway/api-version',
  class: 'broken',
  severity: 'warning',
  on: ['object'],
  among: (graph) => graph.ofGroup('gateway.networking.k8s.io'),
  summary: 'Kinds of the Gateway API are written in a version that its standard channel serves.',
  why: 'Alpha versions are served by the experimental channel alone, and no longer once a kind is in the standard one: the API server says that there are no matches for the kind.',
  fix: 'Write the version that is named; or install the experimental channel, if the controller asks for it.',
  symptoms: [
    'no matches for kind "TLSRoute" in version "gateway.networking.k8s.io/v1alpha2"',
    'resource mapping not found',
  ],
  references: ['https://gateway-api.sigs.k8s.io/concepts/versioning/'],
  good: [
    { manifests: web + httpRoute() },
    { title: 'served beside v1', manifests: older('HTTPRoute', 'v1beta1') },
    { title: 'the definition that comes with it serves it', manifests: older('TCPRoute', 'v1alpha2') + definition },
  ],
  bad: [
    { title: 'TCP', manifests: older('TCPRoute', 'v1alpha2'), finds: ['apiVersion'] },
    { title: 'TLS', manifests: older('TLSRoute', 'v1alpha3'), finds: ['apiVersion'] },
    { title: 'HTTP', manifests: older('HTTPRoute', 'v1alpha2'), finds: ['apiVersion'] },
  ],
  *check({ group, kind, ref }, { graph }) {
    if (group !== 'gateway.networking.k8s.io' || !Object.hasOwn(served, kind)) return;
    const version = ref.apiVersion.slice(group.length + 1);
    const known = served[kind];
    if (known === undefined || known.versions.includes(version) || servedBySet(graph).has(`${kind} ${version}`)) return;
    const [right = 'v1'] = known.versions;
    yield {
      field: 'apiVersion',
      message: `the standard channel of the Gateway API serves ${kind} as ${known.versions.join(' and ')} since ${known.since}, not as ${version}`,
      edits: [{ set: 'apiVersion', value: `${group}/${right}` }],
    };
  },
});

/** The versions that definitions of the set serve. */
const servedBySet = oncePerGraph((graph: Graph): ReadonlySet<string> => {
  const definitions = graph.ofKind('apiextensions.k8s.io CustomResourceDefinition');
  const versions = definitions.flatMap(({ body }) =>
    itemsOf(valueAt(body, 'spec', 'versions'))
      .filter((item) => valueAt(item, 'served') === true)
      .map((item) => `${textOf(valueAt(body, 'spec', 'names', 'kind'))} ${textOf(valueAt(item, 'name'))}`),
  );
  return new Set(versions);
});

import type { Severity } from '../../findings/finding';
import { loadBalancers } from '../../graph/subjects';
import { servicePorts } from '../../graph/service-ports';
import { Provider } from '../../target/provider';
import { service } from '../example-manifests';
import { defineRule } from '../rule';

const balancer = (ports: string, spec = 'type: LoadBalancer'): string =>
  service('app: dns', { name: 'dns', port: ports, spec });
const both = 'name: tcp, port: 53 }, { name: udp, port: 53, protocol: UDP';

/**
 * Providers of which it is known whether one load balancer has ports of several protocols. Google Cloud forwards one protocol by default
 * (cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer). What a provider refuses in any case is told by service/load-balancer-provider.
 */
const known: readonly (readonly [provider: Provider, severity: Severity | undefined])[] = [
  [Provider.gcp(), 'warning'],
  [Provider.azure(), undefined],
  [Provider.metalLb(), undefined],
  [Provider.openStack(), undefined],
];

export const mixedProtocols = defineRule({
  id: 'service/mixed-protocols',
  class: 'broken',
  severity: 'note',
  on: ['Service'],
  among: loadBalancers,
  summary: 'A load balancer has ports of one protocol, where its provider does not mix them.',
  why: 'The API allows TCP and UDP in one Service of type LoadBalancer since Kubernetes 1.26; a provider that does not leaves the Service without an address.',
  fix: 'Write one Service for each protocol, with a common address where the provider can share one.',
  symptoms: [
    'pending',
    '<pending> under EXTERNAL-IP',
    'mixed protocol is not supported for LoadBalancer',
    'SyncLoadBalancerFailed',
  ],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancers-with-mixed-protocol-types',
  ],
  good: [
    { title: 'one protocol', manifests: balancer('name: a, port: 53 }, { name: b, port: 853') },
    { title: 'a provider that mixes them', manifests: balancer(both), target: { provider: Provider.metalLb() } },
    { title: 'no load balancer', manifests: balancer(both, 'type: ClusterIP') },
  ],
  bad: [
    {
      title: 'a provider that does not',
      manifests: balancer(both),
      target: { provider: Provider.gcp() },
      finds: ['spec.ports[1].protocol'],
    },
    { title: 'a provider that nobody names', manifests: balancer(both), finds: ['spec.ports[1].protocol'] },
  ],
  *check(service, { graph }) {
    if (service.body.spec?.type !== 'LoadBalancer') return;
    const { provider } = graph.target;
    const [first, ...more] = servicePorts(service);
    const other = more.find(({ protocol }) => protocol !== first?.protocol);
    if (first === undefined || other === undefined) return;
    const found = known.find(([one]) => one.name === provider.name);
    const severity = found === undefined ? 'note' : found[1];
    if (severity === undefined) return;
    yield {
      field: `${other.field}.protocol`,
      severity,
      message: `${first.protocol} and ${other.protocol} in one load balancer ${found === undefined ? 'are not had from every provider' : `cannot be had from ${provider.name} as a rule`}`,
      related: [{ object: service, field: `${first.field}.protocol` }],
    };
  },
});

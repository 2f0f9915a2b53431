import { allowedIn } from '../policy/by-namespace';
import { isCovered, addressSpan, spansOf } from '../../kubernetes/address-ranges';
import { quoteList } from '../../kubernetes/wording';
import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

/** The first release that warns of the field, KEP-5707. */
const deprecatedSince = 36;

export const externalIps = defineRule({
  id: 'exposure/external-ips',
  class: 'risky',
  rating: 'critical',
  on: ['Service'],
  among: (graph) => graph.ofKind('Service').filter(({ body }) => (body.spec?.externalIPs ?? []).length > 0),
  summary: 'A Service claims no external address.',
  why: 'Every node takes traffic for the addresses of externalIPs, whoever they belong to: traffic of the cluster for another host goes to these pods (CVE-2020-8554, fixed in no version).',
  fix: 'Use a Service of type LoadBalancer (MetalLB on machines of your own) or a Gateway; where the addresses are yours, allow them in the policy (parameters.allowedAddresses).',
  symptoms: ['man in the middle', 'traffic for another host ends up in the cluster', 'externalIPs is deprecated'],
  references: [
    'https://github.com/kubernetes/kubernetes/issues/97076',
    'https://github.com/kubernetes/enhancements/issues/5707',
  ],
  good: [
    { manifests: deployment() + service('type: ClusterIP') },
    { title: 'an empty list', manifests: deployment() + service('externalIPs: []') },
    {
      title: 'addresses that the policy allows',
      manifests: deployment() + service('externalIPs: [198.51.100.32]'),
      parameters: { allowedAddresses: { '*': ['198.51.100.0/24'] } },
    },
  ],
  bad: [
    { manifests: deployment() + service('externalIPs: [198.51.100.32]'), finds: ['spec.externalIPs'] },
    {
      title: 'beside a load balancer',
      manifests: deployment() + service("type: LoadBalancer, externalIPs: [8.8.8.8, '2001:db8::1']"),
      finds: ['spec.externalIPs'],
    },
    {
      title: 'an address beyond those that the policy allows',
      manifests: deployment() + service('externalIPs: [198.51.100.32, 203.0.113.1]'),
      parameters: { allowedAddresses: { '*': ['198.51.100.0/24'] } },
      finds: ['spec.externalIPs'],
    },
  ],
  *check({ namespace, body }, { graph, parameters }) {
    const { externalIPs, type } = body.spec ?? {};
    const addresses = (externalIPs ?? []).flatMap((address) => address ?? []);
    // An ExternalName is a name in the DNS alone, and ignores the field.
    if (addresses.length === 0 || type === 'ExternalName') return;
    const allowed = allowedIn(parameters.allowedAddresses, namespace);
    if (allowed !== undefined && addresses.every((address) => isAllowed(address, allowed))) return;
    const { minor, kubernetes } = graph.target;
    const deprecated = minor >= deprecatedSince ? `; Kubernetes ${kubernetes} deprecates the field, too` : '';
    yield {
      field: 'spec.externalIPs',
      message: `the Service takes the traffic of every node for ${quoteList(addresses)}, and nothing asks whether they are its own (CVE-2020-8554)${deprecated}`,
    };
  },
});

function isAllowed(address: string, allowed: readonly string[]): boolean {
  const span = addressSpan(address);
  return span !== undefined && isCovered(span, spansOf(allowed));
}

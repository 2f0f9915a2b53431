import { fixedAddressesOf, type SourceRange } from '../../graph/ways-in/service-ways';
import type { SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { addressSpan, isCovered, spansOf } from '../../kubernetes/address-ranges';
import { quoteList } from '../../kubernetes/wording';
import { service } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { allowedIn } from './by-namespace';

const parameters = { allowedAddresses: { '*': ['198.51.100.0/25', '198.51.100.128-198.51.100.130', '2001:db8::/64'] } };

export const policyAllowedAddresses = defineRule({
  id: 'policy/allowed-addresses',
  class: 'risky',
  rating: 'high',
  on: ['Service'],
  among: (graph, { allowedAddresses }) => (allowedAddresses === undefined ? [] : graph.ofKind('Service')),
  summary: 'A Service claims addresses that the policy gives its namespace.',
  why: 'An address belongs to whoever names it first: a Service takes the traffic of another one, or of a host outside of the cluster (CVE-2020-8554).',
  fix: 'Name an address of the ranges, leave the choice to the provider, or have the policy allow this one (parameters.allowedAddresses).',
  symptoms: ['address already in use', 'traffic of another host'],
  references: ['https://github.com/kubernetes/kubernetes/issues/97076'],
  good: [
    { manifests: service("externalIPs: [198.51.100.7, 198.51.100.130, '2001:db8::7']"), parameters },
    { title: 'of a load balancer', manifests: service('type: LoadBalancer, loadBalancerIP: 198.51.100.7'), parameters },
    { title: 'no policy', manifests: service('externalIPs: [192.0.2.1]') },
  ],
  bad: [
    { manifests: service('externalIPs: [198.51.100.7, 198.51.100.131]'), parameters, finds: ['spec.externalIPs[1]'] },
    {
      title: 'of a load balancer',
      manifests: service('type: LoadBalancer, loadBalancerIP: 192.0.2.1'),
      parameters,
      finds: ['spec.loadBalancerIP'],
    },
    {
      title: 'in the words of a provider',
      manifests: service('type: LoadBalancer', { annotations: 'metallb.io/loadBalancerIPs: "198.51.100.7,192.0.2.1"' }),
      parameters,
      finds: ['metadata.annotations[metallb.io/loadBalancerIPs]'],
    },
    {
      title: 'none is allowed',
      manifests: service('externalIPs: [198.51.100.7]'),
      parameters: { allowedAddresses: { '*': [] } },
      finds: ['spec.externalIPs[0]'],
    },
  ],
  *check(service, { parameters: { allowedAddresses } }) {
    const allowed = allowedIn(allowedAddresses, service.namespace);
    if (allowed === undefined) return;
    const spans = spansOf(allowed);
    for (const { range, field } of claimed(service)) {
      const span = addressSpan(range);
      if (span === undefined || isCovered(span, spans)) continue;
      yield {
        field,
        message: `namespace '${service.namespace}' claims ${range}; the policy allows it ${quoteList(allowed)}`,
      };
    }
  },
});

function claimed(service: SetObject<Service>): readonly SourceRange[] {
  const { externalIPs, type } = service.body.spec ?? {};
  const own = (externalIPs ?? []).map((range, index) => ({ range: range ?? '', field: `spec.externalIPs[${index}]` }));
  return type === 'LoadBalancer' ? [...own, ...fixedAddressesOf(service)] : own;
}

import { loadBalancers } from '../../graph/subjects';
import { sourceRangesOf } from '../../graph/ways-in/service-ways';
import { addressSpan, isCovered, spansOf } from '../../kubernetes/address-ranges';
import { quoteList } from '../../kubernetes/wording';
import { service } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { allowedIn } from './by-namespace';

const parameters = { allowedSources: { default: ['10.0.0.0/8', '192.0.2.0/24'] } };
const balanced = (ranges: string): string => service(`type: LoadBalancer, loadBalancerSourceRanges: [${ranges}]`);

export const policyAllowedSources = defineRule({
  id: 'policy/allowed-sources',
  class: 'risky',
  rating: 'high',
  on: ['Service'],
  among: loadBalancers,
  summary: 'A load balancer lets in no client that the policy does not allow.',
  why: 'A range that is wider than agreed lets in whoever is in it.',
  fix: 'Name ranges inside of those that are allowed, or have the policy allow more (parameters.allowedSources).',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer'],
  good: [
    { manifests: balanced('10.1.0.0/16, 192.0.2.0/24'), parameters },
    { title: 'another namespace', manifests: service('type: LoadBalancer', { namespace: 'shop' }), parameters },
    { title: 'not a load balancer', manifests: service('type: NodePort'), parameters },
  ],
  bad: [
    { title: 'wider', manifests: balanced('10.0.0.0/7'), parameters, finds: ['spec.loadBalancerSourceRanges[0]'] },
    {
      title: 'elsewhere',
      manifests: balanced('10.0.0.0/8, 198.51.100.7/32'),
      parameters,
      finds: ['spec.loadBalancerSourceRanges[1]'],
    },
    { title: 'everybody', manifests: service('type: LoadBalancer'), parameters, finds: ['spec.type'] },
  ],
  *check(service, { parameters: { allowedSources } }) {
    const allowed = allowedIn(allowedSources, service.namespace);
    if (allowed === undefined || service.body.spec?.type !== 'LoadBalancer') return;
    const ranges = sourceRangesOf(service);
    const rest = `the policy allows namespace '${service.namespace}' ${quoteList(allowed)}`;
    if (ranges.length === 0)
      yield { field: 'spec.type', message: `the load balancer names no source ranges and lets in everybody; ${rest}` };
    const spans = spansOf(allowed);
    for (const { range, field } of ranges) {
      const span = addressSpan(range);
      if (span === undefined || isCovered(span, spans)) continue;
      yield { field, message: `the load balancer lets in ${range}; ${rest}` };
    }
  },
});

import { loadBalancers } from '../../graph/subjects';
import { sourceRangesOf } from '../../graph/ways-in/service-ways';
import { isEverywhere } from '../../kubernetes/address-ranges';
import { tellsClient } from '../../target/load-balancer-reach';
import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

const pods = deployment();
const ranges = 'type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24]';

export const sourceRangesCluster = defineRule({
  id: 'exposure/source-ranges-cluster',
  class: 'risky',
  rating: 'low',
  on: ['Service'],
  among: loadBalancers,
  summary: 'Where addresses decide who comes in, the pods see them too.',
  why: 'With externalTrafficPolicy Cluster the pods see the address of a node: their logs, their rate limits and a NetworkPolicy cannot tell clients apart, and the source ranges hold only where the load balancer or kube-proxy sees the client itself.',
  fix: 'Set externalTrafficPolicy to Local, with pods on the nodes that the load balancer uses.',
  symptoms: ['the client address is that of a node', 'rate limit hits everybody at once'],
  references: ['https://kubernetes.io/docs/tutorials/services/source-ip/'],
  good: [
    { manifests: pods + service(`${ranges}, externalTrafficPolicy: Local`) },
    { title: 'nobody asks for addresses', manifests: pods + service('type: LoadBalancer') },
    {
      title: 'targets are the pods themselves',
      manifests:
        pods + service(ranges, { annotations: 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip' }),
    },
  ],
  bad: [
    { manifests: pods + service(ranges), finds: ['spec.loadBalancerSourceRanges'] },
    {
      title: 'the default said aloud',
      manifests: pods + service(`${ranges}, externalTrafficPolicy: Cluster`),
      finds: ['spec.externalTrafficPolicy'],
    },
  ],
  *check(service) {
    const { type, externalTrafficPolicy: policy, loadBalancerSourceRanges: field } = service.body.spec ?? {};
    if (type !== 'LoadBalancer' || policy === 'Local' || tellsClient(service.annotations)) return;
    const ranges = sourceRangesOf(service);
    if (ranges.length === 0 || ranges.some(({ range }) => isEverywhere(range))) return;
    const named = (field ?? []).length > 0 ? 'spec.loadBalancerSourceRanges' : (ranges[0]?.field ?? 'spec');
    yield {
      field: policy == null ? named : 'spec.externalTrafficPolicy',
      message: `${ranges.map(({ range }) => range).join(', ')} may come in, and the pods see the address of a node: externalTrafficPolicy is Cluster`,
      edits: [{ set: 'spec.externalTrafficPolicy', value: 'Local' }],
    };
  },
});

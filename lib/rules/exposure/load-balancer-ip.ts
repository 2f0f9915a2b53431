import { loadBalancers } from '../../graph/subjects';
import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

const pods = deployment();

export const loadBalancerIp = defineRule({
  id: 'exposure/load-balancer-ip',
  class: 'risky',
  rating: 'low',
  on: ['Service'],
  among: loadBalancers,
  summary: 'A load balancer is given its address by its provider, not by spec.loadBalancerIP.',
  why: 'The field is deprecated since Kubernetes 1.24: it holds one address of one family, means something else with each provider, and providers that do not read it give another address in silence.',
  fix: 'Use the annotation of the provider (metallb.io/loadBalancerIPs, service.beta.kubernetes.io/azure-load-balancer-ipv4, networking.gke.io/load-balancer-ip-addresses, ...), or leave the address to it and have external-dns write the name.',
  symptoms: ['the load balancer has another address', 'loadBalancerIP is deprecated'],
  references: ['https://github.com/kubernetes/kubernetes/pull/107235'],
  good: [
    { manifests: pods + service('type: LoadBalancer') },
    { manifests: pods + service('type: LoadBalancer', { annotations: 'metallb.io/loadBalancerIPs: 192.168.1.40' }) },
  ],
  bad: [
    {
      manifests: pods + service('type: LoadBalancer, loadBalancerIP: 192.0.2.10'),
      finds: ['spec.loadBalancerIP'],
    },
  ],
  *check({ body }) {
    const { type, loadBalancerIP } = body.spec ?? {};
    if (type !== 'LoadBalancer' || loadBalancerIP == null || loadBalancerIP === '') return;
    yield {
      field: 'spec.loadBalancerIP',
      message: `the address ${loadBalancerIP} is asked for by a field that is deprecated and that not every provider reads`,
    };
  },
});

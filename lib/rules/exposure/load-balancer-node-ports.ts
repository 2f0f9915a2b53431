import { loadBalancers } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import { hasNodePorts, sourceRangesOf } from '../../graph/ways-in/service-ways';
import type { Service } from '../../kubernetes/api';
import { isEverywhere } from '../../kubernetes/address-ranges';
import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

const pods = deployment();
const ranges = 'type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24]';

export const loadBalancerNodePorts = defineRule({
  id: 'exposure/load-balancer-node-ports',
  class: 'risky',
  rating: 'medium',
  on: ['Service'],
  among: loadBalancers,
  summary: 'A load balancer that lets in some clients only has no node ports beside it.',
  why: 'Source ranges hold for the address of the load balancer alone. Its node ports are open on every node to whoever reaches one, whatever the ranges say.',
  fix: 'Set allocateLoadBalancerNodePorts to false where the provider sends traffic to the pods or to the address itself (MetalLB, Cilium, AWS with targets of type ip, Google Cloud with subsetting); elsewhere guard the nodes by a firewall and waive this finding.',
  symptoms: ['reachable past the load balancer', 'source ranges do not hold'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-nodeport-allocation'],
  good: [
    { manifests: pods + service(`${ranges}, allocateLoadBalancerNodePorts: false`) },
    {
      title: 'the pods see the client, and a NetworkPolicy holds the ranges',
      manifests: `${pods}${service(`${ranges}, externalTrafficPolicy: Local`)}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec: { podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ ipBlock: { cidr: 192.0.2.0/24 } }] }] }
`,
    },
    { title: 'for everybody, which another rule is about', manifests: pods + service('type: LoadBalancer') },
  ],
  bad: [
    { manifests: pods + service(ranges), finds: ['spec.type'] },
    {
      title: 'said to be true',
      manifests: pods + service(`${ranges}, allocateLoadBalancerNodePorts: true`),
      finds: ['spec.allocateLoadBalancerNodePorts'],
    },
    {
      title: 'fixed by hand',
      manifests:
        pods +
        service(`${ranges}, allocateLoadBalancerNodePorts: false`, {
          ports: '[{ port: 80, targetPort: 8080, nodePort: 30080 }]',
        }),
      finds: ['spec.ports[0].nodePort'],
    },
  ],
  *check(service, { graph }) {
    const { type, allocateLoadBalancerNodePorts: allocate, ports } = service.body.spec ?? {};
    if (type !== 'LoadBalancer' || !hasNodePorts(service)) return;
    const named = sourceRangesOf(service).map(({ range }) => range);
    if (named.length === 0 || named.some(isEverywhere) || isHeldByPolicies(service, graph)) return;
    const fixed = (ports ?? []).findIndex((port) => (port?.nodePort ?? 0) !== 0);
    const field = allocate == null ? 'spec.type' : 'spec.allocateLoadBalancerNodePorts';
    yield {
      field: allocate === false ? `spec.ports[${fixed}].nodePort` : field,
      message: `the load balancer lets in ${named.join(', ')}, and the node ports beside it let in whoever reaches a node`,
    };
  },
});

/** Where pods see who the client is, NetworkPolicies hold for what comes in by node ports, too. */
function isHeldByPolicies(service: SetObject<Service>, graph: Graph): boolean {
  if (service.body.spec?.externalTrafficPolicy !== 'Local') return false;
  const pods = graph.podsOf(service);
  return pods.length > 0 && pods.every((workload) => graph.policiesOf(workload).length > 0);
}

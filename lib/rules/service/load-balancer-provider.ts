import { loadBalancers } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import { servicePorts } from '../../graph/service-ports';
import type { Service } from '../../kubernetes/api';
import { quoteList } from '../../kubernetes/wording';
import { Provider, type LoadBalancerServicePort } from '../../target/provider';
import { service } from '../example-manifests';
import { defineRule } from '../rule';

const balancer = (spec = '', port = 'port: 80'): string =>
  service('app: web', { port, spec: `type: LoadBalancer${spec === '' ? '' : `\n  ${spec}`}` });

export const loadBalancerProvider = defineRule({
  id: 'service/load-balancer-provider',
  class: 'broken',
  on: ['Service'],
  among: loadBalancers,
  summary: 'Somebody makes the load balancer that a Service asks for.',
  why: 'Without a provider that serves its class the Service has no address: EXTERNAL-IP stays <pending>, and Argo CD says Progressing.',
  fix: "Name a class that is served, or none; on a cluster of one's own install MetalLB or its like, or use a NodePort or an ingress controller that is there.",
  symptoms: ['pending', '<pending> under EXTERNAL-IP', 'Progressing', 'waiting for load balancer'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class'],
  good: [
    { title: 'nothing known of the cluster', manifests: balancer() },
    {
      title: 'a class that is served',
      manifests: balancer('loadBalancerClass: example.com/edge'),
      target: { loadBalancerClasses: ['example.com/edge'] },
    },
    { title: 'a provider', manifests: balancer(), target: { provider: Provider.azure() } },
  ],
  bad: [
    {
      title: 'a class that nobody serves',
      manifests: balancer('loadBalancerClass: example.com/edge'),
      target: { loadBalancerClasses: ['example.com/core'] },
      finds: ['spec.loadBalancerClass'],
    },
    {
      title: 'a Service that the provider cannot serve',
      manifests: balancer('allocateLoadBalancerNodePorts: false'),
      target: { provider: Provider.openStack() },
      finds: ['spec.type'],
    },
    { title: 'nobody at all', manifests: balancer(), target: { loadBalancerClasses: [] }, finds: ['spec.type'] },
  ],
  *check(service, { graph }) {
    const { type, loadBalancerClass } = service.body.spec ?? {};
    if (type !== 'LoadBalancer') return;
    const { target } = graph;
    const classes = target.loadBalancerClasses;
    if (loadBalancerClass != null && loadBalancerClass !== '') {
      if (classes === undefined || classes.includes(loadBalancerClass)) return;
      const known = classes.length === 0 ? 'none is' : `served are ${quoteList(classes)}`;
      yield { field: 'spec.loadBalancerClass', message: `class '${loadBalancerClass}' is not served there: ${known}` };
      return;
    }
    if (classes?.length === 0 && target.provider.name === Provider.none().name) {
      yield {
        field: 'spec.type',
        message: 'the target has no provider and serves no load balancer class: nobody gives the Service an address',
      };
      return;
    }
    for (const message of refusals(service, graph)) {
      yield { field: 'spec.type', message };
    }
  },
});

/** What the provider refuses of the Service itself, whatever is wished. */
function refusals(service: SetObject<Service>, { target }: Graph): readonly string[] {
  const ports = servicePorts(service).map(({ name, number, protocol, nodePort }): LoadBalancerServicePort => ({
    ...{ name: name === '' ? undefined : name, port: number, nodePort },
    protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP',
  }));
  const local = service.body.spec?.externalTrafficPolicy === 'Local';
  const policy = local ? 'Local' : 'Cluster';
  const allocateNodePorts = service.body.spec?.allocateLoadBalancerNodePorts !== false;
  return target.provider.loadBalancer({}, { ports, allocateNodePorts, externalTrafficPolicy: policy }).problems;
}

import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import { service } from '../exposure/manifests.examples';
import type { LoadBalancerBudget } from '../parameters';
import { defineRule } from '../rule';

const both = service('type: LoadBalancer') + service('type: LoadBalancer', { name: 'api' });

export const policyLoadBalancerBudget = defineRule({
  id: 'policy/load-balancer-budget',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'A set asks for no more load balancers than the policy pays for.',
  why: 'A provider charges for each load balancer by the hour, whether anybody uses it or not.',
  fix: 'Put applications behind one Ingress or Gateway, or have the policy allow more (parameters.loadBalancers).',
  symptoms: ['the bill for load balancers'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/'],
  good: [
    { manifests: both, parameters: { loadBalancers: { count: 2 } } },
    { title: 'what they cost is not known', manifests: both, parameters: { loadBalancers: { monthlyCost: 1 } } },
    { title: 'just paid for', manifests: both, parameters: { loadBalancers: { monthlyCost: 36, costEach: 18 } } },
    { title: 'no policy', manifests: both },
  ],
  bad: [
    { manifests: both, parameters: { loadBalancers: { count: 1 } }, finds: ['spec.type'] },
    {
      title: 'none at all',
      manifests: both,
      parameters: { loadBalancers: { count: 0 } },
      finds: ['spec.type', 'spec.type'],
    },
    {
      title: 'too dear',
      manifests: both,
      parameters: { loadBalancers: { monthlyCost: 30, costEach: 18 } },
      finds: ['spec.type'],
    },
  ],
  *check(graph, { parameters: { loadBalancers } }) {
    if (loadBalancers === undefined) return;
    const services = loadBalancersOf(graph);
    const most = mostOf(loadBalancers);
    if (services.length <= most) return;
    const { monthlyCost, costEach, count } = loadBalancers;
    const byCost = costEach !== undefined && monthlyCost !== undefined && most !== count;
    const rest = byCost ? `${monthlyCost} a month, at ${costEach} each` : `${most}`;
    for (const object of services.slice(most)) {
      const seen = byCost
        ? `${services.length} load balancers cost ${services.length * costEach} a month`
        : `${services.length} load balancers are asked for`;
      yield { object, field: 'spec.type', message: `${seen}; the policy allows ${rest}` };
    }
  },
});

function loadBalancersOf(graph: Graph): readonly SetObject<object>[] {
  const services = graph.ofKind('Service').filter(({ body }) => body.spec?.type === 'LoadBalancer');
  return services.filter((service) => !graph.isRepeated(service));
}

/** How many are paid for: by number, and by what they cost together. */
function mostOf({ count = Infinity, monthlyCost, costEach }: LoadBalancerBudget): number {
  const paid = monthlyCost === undefined || costEach === undefined || costEach <= 0 ? Infinity : monthlyCost / costEach;
  return Math.min(count, Math.floor(paid));
}

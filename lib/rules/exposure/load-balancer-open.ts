import { loadBalancers } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import { isInternal, sourceRangesOf } from '../../graph/ways-in/service-ways';
import type { Service } from '../../kubernetes/api';
import { isEverywhere } from '../../kubernetes/address-ranges';
import { quoteList } from '../../kubernetes/wording';
import { guardOf } from '../../target/load-balancer-reach';
import { defineRule } from '../rule';
import { isGateway } from './gateways';
import { bad, good } from './load-balancer-open.examples';

export const loadBalancerOpen = defineRule({
  id: 'exposure/load-balancer-open',
  class: 'risky',
  rating: 'high',
  on: ['Service'],
  among: loadBalancers,
  summary: 'A load balancer says who may come in, unless an ingress controller stands behind it.',
  why: 'Where nothing else is said, providers give it a public address and let in the whole internet; its node ports are open on every node beside it.',
  fix: "List the clients in spec.loadBalancerSourceRanges, make it internal by the annotation of its provider, or put the application behind an Ingress or Gateway; waive it where the application is everybody's.",
  symptoms: ['reachable from the internet', 'the database is on a public address'],
  references: [
    'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/',
    'https://hub.armosec.io/docs/c-0256',
  ],
  good,
  bad,
  *check(service, { graph }) {
    if (service.body.spec?.type !== 'LoadBalancer' || isInternal(service)) return;
    if (guardOf(service.annotations) !== undefined) return;
    const ranges = sourceRangesOf(service);
    const whole = ranges.filter(({ range }) => isEverywhere(range));
    for (const { range, field } of whole) {
      yield {
        field,
        message: `the range '${range}' is every address there is: whoever reaches the load balancer comes in`,
      };
    }
    if (ranges.length > 0 || isForControllers(service, graph)) return;
    const ports = [...new Set((service.body.spec.ports ?? []).map((port) => String(port?.port ?? 0)))];
    const nodes =
      service.body.spec.allocateLoadBalancerNodePorts === false ? '' : ', by the node ports of every node too';
    yield {
      field: 'spec.type',
      message: `the load balancer lets everybody in to ${quoteList(ports)}${nodes}: it has no source ranges, and nothing makes it internal`,
    };
  },
});

/** The load balancer of an ingress controller is there for everybody: hosts, paths and options decide behind it. */
function isForControllers(service: SetObject<Service>, graph: Graph): boolean {
  const pods = graph.podsOf(service);
  return pods.length > 0 && pods.every(isGateway);
}

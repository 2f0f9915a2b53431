import type { Graph } from '../../graph/graph';
import { nameOf } from '../../graph/set-object';
import type { WayIn } from '../../graph/ways-in';
import type { Workload } from '../../graph/workload';
import { defineRule, type Problem } from '../rule';
import { openRules } from './openings';
import { bad, good } from './open-to-all.examples';

export const isolationOpenToAll = defineRule({
  id: 'isolation/open-to-all',
  class: 'risky',
  rating: 'medium',
  on: ['NetworkPolicy'],
  summary: 'A NetworkPolicy lets in no more than the ways in to its pods ask for.',
  why: 'Where the pods see the address of a node in the place of that of the client, a policy cannot tell clients apart and has to open the port: every pod of the cluster and whoever reaches a node comes in, too.',
  fix: 'Keep the address of the client (externalTrafficPolicy Local) and name the ranges in the policy; run the controller on the network of the cluster, or name the addresses of the nodes.',
  symptoms: ['NetworkPolicy is wider than the source ranges', 'other pods reach the application past its controller'],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  good,
  bad,
  *check(policy, { graph }) {
    const told = new Set<string>();
    for (const workload of graph.pods.selectedBy(policy.namespace, policy.body.spec?.podSelector ?? {})) {
      for (const way of graph.waysIn.to(workload)) {
        const reason = reasonOf(way, graph);
        if (reason === undefined) continue;
        for (const reached of way.reaches.filter((one) => one.workload === workload)) {
          for (const { field } of openRules(policy, reached, way.protocol)) {
            const key = `${field} ${reason}`;
            if (!told.has(key) && !isMeantForAll(workload, reached.number, graph)) yield problem(field, reason, way);
            told.add(key);
          }
        }
      }
    }
  },
});

function problem(field: string, reason: string, { object, field: opened }: WayIn): Problem {
  return {
    field,
    message: `the port is open to everybody, pods of the cluster too: ${reason}`,
    related: [{ object, field: opened }],
  };
}

/** Why a policy for a way in is wider than what was asked for; undefined where it need not be. */
function reasonOf(way: WayIn, graph: Graph): string | undefined {
  if (way.way === 'loadBalancer' && way.sources.length > 0) {
    const asked = `${nameOf(way.object)} asks for ${way.sources.join(', ')} alone`;
    return way.clientAddress === 'lost' ? `${asked}, and externalTrafficPolicy Cluster hides who the client is` : asked;
  }
  if (way.way !== 'route') return undefined;
  const onHost = graph.controllers.find(({ workload }) => workload.spec.hostNetwork === true);
  if (onHost === undefined) return undefined;
  return `${nameOf(way.object)} asks for a controller alone, and ${nameOf(onHost.workload.object)} connects from the address of its node`;
}

/** Whether another way in is for everybody, so that the port has to be open. */
function isMeantForAll(workload: Workload, number: number | undefined, graph: Graph): boolean {
  return graph.waysIn.to(workload).some(({ way, reach, sources, reaches, service }) => {
    if (way === 'route' || reach === 'node' || sources.length > 0) return false;
    // The node ports beside a load balancer are no wish of their own.
    if (way === 'nodePort' && service?.body.spec?.type === 'LoadBalancer') return false;
    return reaches.some((one) => one.workload === workload && one.number === number);
  });
}

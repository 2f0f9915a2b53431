import { nameOf } from '../../graph/set-object';
import { deployment } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { openPolicy, policy } from './policy.examples';

const ports = '[{ containerPort: 8080, hostPort: 80 }]';

export const isolationHostPort = defineRule({
  id: 'isolation/host-port',
  class: 'risky',
  rating: 'low',
  on: ['NetworkPolicy'],
  summary: 'A NetworkPolicy selects no pods that take a port of their node.',
  why: 'Whether a policy holds for traffic that comes in by a host port depends on the network plugin: some see the client, some the node, and some let it pass.',
  fix: 'Expose the port by a Service, or try on the cluster whether its network plugin holds the policy, and waive this finding.',
  symptoms: ['NetworkPolicy does not hold for hostPort'],
  references: [
    'https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/#support-hostport',
  ],
  good: [
    { manifests: deployment() + openPolicy },
    {
      title: 'for what goes out',
      manifests: deployment({ ports }) + policy('podSelector: {}, policyTypes: [Egress], egress: []'),
    },
    {
      title: 'for the node itself alone',
      manifests: deployment({ ports: '[{ containerPort: 8080, hostPort: 80, hostIP: 127.0.0.1 }]' }) + openPolicy,
    },
  ],
  bad: [{ manifests: deployment({ ports }) + openPolicy, finds: ['spec.podSelector'] }],
  *check({ namespace, body }, { graph }) {
    const { podSelector, policyTypes } = body.spec ?? {};
    if ((policyTypes ?? []).length > 0 && policyTypes?.includes('Ingress') !== true) return;
    const ways = graph.pods
      .selectedBy(namespace, podSelector ?? {})
      .flatMap((workload) =>
        graph.waysIn.to(workload).filter(({ way, reach }) => way === 'hostPort' && reach === 'open'),
      );
    const [first] = ways;
    if (first === undefined) return;
    yield {
      field: 'spec.podSelector',
      message: `the pods of ${nameOf(first.object)} take port ${first.port ?? 0} of their node, and not every network plugin holds the policy there`,
      related: ways.map(({ object, field }) => ({ object, field })),
    };
  },
});

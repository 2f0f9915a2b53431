import { nameOf } from '../../graph/set-object';
import { deployment } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { policy } from './policy.examples';

export const isolationHostNetwork = defineRule({
  id: 'isolation/host-network',
  class: 'risky',
  rating: 'medium',
  on: ['NetworkPolicy'],
  summary: 'A NetworkPolicy selects no pods that are on the network of their node.',
  why: 'Such pods have the address of the node: network plugins hold no policy for them, and every port of theirs stays open to whoever reaches the node.',
  fix: 'Take hostNetwork from the pods, or guard the ports by the firewall of the node and waive this finding.',
  symptoms: ['NetworkPolicy has no effect'],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods',
  ],
  good: [
    { manifests: deployment() + policy('podSelector: { matchLabels: { app: web } }') },
    {
      title: 'for others',
      manifests: deployment({ pod: 'hostNetwork: true' }) + policy('podSelector: { matchLabels: { app: api } }'),
    },
    {
      title: 'for all pods of the namespace, most of which it holds for',
      manifests: deployment({ name: 'agent', pod: 'hostNetwork: true' }) + deployment() + policy('podSelector: {}'),
    },
  ],
  bad: [
    {
      manifests: deployment({ pod: 'hostNetwork: true' }) + policy('podSelector: { matchLabels: { app: web } }'),
      finds: ['spec.podSelector'],
    },
    {
      title: 'all pods of the namespace are there',
      manifests: deployment({ pod: 'hostNetwork: true' }) + policy('podSelector: {}'),
      finds: ['spec.podSelector'],
    },
  ],
  *check({ namespace, body }, { graph }) {
    const selected = graph.pods.selectedBy(namespace, body.spec?.podSelector ?? {});
    const [first] = selected;
    if (first === undefined || selected.some(({ spec }) => spec.hostNetwork !== true)) return;
    yield {
      field: 'spec.podSelector',
      message: `the policy has no effect: the pods of ${nameOf(first.object)} are on the network of their node`,
      related: selected.map(({ object, template }) => ({ object, field: `${template}spec.hostNetwork` })),
    };
  },
});

import { areDeliveredTogether, nearPods, podsElsewhere, printLabels } from '../labels';
import { nameOf } from '../../graph/set-object';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { policy, web } from './example';

const from = (labels: string): string => policy(`{ from: [{ podSelector: { matchLabels: { ${labels} } } }] }`);
const finds = ['spec.ingress[0].from[0].podSelector'];

export const policyPeerPods = defineRule({
  id: 'network-policy/peer-pods',
  class: 'broken',
  severity: 'warning',
  on: ['NetworkPolicy'],
  summary: 'The pods that a policy lets in are where it looks for them.',
  why: 'Without a `namespaceSelector` a peer names pods of the namespace of the policy alone: pods of the same labels elsewhere are not let in, and wait until they give up.',
  fix: 'Add a `namespaceSelector` to the same item of the list, or correct the labels.',
  symptoms: ['connection timed out between pods'],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  good: [
    { manifests: web + deployment('front', 'app: front') + from('app: front') },
    { title: 'pods of another set', manifests: web + from('run: something') },
  ],
  bad: [
    {
      title: 'pods of another namespace',
      manifests:
        web +
        deployment('front', 'app: front', { namespace: 'edge' }) +
        deployment('other', 'app: other', { namespace: 'inner' }) +
        from('app: front'),
      finds,
    },
    {
      title: 'labels that are spelt otherwise',
      manifests: web + deployment('front', 'app: front') + from('app: frontt'),
      finds,
    },
  ],
  *check(policy, { graph }) {
    for (const [rule, ingress] of (policy.body.spec?.ingress ?? []).entries()) {
      for (const [index, peer] of (ingress?.from ?? []).entries()) {
        const { namespaceSelector, podSelector } = peer ?? {};
        const labels = podSelector?.matchLabels ?? {};
        const more = (podSelector?.matchExpressions ?? []).length > 0;
        if (namespaceSelector != null || more || Object.keys(labels).length === 0) continue;
        if (graph.pods.withLabels(policy.namespace, labels).length > 0) continue;
        const field = `spec.ingress[${rule}].from[${index}].podSelector`;
        if (areDeliveredTogether(graph, labels)) continue;
        const elsewhere = podsElsewhere(graph, labels);
        const near = nearPods(graph, policy.namespace, labels, `${field}.matchLabels`);
        if (elsewhere === undefined && near.edits.length === 0) continue;
        yield {
          field,
          // Labels that are spelt alike may be those of pods of another set.
          severity: elsewhere === undefined ? 'warning' : 'error',
          message: `no pod of namespace '${policy.namespace}' has the labels ${printLabels(labels)}${
            elsewhere === undefined ? near.hint : `; those of ${nameOf(elsewhere.object)} do, in another namespace`
          }`,
          edits: near.edits,
        };
      }
    }
  },
});

import { printLabels } from '../labels';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { policy, web } from './example';

const nameLabel = 'kubernetes.io/metadata.name';
const edge = `namespaceSelector: { matchLabels: { ${nameLabel}: edge } }`;
const own = 'podSelector: { matchLabels: { app: web } }';

export const policyPeerBoth = defineRule({
  id: 'network-policy/peer-both',
  class: 'broken',
  severity: 'warning',
  on: ['NetworkPolicy'],
  summary: 'A peer with a namespace and pods names pods of that namespace.',
  why: 'In one item of the list both selectors have to hold: pods with those labels in that namespace. Whoever meant the one or the other has left a hyphen out, and lets nobody in.',
  fix: 'Put a hyphen before `podSelector` for two items, or name the labels that the pods of the other namespace have.',
  symptoms: ['connection timed out', '504 from the controller'],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  good: [
    { title: 'two items', manifests: web + policy(`{ from: [{ ${edge} }, { ${own} }] }`) },
    {
      title: 'pods of the other namespace',
      manifests: web + policy(`{ from: [{ ${edge}, podSelector: { matchLabels: { app: proxy } } }] }`),
    },
    {
      title: 'pods of both',
      manifests: web + deployment('web', 'app: web', { namespace: 'edge' }) + policy(`{ from: [{ ${edge}, ${own} }] }`),
    },
  ],
  bad: [
    {
      title: 'the pods of the own namespace, looked for in another one',
      manifests: web + policy(`{ from: [{ ${edge}, ${own} }] }`),
      finds: ['spec.ingress[0].from[0].podSelector'],
    },
  ],
  *check(policy, { graph }) {
    const { namespace } = policy;
    for (const [rule, ingress] of (policy.body.spec?.ingress ?? []).entries()) {
      for (const [index, peer] of (ingress?.from ?? []).entries()) {
        const { namespaceSelector, podSelector } = peer ?? {};
        const other = namespaceSelector?.matchLabels?.[nameLabel];
        const labels = podSelector?.matchLabels ?? {};
        if (other == null || other === namespace || Object.keys(labels).length === 0) continue;
        const [here] = graph.pods.withLabels(namespace, labels);
        if (here === undefined || graph.pods.withLabels(other, labels).length > 0) continue;
        yield {
          field: `spec.ingress[${rule}].from[${index}].podSelector`,
          message: `${printLabels(labels)} are labels of pods of '${namespace}', and this item looks for them in '${other}' alone`,
          related: [{ object: here.object, field: `${here.template}metadata.labels` }],
        };
      }
    }
  },
});

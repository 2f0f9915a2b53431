import { areDeliveredTogether, nearPods, printLabels } from '../labels';
import { defineRule } from '../rule';
import { policy, web } from './example';

const named = (labels: string): string => policy('{}', { selector: `matchLabels: { ${labels} }` });

export const policySelector = defineRule({
  id: 'network-policy/selector',
  class: 'broken',
  severity: 'warning',
  on: ['NetworkPolicy'],
  summary: 'A NetworkPolicy selects pods.',
  why: 'One that selects nobody neither shuts off nor lets in: the pods that it was written for stay as open, or as shut off by others, as they were.',
  fix: 'Select by the labels of the pod template.',
  symptoms: ['the NetworkPolicy has no effect', 'connection timed out'],
  good: [
    { manifests: web + named('app: web') },
    { title: 'pods of another set', manifests: named('app: web') },
    { title: 'every pod', manifests: web + policy('{}', { selector: '' }) },
  ],
  bad: [
    { title: 'another value', manifests: web + named('app: webb'), finds: ['spec.podSelector'] },
    { title: 'another key', manifests: web + named('app.kubernetes.io/name: web'), finds: ['spec.podSelector'] },
  ],
  *check(policy, { graph }) {
    const { podSelector } = policy.body.spec ?? {};
    const labels = podSelector?.matchLabels ?? {};
    if (Object.keys(labels).length === 0 || (podSelector?.matchExpressions ?? []).length > 0) return;
    if (graph.pods.runningWithLabels(policy.namespace, labels).length > 0) return;
    const { hint, workload, edits } = nearPods(graph, policy.namespace, labels, 'spec.podSelector.matchLabels');
    if (workload === undefined || graph.podMakers.mayMake(policy.namespace, labels)) return;
    if (areDeliveredTogether(graph, labels)) return;
    yield {
      field: 'spec.podSelector',
      message: `no pod of namespace '${policy.namespace}' has the labels ${printLabels(labels)}${hint}`,
      related: [{ object: workload.object, field: `${workload.template}metadata.labels` }],
      edits,
    };
  },
});

import { areDeliveredTogether, nearPods, printLabels } from '../labels';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { budget } from './example';

export const budgetSelector = defineRule({
  id: 'disruption/selector',
  class: 'broken',
  severity: 'warning',
  on: ['PodDisruptionBudget'],
  summary: 'A PodDisruptionBudget selects pods.',
  why: 'One that selects nobody protects nobody: a drain may take all pods of the application at once.',
  fix: 'Select by the labels of the pod template.',
  symptoms: ['all pods gone during an upgrade of the cluster', 'NoPods'],
  good: [
    { manifests: budget('web', 'maxUnavailable: 1') + deployment('web', 'app: web') },
    { title: 'no pods at all, perhaps in another set', manifests: budget('web', 'maxUnavailable: 1') },
  ],
  bad: [
    { manifests: budget('web', 'maxUnavailable: 1') + deployment('web', 'app: website'), finds: ['spec.selector'] },
    {
      title: 'labels of the Deployment',
      manifests:
        budget('web', 'maxUnavailable: 1', 'tier: front') + deployment('web', 'app: web', { labels: 'tier: front' }),
      finds: ['spec.selector'],
    },
  ],
  *check(budget, { graph }) {
    const { selector } = budget.body.spec ?? {};
    if (selector == null || (selector.matchExpressions ?? []).length > 0) return;
    const labels = selector.matchLabels ?? {};
    const { namespace } = budget;
    if (Object.keys(labels).length === 0 || graph.pods.selectedBy(namespace, selector).length > 0) return;
    const { hint, workload, edits } = nearPods(graph, namespace, labels, 'spec.selector.matchLabels');
    if (workload === undefined || graph.podMakers.mayMake(namespace, labels)) return;
    if (areDeliveredTogether(graph, labels)) return;
    yield {
      field: 'spec.selector',
      message: `no pod of namespace '${namespace}' has the labels ${printLabels(labels)}${hint}`,
      related: [{ object: workload.object, field: `${workload.template}metadata.labels` }],
      edits,
    };
  },
});

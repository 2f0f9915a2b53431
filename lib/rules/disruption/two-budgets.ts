import type { SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type { PodDisruptionBudget } from '../../kubernetes/api';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { budget } from './example';

export const twoBudgets = defineRule({
  id: 'disruption/two-budgets',
  class: 'broken',
  on: ['set'],
  summary: 'A pod belongs to one PodDisruptionBudget.',
  why: 'The API server evicts no pod with two of them, "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support": drains of its node fail.',
  fix: 'Keep one of them, or select by labels that no pod of the other has.',
  symptoms: ['This pod has more than one PodDisruptionBudget', 'kubectl drain fails'],
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  good: [
    {
      manifests:
        budget('web', 'maxUnavailable: 1') +
        budget('db', 'maxUnavailable: 1', 'app: db') +
        deployment('web', 'app: web'),
    },
  ],
  bad: [
    {
      manifests:
        budget('web', 'maxUnavailable: 1') +
        budget('front', 'maxUnavailable: 1', 'tier: front') +
        deployment('web', 'app: web, tier: front'),
      finds: ['spec.selector'],
    },
  ],
  *check(graph) {
    const first = new Map<Workload, SetObject<PodDisruptionBudget>>();
    for (const one of graph.ofKind('PodDisruptionBudget')) {
      const others = new Set<SetObject<PodDisruptionBudget>>();
      for (const workload of graph.pods.selectedBy(one.namespace, one.body.spec?.selector)) {
        const other = first.get(workload);
        if (other === undefined) first.set(workload, one);
        // The same object twice is another rule's matter.
        if (other === undefined || others.has(other) || other.name === one.name) continue;
        others.add(other);
        yield {
          ...{ object: one, field: 'spec.selector' },
          message: `the pods of ${workload.object.kind} '${workload.object.name}' belong to '${other.name}' already`,
          related: [{ object: other, field: 'spec.selector' }],
        };
      }
    }
  },
});

import type { SetObject } from '../../graph/set-object';
import type { HorizontalPodAutoscaler } from '../../kubernetes/api';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { autoscaler, webTarget } from './example';
import { scaleTargetOf } from './targets';

export const twoAutoscalers = defineRule({
  id: 'autoscaling/two-autoscalers',
  class: 'broken',
  on: ['set'],
  summary: 'A workload is scaled by one HorizontalPodAutoscaler.',
  why: 'Two of them set the number of pods in turn; newer servers stop both, AmbiguousSelector.',
  fix: 'Put all metrics into one HorizontalPodAutoscaler, which takes the highest number that any of them asks for.',
  symptoms: ['AmbiguousSelector', 'the number of replicas goes up and down'],
  good: [
    { manifests: autoscaler('web', webTarget) + deployment('web', 'app: web') },
    {
      title: 'two workloads',
      manifests: autoscaler('web', webTarget) + autoscaler('db', 'apiVersion: apps/v1, kind: StatefulSet, name: web'),
    },
  ],
  bad: [
    { manifests: autoscaler('web', webTarget) + autoscaler('web-memory', webTarget), finds: ['spec.scaleTargetRef'] },
  ],
  *check(graph) {
    const first = new Map<string, SetObject<HorizontalPodAutoscaler>>();
    for (const autoscaler of graph.ofKind('HorizontalPodAutoscaler')) {
      const { key, kind, name } = scaleTargetOf(autoscaler, graph);
      const target = `${key}\n${autoscaler.namespace}\n${name}`;
      const other = first.get(target);
      if (other === undefined) first.set(target, autoscaler);
      else if (other.name !== autoscaler.name) {
        yield {
          ...{ object: autoscaler, field: 'spec.scaleTargetRef' },
          message: `${kind} '${name}' is scaled by '${other.name}' already`,
          related: [{ object: other, field: 'spec.scaleTargetRef' }],
        };
      }
    }
  },
});

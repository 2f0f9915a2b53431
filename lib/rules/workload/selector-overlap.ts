import type { LabelSelector } from '../../kubernetes/api';
import { labelSelectorMatcher } from '../../kubernetes/label-selectors';
import { nameOf } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import { valueAt } from '../../manifests/untyped';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

const owners: ReadonlySet<string> = new Set([
  'apps Deployment',
  'apps StatefulSet',
  'apps DaemonSet',
  'apps ReplicaSet',
]);

export const selectorOverlap = defineRule({
  id: 'workload/selector-overlap',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  summary: 'A workload selects its own pods, and not those of another.',
  why: 'The controllers tell their pods apart by owner, but adopt what has none, count what they select, and disruption budgets and autoscalers of one see the pods of the other: scaling and updates go wrong.',
  fix: 'Give each workload a label of its own, in its selector and its template. The selector of a Deployment cannot be changed: delete it and make it anew.',
  symptoms: [
    'pods are deleted as soon as they are made',
    'the autoscaler counts other pods',
    'the number of replicas goes up and down',
  ],
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  good: [
    { manifests: deployment('web', 'app: web') + deployment('worker', 'app: worker') },
    {
      title: 'a label of its own each',
      manifests: deployment('web', 'app: web, track: stable') + deployment('web-canary', 'app: web, track: canary'),
    },
    {
      title: 'other namespaces',
      manifests:
        deployment('web', 'app: web', { namespace: 'shop' }) + deployment('web', 'app: web', { namespace: 'stock' }),
    },
  ],
  bad: [
    {
      manifests: deployment('web', 'app: shop') + deployment('worker', 'app: shop'),
      finds: ['spec.selector', 'spec.selector'],
    },
    {
      title: 'one selects the pods of the other',
      manifests:
        deployment('web', 'app: shop') + deployment('worker', 'app: shop, part: worker', { selector: 'part: worker' }),
      finds: ['spec.selector'],
    },
  ],
  *check(workload, { graph }) {
    const { object, namespace } = workload;
    if (!owners.has(object.key)) return;
    const selector = valueAt(object.body, 'spec', 'selector') as LabelSelector | undefined;
    if (selector === undefined || graph.pods.candidates(namespace, selector).length < 2) return;
    const other = graph.pods.selectedBy(namespace, selector).find((one) => isAnother(one, workload));
    // What does not select its own pods is refused.
    if (other === undefined || labelSelectorMatcher(selector)?.matches(workload.labels) !== true) return;
    yield {
      field: 'spec.selector',
      message: `it selects the pods of ${nameOf(other.object)} too`,
      related: [{ object: other.object, field: `${other.template}metadata.labels` }],
    };
  },
});

/** Jobs select by a label that their controller makes. */
function isAnother({ object, ends }: Workload, workload: Workload): boolean {
  return object !== workload.object && object.name !== workload.object.name && !ends && owners.has(object.key);
}

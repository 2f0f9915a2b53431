import { fieldsOf, valueAt } from '../../manifests/untyped';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

/** Labels that change with each release. */
const changing: ReadonlySet<string> = new Set([
  'app.kubernetes.io/version',
  'chart',
  'helm.sh/chart',
  'image-tag',
  'pod-template-hash',
  'release-version',
  'revision',
  'version',
]);

/** Values that name a version: `1.2.3`, `v2`, a commit. A variant such as `blue` stays. */
const versionLike = /^v?[0-9]+(?:[._-][0-9A-Za-z]+)*$|^[0-9a-f]{7,40}$|-[0-9]+\.[0-9]+\.[0-9]+/;

export const selectorVersion = defineRule({
  id: 'workload/selector-version',
  class: 'risky',
  rating: 'low',
  on: ['workload'],
  summary: 'The selector of a workload holds no label that changes with the version.',
  why: 'The selector of a Deployment, StatefulSet or DaemonSet cannot be changed: the next version is refused, "field is immutable", until the object is deleted and made anew.',
  fix: 'Keep the label on the template and take it out of the selector; the object has to be made anew once.',
  symptoms: ['field is immutable', 'spec.selector: Invalid value', 'UPGRADE FAILED'],
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates'],
  good: [
    { manifests: deployment('web', 'app: web, version: "1.2"', { selector: 'app: web' }) },
    { title: 'variants that stay', manifests: deployment('web', 'app: web, version: blue') },
  ],
  bad: [
    { manifests: deployment('web', 'app: web, version: v1.2.3'), finds: ['spec.selector.matchLabels[version]'] },
    {
      title: 'the chart',
      manifests: deployment('web', 'app: web, helm.sh/chart: web-1.4.0'),
      finds: ['spec.selector.matchLabels[helm.sh/chart]'],
    },
  ],
  *check({ object }) {
    if (!/^apps (?:Deployment|StatefulSet|DaemonSet)$/.test(object.key)) return;
    const labels = valueAt(object.body, 'spec', 'selector', 'matchLabels');
    for (const key of fieldsOf(labels)) {
      const value = valueAt(labels, key);
      if (!changing.has(key) || typeof value !== 'string' || !versionLike.test(value)) continue;
      const field = `spec.selector.matchLabels[${key}]`;
      yield { field, message: `the selector holds ${key}=${value}, and cannot be changed with the next version` };
    }
  },
});

import type { Finding } from '../findings/finding';
import type { SetObject } from '../graph/set-object';
import type { CheckedSet } from './report';

/** By these labels an object says which application it belongs to, the whole before its parts. */
const labels = ['app.kubernetes.io/part-of', 'app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app'];

/** Tells the application of each finding of a set. */
export function applicationsOf({ report, findings }: CheckedSet): (finding: Finding) => string {
  const applications = new Map(
    report.findings.map((finding, position) => [finding, applicationOf(findings[position]?.object)]),
  );
  return (finding) => applications.get(finding) ?? 'other';
}

/** `shop/web`: the namespace and the label that names the application, or else the object, which is often named as the others of its application. */
function applicationOf(object: SetObject<object> | undefined): string {
  if (object === undefined) return 'other';
  const { ref, name, document } = object;
  const label = labels.map((key) => object.labels[key]).find((value) => typeof value === 'string' && value !== '');
  const application = label ?? (name === '' ? (document.file ?? document.construct ?? 'other') : name);
  return ref.namespace === undefined ? application : `${ref.namespace}/${application}`;
}

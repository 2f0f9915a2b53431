import { fieldsOf, itemsOf, valueAt } from '../manifests/untyped';
import type { Labels } from '../kubernetes/label-selectors';
import { LabelIndex } from './label-index';
import type { SetObject } from './set-object';

/** Labels that an object of an operator bears or gives. */
interface GivenLabels {
  readonly namespace: string;
  readonly labels: Labels;
}

/** How deep in its manifest an object may say what labels its pods get: `spec.podTemplate.metadata.labels` and some more. */
const deepest = 8;

/** Objects of kinds that no server has by itself: operators make pods for them, with labels that the objects bear themselves or name somewhere. */
export class PodMakers {
  private readonly index: LabelIndex<GivenLabels>;

  constructor(objects: readonly SetObject[]) {
    const given = objects.filter(isOfOperator).flatMap((object) => {
      const named: Labels[] = [];
      collectLabels(object.body, 0, named, new Set());
      return named.map((labels) => ({ namespace: object.namespace, labels }));
    });
    this.index = new LabelIndex(
      given,
      ({ labels }) => labels,
      ({ namespace }) => namespace,
    );
  }

  /** Whether pods with all of the labels may be made at run time. */
  mayMake(namespace: string, labels: Labels): boolean {
    return isOfCluster(namespace, labels) || this.index.withLabels(namespace, labels).length > 0;
  }
}

/** What every cluster has of its own, by its label: static pods of the control plane, kube-proxy and the DNS. */
const ofCluster: Readonly<Record<string, readonly string[]>> = {
  component: ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'],
  'k8s-app': ['kube-dns', 'kube-proxy'],
};

function isOfCluster(namespace: string, labels: Labels): boolean {
  if (namespace !== 'kube-system') return false;
  return Object.entries(ofCluster).some(
    ([key, names]) => Object.hasOwn(labels, key) && names.includes(labels[key] ?? ''),
  );
}

function isOfOperator({ group }: SetObject): boolean {
  return group.includes('.') && (!group.endsWith('.k8s.io') || group.endsWith('.x-k8s.io'));
}

/** Every map that is called labels, and that is not asked for but given. What stands there twice by an alias is read once. */
function collectLabels(value: unknown, depth: number, found: Labels[], seen: Set<unknown>): void {
  if (depth > deepest || typeof value !== 'object' || seen.has(value)) return;
  seen.add(value);
  for (const item of itemsOf(value)) collectLabels(item, depth + 1, found, seen);
  for (const field of fieldsOf(value)) {
    const inner = valueAt(value, field);
    if (!/[lL]abels$/.test(field)) collectLabels(inner, depth + 1, found, seen);
    else if (field !== 'matchLabels' && fieldsOf(inner).length > 0) found.push(inner as Labels);
  }
}

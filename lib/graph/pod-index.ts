import { labelSelectorMatcher, type LabelMatcher, type Labels } from '../kubernetes/label-selectors';
import type { LabelSelector } from '../kubernetes/api';
import type { Workload } from './workload';

const nobody: readonly Workload[] = [];

/** The pod templates of a set, found by namespace and label without asking each of them. */
export class PodIndex {
  readonly all: readonly Workload[];
  private readonly byNamespace = new Map<string, Workload[]>();
  private readonly byLabel = new Map<string, Workload[]>();

  constructor(workloads: readonly Workload[]) {
    this.all = workloads;
    for (const workload of workloads) {
      add(this.byNamespace, workload.namespace, workload);
      for (const [key, value] of Object.entries(workload.labels)) {
        add(this.byLabel, labelKey(workload.namespace, key, value ?? ''), workload);
      }
    }
  }

  inNamespace(namespace: string): readonly Workload[] {
    return this.byNamespace.get(namespace) ?? nobody;
  }

  /** Those with all of the labels, as a Service selects; an empty selector selects nobody. */
  withLabels(namespace: string, labels: Labels): readonly Workload[] {
    const entries = Object.entries(labels);
    if (entries.length === 0) return nobody;
    const lists = entries.map(([key, value]) => this.byLabel.get(labelKey(namespace, key, value ?? '')) ?? nobody);
    const [shortest = nobody] = lists.sort((a, b) => a.length - b.length);
    return shortest.filter((workload) =>
      entries.every(
        ([key, value]) => Object.hasOwn(workload.labels, key) && (workload.labels[key] ?? '') === (value ?? ''),
      ),
    );
  }

  /** Those that a label selector selects; an empty one selects all of the namespace, a malformed one nobody. */
  selectedBy(namespace: string, selector: LabelSelector | null | undefined): readonly Workload[] {
    const matcher = labelSelectorMatcher(selector);
    if (matcher === undefined) return nobody;
    return this.candidates(namespace, selector, matcher).filter(({ labels }) => matcher.matches(labels));
  }

  private candidates(
    namespace: string,
    selector: LabelSelector | null | undefined,
    { isEmpty }: LabelMatcher,
  ): readonly Workload[] {
    const labels = selector?.matchLabels ?? {};
    if (isEmpty || Object.keys(labels).length === 0) return this.inNamespace(namespace);
    return this.withLabels(namespace, labels);
  }
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${value}`;
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

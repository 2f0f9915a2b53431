import { addTo } from './add-to';
import { labelSelectorMatcher, type Labels } from '../kubernetes/label-selectors';
import type { LabelSelector } from '../kubernetes/api';
import { LabelIndex } from './label-index';
import { isRuntimeKey, mayGetLabels, splitSelector } from './runtime-labels';
import type { Workload } from './workload';

const nobody: readonly Workload[] = [];

/** The pod templates of a set, found by namespace and label without asking each of them. */
export class PodIndex {
  readonly all: readonly Workload[];
  private readonly byNamespace = new Map<string, Workload[]>();
  private readonly byLabel: LabelIndex<Workload>;
  private anywhere: LabelIndex<Workload> | undefined;
  private owners: LabelIndex<Workload> | undefined;

  constructor(workloads: readonly Workload[]) {
    this.all = workloads;
    for (const workload of workloads) addTo(this.byNamespace, workload.namespace, workload);
    this.byLabel = new LabelIndex(
      workloads,
      ({ labels }) => labels,
      ({ namespace }) => namespace,
    );
  }

  inNamespace(namespace: string): readonly Workload[] {
    return this.byNamespace.get(namespace) ?? nobody;
  }

  /** Those with the label. */
  withLabel(namespace: string, key: string, value: string): readonly Workload[] {
    return this.byLabel.withLabel(namespace, key, value);
  }

  /** Those with all of the labels, as a Service selects; an empty selector selects nobody. */
  withLabels(namespace: string, labels: Labels): readonly Workload[] {
    return this.byLabel.withLabels(namespace, labels);
  }

  /** Those whose pods come to have all of the labels, by the template or by their controller. */
  runningWithLabels(namespace: string, labels: Labels): readonly Workload[] {
    if (!Object.keys(labels).some(isRuntimeKey)) return this.withLabels(namespace, labels);
    const { ofTemplate, ofRuntime } = splitSelector(labels);
    const all = Object.keys(ofTemplate).length === 0;
    const workloads = all ? this.inNamespace(namespace) : this.withLabels(namespace, ofTemplate);
    return workloads.filter((workload) => mayGetLabels(workload, ofRuntime));
  }

  /** Those with all of the labels in any namespace. */
  withLabelsAnywhere(labels: Labels): readonly Workload[] {
    this.anywhere ??= new LabelIndex(
      this.all,
      (workload) => workload.labels,
      () => '',
    );
    return this.anywhere.withLabels('', labels);
  }

  /** Those whose owner, the Deployment say, has all of the labels itself, whatever its pods have. */
  withLabelsOfOwner(namespace: string, labels: Labels): readonly Workload[] {
    this.owners ??= new LabelIndex(
      this.all,
      ({ object }) => object.labels,
      (workload) => workload.namespace,
    );
    return this.owners.withLabels(namespace, labels);
  }

  /** Those that a label selector selects; an empty one selects all of the namespace, a malformed one nobody. */
  selectedBy(namespace: string, selector: LabelSelector | null | undefined): readonly Workload[] {
    const candidates = this.candidates(namespace, selector);
    const matcher = candidates.length === 0 ? undefined : labelSelectorMatcher(selector);
    return matcher === undefined ? nobody : candidates.filter(({ labels }) => matcher.matches(labels));
  }

  /** Those among which a label selector selects, by its `matchLabels` alone and unchecked: found sooner, and often few. */
  candidates(namespace: string, selector: LabelSelector | null | undefined): readonly Workload[] {
    const labels = selector?.matchLabels ?? {};
    return Object.keys(labels).length === 0 ? this.inNamespace(namespace) : this.withLabels(namespace, labels);
  }
}

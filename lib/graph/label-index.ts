import { addTo } from './add-to';
import type { Labels } from '../kubernetes/label-selectors';

/** Items by their labels, found without asking each of them. Where no namespace is given, it is the empty one. */
export class LabelIndex<Item> {
  private readonly byLabel = new Map<string, Item[]>();
  private readonly labelsOf: (item: Item) => Labels;

  constructor(items: readonly Item[], labelsOf: (item: Item) => Labels, namespaceOf: (item: Item) => string) {
    this.labelsOf = labelsOf;
    for (const item of items) {
      for (const [key, value] of Object.entries(labelsOf(item))) this.add(namespaceOf(item), key, value ?? '', item);
    }
  }

  /** Those that have the label. */
  withLabel(namespace: string, key: string, value: string): readonly Item[] {
    return this.byLabel.get(labelKey(namespace, key, value)) ?? [];
  }

  /** Those that have all of the labels; none where none is asked for. */
  withLabels(namespace: string, labels: Labels): readonly Item[] {
    const entries = Object.entries(labels);
    const lists = entries.map(([key, value]) => this.withLabel(namespace, key, value ?? ''));
    const [shortest = []] = lists.sort((a, b) => a.length - b.length);
    return shortest.filter((item) => hasLabels(this.labelsOf(item), entries));
  }

  private add(namespace: string, key: string, value: string, item: Item): void {
    addTo(this.byLabel, labelKey(namespace, key, value), item);
  }
}

function hasLabels(labels: Labels, entries: readonly (readonly [string, string | null | undefined])[]): boolean {
  return entries.every(([key, value]) => Object.hasOwn(labels, key) && (labels[key] ?? '') === (value ?? ''));
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${value}`;
}

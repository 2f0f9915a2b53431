import { addTo, childOf } from './add-to';
import type { Labels } from '../kubernetes/label-selectors';

/** Items by their labels, found without asking each of them. Where no namespace is given, it is the empty one. */
export class LabelIndex<Item> {
  /** By namespace, key and value. */
  private readonly byLabel = new Map<string, Map<string, Map<string, Item[]>>>();
  private readonly labelsOf: (item: Item) => Labels;

  constructor(items: readonly Item[], labelsOf: (item: Item) => Labels, namespaceOf: (item: Item) => string) {
    this.labelsOf = labelsOf;
    for (const item of items) {
      for (const [key, value] of Object.entries(labelsOf(item))) this.add(namespaceOf(item), key, value ?? '', item);
    }
  }

  /** Those that have the label. */
  withLabel(namespace: string, key: string, value: string): readonly Item[] {
    return this.byLabel.get(namespace)?.get(key)?.get(value) ?? [];
  }

  /** Those that have all of the labels; none where none is asked for. */
  withLabels(namespace: string, labels: Labels): readonly Item[] {
    const keys = Object.keys(labels);
    let shortest: readonly Item[] | undefined;
    for (const key of keys) {
      const items = this.withLabel(namespace, key, labels[key] ?? '');
      if (shortest === undefined || items.length < shortest.length) shortest = items;
    }
    if (shortest === undefined || keys.length === 1) return shortest ?? [];
    return shortest.filter((item) => hasLabels(this.labelsOf(item), labels, keys));
  }

  private add(namespace: string, key: string, value: string, item: Item): void {
    const ofNamespace = childOf(this.byLabel, namespace);
    addTo(childOf(ofNamespace, key), value, item);
  }
}

function hasLabels(given: Labels, asked: Labels, keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(given, key) && (given[key] ?? '') === (asked[key] ?? ''));
}

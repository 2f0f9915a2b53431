import type { LabelSelector } from '../kubernetes/api';
import { fieldsOf, itemsOf, textOf, valueAt } from '../manifests/untyped';

/** The label selector of an object of which nothing is known yet; undefined where there is none. */
export function labelSelectorAt(value: unknown): LabelSelector | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const expressions = itemsOf(valueAt(value, 'matchExpressions')).map((item) => ({
    key: textOf(valueAt(item, 'key')),
    operator: textOf(valueAt(item, 'operator')),
    values: itemsOf(valueAt(item, 'values')).map(textOf),
  }));
  return {
    matchLabels: textsAt(valueAt(value, 'matchLabels')),
    ...(expressions.length === 0 ? {} : { matchExpressions: expressions }),
  };
}

/** The texts of a map, such as labels are. */
export function textsAt(map: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldsOf(map).map((field) => [field, textOf(valueAt(map, field))]));
}

import type { FieldPath } from '../../findings/field-path';
import { isWholeNumber, parseQuantity } from '../../kubernetes/quantities';
import { valueAt } from '../../manifests/untyped';
import type { Warnings } from './warning';

/** Amounts of those resources that are no whole number of bytes. */
export function* fractionalBytes(amounts: unknown, path: FieldPath, resources: readonly string[]): Warnings {
  for (const resource of resources) {
    const value = valueAt(amounts, resource);
    const quantity = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
    if (quantity === undefined || isWholeNumber(quantity)) continue;
    const message = `${String(value)} is no whole number of bytes: did you mean mebibytes ('Mi')?`;
    yield { rule: 'warning/fractional-bytes', path: path.key(resource), message };
  }
}

import type { Environment } from '@marcbachmann/cel-js';
import {
  addQuantities,
  compareQuantities,
  isWholeNumber,
  parseQuantity,
  quantitySign,
  type Quantity,
} from '../../../kubernetes/quantities';

/** A quantity as a value of the language. */
interface QuantityValue {
  readonly quantity: Quantity;
}

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library */
export function registerQuantities(environment: Environment): void {
  const negative = ({ quantity }: QuantityValue): QuantityValue => ({
    quantity: { ...quantity, coefficient: -quantity.coefficient },
  });
  const sum = (a: QuantityValue, b: QuantityValue): QuantityValue => ({
    quantity: addQuantities(a.quantity, b.quantity),
  });
  const compare = (a: QuantityValue, b: QuantityValue): number => compareQuantities(a.quantity, b.quantity);
  environment
    .registerFunction('quantity(dyn): map', (text: unknown): QuantityValue => {
      const quantity = typeof text === 'string' ? parseQuantity(text) : undefined;
      if (quantity === undefined) throw new Error(`${String(text)} is no quantity`);
      return { quantity };
    })
    .registerFunction('map.isGreaterThan(map): bool', (a: QuantityValue, b: QuantityValue) => compare(a, b) > 0)
    .registerFunction('map.isLessThan(map): bool', (a: QuantityValue, b: QuantityValue) => compare(a, b) < 0)
    .registerFunction('map.compareTo(map): int', (a: QuantityValue, b: QuantityValue) => BigInt(compare(a, b)))
    .registerFunction('map.sign(): int', ({ quantity }: QuantityValue) => BigInt(quantitySign(quantity)))
    .registerFunction('map.isInteger(): bool', ({ quantity }: QuantityValue) => isWholeNumber(quantity))
    .registerFunction('map.add(map): map', sum)
    .registerFunction('map.sub(map): map', (a: QuantityValue, b: QuantityValue) => sum(a, negative(b)));
}

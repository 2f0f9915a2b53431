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
class QuantityValue {
  readonly quantity: Quantity;

  constructor(quantity: Quantity) {
    this.quantity = quantity;
  }
}

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library */
export function registerQuantities(environment: Environment): void {
  const type = 'kubernetes.Quantity';
  environment
    .registerType(type, { ctor: QuantityValue })
    .registerOperator(`${type} == ${type}`, (a: QuantityValue, b: QuantityValue) => compare(a, b) === 0)
    .registerFunction('isQuantity(dyn): bool', (text: unknown) => readQuantity(text) !== undefined)
    .registerFunction(`quantity(dyn): ${type}`, quantityOf)
    .registerFunction(`${type}.isGreaterThan(${type}): bool`, (a: QuantityValue, b: QuantityValue) => compare(a, b) > 0)
    .registerFunction(`${type}.isLessThan(${type}): bool`, (a: QuantityValue, b: QuantityValue) => compare(a, b) < 0)
    .registerFunction(`${type}.compareTo(${type}): int`, (a: QuantityValue, b: QuantityValue) => BigInt(compare(a, b)))
    .registerFunction(`${type}.sign(): int`, ({ quantity }: QuantityValue) => BigInt(quantitySign(quantity)))
    .registerFunction(`${type}.isInteger(): bool`, ({ quantity }: QuantityValue) => isWholeNumber(quantity))
    .registerFunction(`${type}.asInteger(): int`, integerOf)
    .registerFunction(`${type}.asApproximateFloat(): double`, ({ quantity }: QuantityValue) =>
      Number(`${quantity.coefficient}e${quantity.exponent}`),
    );
  for (const [summand, valueOf] of [
    [type, (value: unknown) => value as QuantityValue],
    ['int', (value: unknown) => quantityOf(String(value))],
  ] as const) {
    environment
      .registerFunction(`${type}.add(${summand}): ${type}`, (a: QuantityValue, b: unknown) => sum(a, valueOf(b)))
      .registerFunction(`${type}.sub(${summand}): ${type}`, (a: QuantityValue, b: unknown) =>
        sum(a, negative(valueOf(b))),
      );
  }
}

function readQuantity(text: unknown): Quantity | undefined {
  return typeof text === 'string' ? parseQuantity(text) : undefined;
}

function quantityOf(text: unknown): QuantityValue {
  const quantity = readQuantity(text);
  if (quantity === undefined) throw new Error(`${String(text)} is no quantity`);
  return new QuantityValue(quantity);
}

/** Quantity.AsInt64 */
function integerOf({ quantity }: QuantityValue): bigint {
  if (!isWholeNumber(quantity)) throw new Error('the quantity is no integer');
  const { coefficient, exponent } = quantity;
  return exponent < 0 ? coefficient / 10n ** BigInt(-exponent) : coefficient * 10n ** BigInt(exponent);
}

function negative({ quantity }: QuantityValue): QuantityValue {
  return new QuantityValue({ ...quantity, coefficient: -quantity.coefficient });
}

function sum(a: QuantityValue, b: QuantityValue): QuantityValue {
  return new QuantityValue(addQuantities(a.quantity, b.quantity));
}

function compare(a: QuantityValue, b: QuantityValue): number {
  return compareQuantities(a.quantity, b.quantity);
}

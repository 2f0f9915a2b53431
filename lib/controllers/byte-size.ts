import { parseQuantity } from '../kubernetes/quantities';

/**
 * The bytes that a quantity such as `8Mi` stands for.
 *
 * @returns undefined where it is no quantity, or no whole number of bytes that can be counted exactly.
 */
export function bytesOf(size: string): number | undefined {
  const quantity = parseQuantity(size);
  if (quantity === undefined) return undefined;
  const bytes = Number(quantity.coefficient) * 10 ** quantity.exponent;
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
}

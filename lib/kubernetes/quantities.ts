/**
 * An exact amount, `1500m` or `2Gi`: `coefficient` times ten to the power of `exponent`.
 *
 * Follows k8s.io/apimachinery/pkg/api/resource.Quantity, its oddities included.
 */
export interface Quantity {
  readonly coefficient: bigint;
  readonly exponent: number;
  /** The notation it was written in: it decides how the API server prints it. */
  readonly format: QuantityFormat;
  /** The API server holds it as a big decimal, whose conversion to an int64 wraps around where others fail. */
  readonly wide: boolean;
}

export type QuantityFormat = 'BinarySI' | 'DecimalSI' | 'DecimalExponent';

interface Suffix {
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

const decimalSI = (exponent: number): Suffix => ({ base: 10, exponent, format: 'DecimalSI' });
const binarySI = (exponent: number): Suffix => ({ base: 2, exponent, format: 'BinarySI' });

const suffixes: ReadonlyMap<string, Suffix> = new Map([
  ['', decimalSI(0)],
  ['n', decimalSI(-9)],
  ['u', decimalSI(-6)],
  ['m', decimalSI(-3)],
  ['k', decimalSI(3)],
  ['M', decimalSI(6)],
  ['G', decimalSI(9)],
  ['T', decimalSI(12)],
  ['P', decimalSI(15)],
  ['E', decimalSI(18)],
  ['Ki', binarySI(10)],
  ['Mi', binarySI(20)],
  ['Gi', binarySI(30)],
  ['Ti', binarySI(40)],
  ['Pi', binarySI(50)],
  ['Ei', binarySI(60)],
]);

/** Nothing smaller than a billionth is held: the rest is rounded away from zero. */
const smallestExponent = -9;
const milli = -3;
const largestInt64 = 2n ** 63n - 1n;

/** The amount 0. */
export const zeroQuantity: Quantity = { coefficient: 0n, exponent: 0, format: 'DecimalSI', wide: false };

/** A quantity's text, taken apart. */
interface QuantityText {
  readonly negative: boolean;
  /** The digits before the point, without leading zeros. */
  readonly whole: string;
  readonly fraction: string;
  readonly suffix: string;
  /** False for a text like `m` or `.`, which reads as zero. */
  readonly hasDigits: boolean;
}

/** Amounts that were read before: the same few stand in every workload of a set. */
const readBefore = new Map<string | number, Quantity>();
const mostRemembered = 500;
const longestRemembered = 30;

/**
 * The amount that a text or a number in a manifest stands for.
 *
 * @returns undefined where the API server could not decode it.
 */
export function parseQuantity(value: string | number): Quantity | undefined {
  const known = readBefore.get(value);
  if (known !== undefined) return known;
  const quantity = readQuantity(value);
  if (quantity === undefined) return undefined;
  const isShort = typeof value === 'number' || value.length <= longestRemembered;
  if (isShort && readBefore.size < mostRemembered) readBefore.set(value, quantity);
  return quantity;
}

function readQuantity(value: string | number): Quantity | undefined {
  const text = split(quantityText(value));
  if (text === undefined) return undefined;
  const suffix = suffixes.get(text.suffix) ?? decimalExponent(text.suffix);
  if (suffix === undefined) return undefined;
  const wide = isWide(text, suffix);
  // Only the decimal library asks for a digit: `m` is zero, `Ei` an error.
  if (wide && !text.hasDigits) return undefined;
  return bounded(BigInt(text.whole + text.fraction), text, suffix, wide);
}

/** The text of a quantity as the API server's parser sees it. */
export function quantityText(value: string | number): string {
  const text = String(value);
  let start = 0;
  let end = text.length;
  while (start < end && spaces.includes(text.charAt(start))) start++;
  while (end > start && spaces.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Tabs and line ends are missing here: the parser is given raw JSON, where they are escapes. */
const spaces =
  ' \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  if (a.exponent === b.exponent) return compare(a.coefficient, b.coefficient);
  const sign = quantitySign(a);
  if (sign !== quantitySign(b) || sign === 0) return compare(BigInt(sign), BigInt(quantitySign(b)));
  // Powers of ten are written out only where the numbers are of similar size: `1e2000000000` would fill the memory.
  const difference = magnitude(a) - magnitude(b);
  if (difference !== 0) return difference * sign;
  const exponent = Math.min(a.exponent, b.exponent);
  return compare(coefficientAt(a, exponent), coefficientAt(b, exponent));
}

/** -1, 0 or 1. */
export function quantitySign(quantity: Quantity): -1 | 0 | 1 {
  if (quantity.coefficient === 0n) return 0;
  return quantity.coefficient < 0n ? -1 : 1;
}

/** The sum. Amounts beyond any resource are taken as they are rather than written out. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  if (a.coefficient === 0n) return b;
  if (b.coefficient === 0n) return a;
  if (Math.abs(a.exponent - b.exponent) > largestSpread) return compareQuantities(a, b) < 0 ? b : a;
  const exponent = Math.min(a.exponent, b.exponent);
  const coefficient = coefficientAt(a, exponent) + coefficientAt(b, exponent);
  return { coefficient, exponent, format: a.format, wide: a.wide || b.wide };
}

/** What the API server makes of an amount in a resource list, before it validates it (SetDefaults_ResourceList). */
export function roundUpToMilli(quantity: Quantity): Quantity {
  if (quantity.exponent >= milli) return quantity;
  return {
    coefficient: divideAwayFromZero(quantity.coefficient, milli - quantity.exponent),
    exponent: milli,
    format: quantity.format,
    wide: quantity.wide,
  };
}

/** Whether the API server takes an amount, rounded up to thousandths, for a whole number (ValidateResourceQuantityValue). */
export function isWholeNumber(quantity: Quantity): boolean {
  return int64At(roundUpToMilli(quantity), milli) % 1000n === 0n;
}

/** Whether an amount is so many times another, both rounded up to whole numbers (IsHugePageResourceValueDivisible). */
export function isMultipleOf(quantity: Quantity, unit: Quantity): boolean {
  const size = int64At(unit, 0);
  return size !== 0n && int64At(quantity, 0) % size === 0n;
}

/** The powers of ten that the API server multiplies with at once, and lets the product wrap around. */
const directPowers: readonly number[] = [0, 1, 2, 3, 6, 9];

/** How many times ten to the power of `exponent` an amount is, in the int64 that the API server calculates with (Quantity.ScaledValue). */
function int64At(quantity: Quantity, exponent: number): bigint {
  const power = quantity.exponent - exponent;
  if (power < 0) return BigInt.asIntN(64, divideAwayFromZero(quantity.coefficient, -power));
  // The lowest 64 bits of the product are all zero from here on.
  if (power >= 64) return 0n;
  const product = coefficientAt(quantity, exponent);
  const wrapped = BigInt.asIntN(64, product);
  return wrapped === product || quantity.wide || directPowers.includes(power) ? wrapped : 0n;
}

function split(text: string): QuantityText | undefined {
  if (text === '') return undefined;
  const signed = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  let start = signed;
  while (text.charCodeAt(start) === zero) start++;
  const end = endOfDigits(text, start);
  const point = text[end] === '.' ? 1 : 0;
  const fractionEnd = point === 1 ? endOfDigits(text, end + 1) : end;
  if (!isSuffix(text, fractionEnd)) return undefined;
  return {
    negative: text.startsWith('-'),
    whole: text.slice(start, end),
    fraction: text.slice(end + point, fractionEnd),
    suffix: text.slice(fractionEnd),
    hasDigits: fractionEnd - point > signed,
  };
}

const zero = 48;
const suffixLetters = 'eEinumkKMGTP';

function endOfDigits(text: string, from: number): number {
  let position = from;
  while (text.charCodeAt(position) >= zero && text.charCodeAt(position) <= zero + 9) position++;
  return position;
}

/** Letters, a sign and digits make up the rest of the text: whether such a suffix exists is another question. */
function isSuffix(text: string, from: number): boolean {
  let position = from;
  while (position < text.length && suffixLetters.includes(text.charAt(position))) position++;
  if (text[position] === '+' || text[position] === '-') position++;
  return endOfDigits(text, position) === text.length;
}

function decimalExponent(suffix: string): Suffix | undefined {
  const match = /^[eE]([+-]?\d{1,30})$/.exec(suffix);
  if (match?.[1] === undefined) return undefined;
  const exponent = BigInt(match[1].replace('+', ''));
  if (BigInt.asIntN(64, exponent) !== exponent) return undefined;
  return { base: 10, exponent: Number(BigInt.asIntN(32, exponent)), format: 'DecimalExponent' };
}

/** The API server keeps an amount as an int64 with an exponent, unless it has too many digits for that. */
function isWide(text: QuantityText, suffix: Suffix): boolean {
  const digits = Math.max(text.whole.length, 1) + text.fraction.length;
  if (suffix.base === 10) return digits > 18 || suffix.exponent - text.fraction.length < smallestExponent;
  return text.fraction !== '' || digits + Math.trunc((suffix.exponent * 3) / 10) > 14;
}

function bounded(digits: bigint, text: QuantityText, suffix: Suffix, wide: boolean): Quantity {
  let coefficient = suffix.base === 2 ? digits << BigInt(suffix.exponent) : digits;
  let exponent = (suffix.base === 2 ? 0 : suffix.exponent) - text.fraction.length;
  if (exponent < smallestExponent) {
    coefficient = divideAwayFromZero(coefficient, smallestExponent - exponent);
    exponent = smallestExponent;
  }
  let format = suffix.format;
  if (format === 'BinarySI' && wide) {
    const one = 10n ** BigInt(-exponent);
    // ParseQuantity caps binary amounts only, and prints fractions of one as decimals.
    if (coefficient > largestInt64 * one) [coefficient, exponent] = [largestInt64, 0];
    else if (coefficient > 0n && coefficient < one) format = 'DecimalSI';
  }
  return { coefficient: text.negative ? -coefficient : coefficient, exponent, format, wide };
}

/** Ten to this power is the largest that is ever written out. */
const largestSpread = 4096;

function divideAwayFromZero(value: bigint, power: number): bigint {
  if (value === 0n) return 0n;
  const sign = value < 0n ? -1n : 1n;
  if (power > largestSpread && power > value.toString().length) return sign;
  const divisor = 10n ** BigInt(power);
  return value / divisor + (value % divisor === 0n ? 0n : sign);
}

function coefficientAt(quantity: Quantity, exponent: number): bigint {
  return quantity.coefficient * 10n ** BigInt(quantity.exponent - exponent);
}

/** The power of ten of the first digit. */
function magnitude(quantity: Quantity): number {
  const text = quantity.coefficient.toString();
  return text.length + quantity.exponent - (quantity.coefficient < 0n ? 1 : 0);
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

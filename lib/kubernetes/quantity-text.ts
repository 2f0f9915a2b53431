import type { Quantity } from './quantities';
import { quantityText } from './quantities';

const decimalSuffixes: Readonly<Record<number, string>> = {
  [-9]: 'n',
  [-6]: 'u',
  [-3]: 'm',
  0: '',
  3: 'k',
  6: 'M',
  9: 'G',
  12: 'T',
  15: 'P',
  18: 'E',
};
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * The text that the API server compares and prints: the one that was written, where that is canonical in its eyes, or the canonical one
 * (resource.Quantity.String).
 */
export function printQuantity(written: string | number, quantity: Quantity): string {
  const text = quantityText(written);
  return isKept(text, quantity) ? text : canonicalText(quantity);
}

/** The shortest text of an amount in its own notation (resource.Quantity.CanonicalizeBytes). */
export function canonicalText(quantity: Quantity): string {
  if (quantity.coefficient === 0n) return '0';
  return quantity.format === 'BinarySI' ? printBinary(quantity) : printDecimal(quantity);
}

const parts = /^[+-]?0*(\d*)\.?(\d*)([a-zA-Z]*)/;

/** ParseQuantity keeps a text whose digits cannot be shortened, even with a plus or zeros in front. */
function isKept(text: string, quantity: Quantity): boolean {
  if (quantity.wide) return text === '0';
  const [, whole = '', fraction = '', suffix = ''] = parts.exec(text) ?? [];
  const digits = (whole || '0') + fraction;
  if (quantity.format === 'BinarySI') return BigInt(digits) % 8n !== 0n && suffix !== '';
  return quantity.exponent % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
}

/** Amounts that are small or not whole are printed as decimals. */
function printBinary(quantity: Quantity): string {
  const one = 10n ** BigInt(-quantity.exponent);
  let value = quantity.coefficient / one;
  const small = value < 1024n && value > -1024n;
  if (small || quantity.coefficient % one !== 0n) return printDecimal({ ...quantity, format: 'DecimalSI' });
  let power = 0;
  for (; value % 1024n === 0n; power++) value /= 1024n;
  return `${value}${binarySuffixes[power] ?? ''}`;
}

function printDecimal(quantity: Quantity): string {
  const all = quantity.coefficient.toString();
  let end = all.length;
  while (all[end - 1] === '0') end--;
  const exponent = quantity.exponent + all.length - end;
  const excess = ((exponent % 3) + 3) % 3;
  const digits = all.slice(0, end) + '0'.repeat(excess);
  const power = exponent - excess;
  // Beyond the largest suffix the server prints the bare digits.
  if (quantity.format === 'DecimalSI') return digits + (decimalSuffixes[power] ?? '');
  return power === 0 ? digits : `${digits}e${power}`;
}

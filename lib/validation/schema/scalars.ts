import type { FieldPath } from '../../findings/field-path';
import { parseQuantity } from '../../kubernetes/quantities';
import { isMicroTime, isTime } from '../../kubernetes/times';
import { describe, shortText, type DecodedType, type Explainer, type Reader } from './type';

/** A value without parts: one test, and what it should be in words. */
class Scalar implements DecodedType {
  private readonly test: (value: unknown) => boolean;
  private readonly wanted: string;

  constructor(wanted: string, test: (value: unknown) => boolean) {
    this.wanted = wanted;
    this.test = test;
  }

  accepts(value: unknown, reader: Reader): boolean {
    if (!this.test(value)) return false;
    return typeof value !== 'string' || value.length <= shortText || reader.take(value.length);
  }

  explain(value: unknown, path: FieldPath | undefined, explainer: Explainer): void {
    if (!this.test(value)) explainer.say('decode/type', path, `must be ${this.wanted}, not ${describe(value)}`);
  }
}

/** encoding/base64.StdEncoding: line ends do not count. encoding/json takes a list of bytes as well. */
function isBytes(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isByte);
  if (typeof value !== 'string') return false;
  const text = /[\r\n]/.test(value) ? value.replace(/[\r\n]/g, '') : value;
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function isByte(value: unknown): boolean {
  return value == null || (isInt32(value) && value >= 0 && value < 256);
}

function isInt32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** A number beyond 2^53 has lost its last digits before we see it: the largest int64 reads as 2^63. */
function isInt64(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}

function isQuantity(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && parseQuantity(value) !== undefined;
}

export const stringType = new Scalar('a text', (value) => typeof value === 'string');

/** The scalars of schemas.json, by name. */
export const scalarTypes: ReadonlyMap<string, DecodedType> = new Map([
  ['string', stringType],
  ['boolean', new Scalar('true or false', (value) => typeof value === 'boolean')],
  ['int32', new Scalar('a whole number from -2147483648 to 2147483647', isInt32)],
  ['int64', new Scalar('a whole number of at most 64 bits', isInt64)],
  ['number', new Scalar('a number', (value) => typeof value === 'number' && Number.isFinite(value))],
  ['quantity', new Scalar("a quantity, such as 500m, 1.5 or '2Gi'", isQuantity)],
  [
    'intOrString',
    new Scalar('a whole number of 32 bits or a text', (value) => typeof value === 'string' || isInt32(value)),
  ],
  ['time', new Scalar('a time, such as 2026-01-31T09:00:00Z', (value) => typeof value === 'string' && isTime(value))],
  [
    'microTime',
    new Scalar(
      'a time with six digits of a second, such as 2026-01-31T09:00:00.000000Z',
      (value) => typeof value === 'string' && isMicroTime(value),
    ),
  ],
  ['bytes', new Scalar('bytes as base64', isBytes)],
]);

import type { ErrorObject } from 'ajv';
import type { DataValidateFunction } from 'ajv/dist/types';
import type { StructuralSchema } from './definition';

/** The keyword, among those of JSON Schema, that asks what this file is about. */
export const rangeKeyword = 'withinFormat';

/** A numeric type, and the bounds that a schema sets itself: also those are values of the type. */
export interface NumericRange {
  readonly type: 'integer' | 'number';
  readonly format: string | undefined;
  readonly bounds: Readonly<Record<string, number>>;
}

const boundNames = ['multipleOf', 'minimum', 'maximum'] as const;
const largestFloat = (2 - 2 ** -23) * 2 ** 127;

/** The range of a schema; undefined where any number goes. */
export function rangeOf(schema: StructuralSchema): NumericRange | undefined {
  const { type, format } = schema;
  if (type !== 'integer' && !(type === 'number' && format === 'float')) return undefined;
  const bounds = boundNames.flatMap((name): [string, number][] => {
    const bound = schema[name];
    return typeof bound === 'number' ? [[name, bound]] : [];
  });
  return { type, format, bounds: Object.fromEntries(bounds) };
}

/** Holds a number against a range, in the way of the schema library. */
export function compileRange(range: NumericRange): DataValidateFunction {
  const badBounds = Object.entries(range.bounds).filter(([, bound]) => !isWithin(bound, range));
  const validate: DataValidateFunction = (value: number) => {
    const problems = badBounds.map(([name, bound]) => problem(`the ${name} of its schema, ${bound},`, range, false));
    if (!isWithin(value, range)) problems.push(problem('the value', range, isBeyond64Bits(value, range)));
    validate.errors = problems;
    return problems.length === 0;
  };
  return validate;
}

/** What `params` of an error tell: that the value is of another type by that. */
export interface RangeParams {
  readonly isTypeWrong: boolean;
}

function problem(what: string, { type, format }: NumericRange, isTypeWrong: boolean): Partial<ErrorObject> {
  const kind = type === 'number' ? '32-bit float' : format === 'int32' ? '32-bit integer' : '64-bit integer';
  const params: RangeParams = { isTypeWrong };
  return { keyword: rangeKeyword, message: `${what} must be a ${kind}`, params };
}

/** The server reads a whole number of more than 64 bits as a float. */
function isBeyond64Bits(value: number, { type }: NumericRange): boolean {
  return type === 'integer' && Number.isInteger(value) && !isWithin(value, { type, format: 'int64' });
}

/** IsValueValidAgainstRange of kube-openapi: of the formats, it knows int32, int64 and float. */
function isWithin(value: number, { type, format }: Pick<NumericRange, 'type' | 'format'>): boolean {
  if (type === 'number') return Math.abs(value) <= largestFloat;
  if (!Number.isInteger(value)) return false;
  const half = format === 'int32' ? 2 ** 31 : 2 ** 63;
  return -half <= value && value < half;
}

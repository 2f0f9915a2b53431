import type * as AjvLibrary from 'ajv';
import type { ErrorObject } from 'ajv';
import { printValue } from '../../findings/print-value';
import { nearest, quoteList } from '../../kubernetes/wording';
import { schemaAllows } from './schema-allows';

/** Something that the schema does not allow. */
export interface SchemaProblem {
  /** The field, `policy.waivers[0].expires`. */
  readonly field: string;
  readonly message: string;
}

/** What a schema says of a value, in words; empty when all is well. */
export function schemaProblems(value: unknown, schema: object): SchemaProblem[] {
  if (schemaAllows({ ...schema }, value)) return [];
  const { Ajv } = library();
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  // Of alternatives the sum says less than its parts, unless all parts are about the value itself.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf');
  return errors.map(problemOf);
}

function problemOf(error: ErrorObject): SchemaProblem {
  const field = fieldOf(error.instancePath);
  const { keyword, params, data, message = 'is not allowed' } = error as ErrorObject<string, Record<string, unknown>>;
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    const known = Object.keys((error.parentSchema as { readonly properties?: object }).properties ?? {});
    const near = nearest(key, known);
    const meant = near === undefined ? `Known are ${quoteList(known)}` : `'${near}' is meant?`;
    return { field: field === '' ? key : `${field}.${key}`, message: `there is no '${key}' here. ${meant}` };
  }
  if (keyword === 'required') {
    return { field, message: `'${String(params['missingProperty'])}' is missing` };
  }
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
    return { field, message: `is ${printValue(data)}: ${quoteList(allowed)} are allowed` };
  }
  // A version without quotes is a number, and loses its last nought.
  const hint =
    keyword === 'type' && params['type'] === 'string' && typeof data === 'number' ? ': write it in quotes' : '';
  return { field, message: `is ${printValue(data)}: ${message}${hint}` };
}

/** Loaded where it is needed: nearly every configuration is allowed. */
function library(): typeof AjvLibrary {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at run time, and synchronously
  return require('ajv') as typeof AjvLibrary;
}

/** From a JSON pointer to a field path. */
function fieldOf(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((path, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^\d+$/.test(name) || /[^A-Za-z0-9]/.test(name)) return `${path}[${name}]`;
    return path === '' ? name : `${path}.${name}`;
  }, '');
}

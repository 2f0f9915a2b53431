import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import { RE2JS } from 're2js';
import { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import type { StructuralSchema } from './definition';
import { compileRange, rangeKeyword, rangeOf, type RangeParams } from './numeric-ranges';
import { textFormatOf, textFormatsOf, type TextFormats } from './text-formats';

/** Patterns are RE2, as Go reads them. `ajv` tells two patterns apart by their text. */
const re2 = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    return { test: (text: string): boolean => compiled.matcher(text).find(), toString: () => pattern };
  },
  { code: 're2' },
);

const validators = new WeakMap<TextFormats, WeakMap<StructuralSchema, ValidateFunction>>();

/** Holds the object against its structural schema (apiextensions validation.ValidateCustomResource). */
export function validateStructure(value: object, schema: StructuralSchema, minor: number, errors: FieldErrors): void {
  const validator = validatorOf(schema, textFormatsOf(minor));
  if (validator(value)) return;
  const found = validator.errors ?? [];
  for (const error of found) {
    if (!isHidden(error, found)) report(error, value, errors);
  }
}

function validatorOf(schema: StructuralSchema, formats: TextFormats): ValidateFunction {
  const compiled = validators.get(formats) ?? new WeakMap<StructuralSchema, ValidateFunction>();
  validators.set(formats, compiled);
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateSchema: false,
    formats,
    code: { regExp: re2 },
    logger: false,
  });
  ajv.addKeyword({ keyword: rangeKeyword, type: 'number', errors: true, compile: compileRange });
  const validator = ajv.compile(asJsonSchema(schema));
  compiled.set(schema, validator);
  return validator;
}

/** What the server asks of a text, in that order: it stops at the first that does not hold. */
const textKeywords = ['maxLength', 'minLength', 'pattern'];

function isHidden({ keyword, instancePath, schemaPath }: ErrorObject, found: readonly ErrorObject[]): boolean {
  // Of alternatives the server says that they do not hold, not why each of them does not. A property may have such a name, too.
  if (/\/(?:oneOf|anyOf|not)\//.test(schemaPath.replaceAll(/\/properties\/[^/]*/g, ''))) return true;
  const rank = textKeywords.indexOf(keyword);
  return found.some(
    (other) => other.instancePath === instancePath && textKeywords.slice(0, Math.max(rank, 0)).includes(other.keyword),
  );
}

/** What JSON Schema says in other words, or not at all. */
const saidOtherwise = new Set(['default', 'nullable', 'additionalProperties', 'format']);

/** The schema in the words of JSON Schema. Whatever else Kubernetes says in it is checked elsewhere. */
function asJsonSchema(schema: StructuralSchema): object {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith('x-') || saidOtherwise.has(key)) continue;
    if (key === 'properties') result[key] = mapValues(value as Readonly<Record<string, StructuralSchema>>);
    else if (key === 'items' || key === 'not') result[key] = asJsonSchema(value as StructuralSchema);
    else if (key === 'allOf' || key === 'anyOf' || key === 'oneOf')
      result[key] = (value as readonly StructuralSchema[]).map(asJsonSchema);
    else result[key] = value as unknown;
  }
  const { additionalProperties } = schema;
  if (typeof additionalProperties === 'object') result['additionalProperties'] = asJsonSchema(additionalProperties);
  const types =
    schema['x-kubernetes-int-or-string'] === true
      ? ['integer', 'string']
      : schema.type === undefined
        ? []
        : [schema.type];
  if (types.length > 0) result['type'] = schema.nullable === true ? [...types, 'null'] : types;
  if (schema.nullable === true && Array.isArray(result['enum']))
    result['enum'] = [...(result['enum'] as unknown[]), null];
  const format = textFormatOf(schema);
  if (format !== undefined) result['format'] = format;
  const range = rangeOf(schema);
  if (range !== undefined) result[rangeKeyword] = range;
  bound(result, 'minimum', 'exclusiveMinimum');
  bound(result, 'maximum', 'exclusiveMaximum');
  return result;
}

/** In OpenAPI 3.0 an exclusive bound is a switch beside the bound. */
function bound(schema: Record<string, unknown>, inclusive: string, exclusive: string): void {
  const { [inclusive]: limit, [exclusive]: isExclusive } = schema;
  if (isExclusive === undefined) return;
  Reflect.deleteProperty(schema, exclusive);
  if (isExclusive !== true) return;
  Reflect.deleteProperty(schema, inclusive);
  schema[exclusive] = limit;
}

function mapValues(schemas: Readonly<Record<string, StructuralSchema>>): object {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, asJsonSchema(schema)]));
}

function report(error: ErrorObject, root: object, errors: FieldErrors): void {
  const { path, value } = locate(error.instancePath, root);
  const detail = error.message ?? 'does not match the schema';
  const { params } = error as { readonly params: Readonly<Record<string, unknown>> };
  switch (error.keyword) {
    case 'required':
      errors.required('custom/schema', child(path, String(params['missingProperty'])), '');
      return;
    case 'enum':
      errors.notSupported('custom/schema', path ?? rootPath, value, textsOf(params['allowedValues']));
      return;
    case 'maxLength':
      errors.tooLong('custom/schema', path ?? rootPath, Number(params['limit']));
      return;
    case 'maxItems':
    case 'maxProperties':
      errors.tooMany('custom/schema', path ?? rootPath, Object.keys(value as object).length, Number(params['limit']));
      return;
    case 'oneOf':
    case 'anyOf':
    case 'not':
      errors.invalid('custom/schema', rootPath, '', `${path?.toString() ?? 'the object'} ${detail} (${error.keyword})`);
      return;
    case 'format':
    case 'type':
      errors.typeInvalid('custom/schema', path ?? rootPath, value, detail);
      return;
    case rangeKeyword:
      if ((error.params as RangeParams).isTypeWrong)
        errors.typeInvalid('custom/schema', path ?? rootPath, value, detail);
      errors.invalid('custom/schema', rootPath, value, `${path?.toString() ?? 'the object'}: ${detail}`);
      return;
    default:
      errors.invalid('custom/schema', path ?? rootPath, value, detail);
  }
}

function textsOf(values: unknown): readonly string[] {
  return (values as readonly unknown[]).map(String);
}

function child(path: FieldPath | undefined, name: string): FieldPath {
  return path === undefined ? FieldPath.of(name) : path.child(name);
}

/** What the server prints for the object itself. */
const rootPath = FieldPath.of('<nil>');

/** The place that a JSON pointer leads to. */
function locate(pointer: string, root: object): { path: FieldPath | undefined; value: unknown } {
  let path: FieldPath | undefined;
  let value: unknown = root;
  for (const escaped of pointer.split('/').slice(1)) {
    const segment = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    path = Array.isArray(value) ? path?.index(Number(segment)) : child(path, segment);
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[segment];
  }
  return { path, value };
}

import { isFields } from '../../manifests/untyped';

interface Schema {
  readonly [keyword: string]: unknown;
}

type Keyword = (limit: never, value: unknown, schema: Schema) => boolean;

/** The keywords of JSON Schema that the schema of the configuration has; what has another type than a keyword is about passes it. */
const keywords: Readonly<Record<string, Keyword>> = {
  $schema: () => true,
  $id: () => true,
  title: () => true,
  description: () => true,
  type: (name: string, value) => hasType(name, value),
  enum: (allowed: readonly unknown[], value) => allowed.includes(value),
  anyOf: (schemas: readonly Schema[], value) => schemas.some((one) => schemaAllows(one, value)),
  minimum: (limit: number, value) => typeof value !== 'number' || value >= limit,
  maximum: (limit: number, value) => typeof value !== 'number' || value <= limit,
  minLength: (limit: number, value) => typeof value !== 'string' || Array.from(value).length >= limit,
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minItems: (limit: number, value) => !Array.isArray(value) || value.length >= limit,
  maxItems: (limit: number, value) => !Array.isArray(value) || value.length <= limit,
  items: (schema: Schema, value) => !Array.isArray(value) || value.every((item) => schemaAllows(schema, item)),
  minProperties: (limit: number, value) => !isFields(value) || Object.keys(value).length >= limit,
  maxProperties: (limit: number, value) => !isFields(value) || Object.keys(value).length <= limit,
  required: (names: readonly string[], value) =>
    !isFields(value) || names.every((name) => Object.hasOwn(value, name) && value[name] !== undefined),
  properties: (schemas: Readonly<Record<string, Schema>>, value) =>
    !isFields(value) ||
    fieldsOf(value).every(([name, field]) => !Object.hasOwn(schemas, name) || schemaAllows(schemas[name] ?? {}, field)),
  additionalProperties: (schema: Schema | false, value, { properties = {} }) =>
    !isFields(value) ||
    fieldsOf(value).every(
      ([name, field]) => Object.hasOwn(properties as object, name) || (schema !== false && schemaAllows(schema, field)),
    ),
};

/**
 * Whether a JSON Schema surely allows a value. Nearly every configuration is allowed, and to say so takes a thousandth of the time in which a
 * validator is loaded that can say what is wrong.
 *
 * @returns false also where the schema has a keyword that is not known here
 */
export function schemaAllows(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(
    ([keyword, limit]) =>
      Object.hasOwn(keywords, keyword) && keywords[keyword]?.(limit as never, value, schema) === true,
  );
}

function hasType(name: string, value: unknown): boolean {
  if (name === 'object') return isFields(value);
  if (name === 'array') return Array.isArray(value);
  if (name === 'integer') return Number.isInteger(value);
  return name === 'number' ? Number.isFinite(value) : typeof value === name;
}

/** A program may leave a field undefined, which says as little as if it were not there. */
function fieldsOf(object: object): [name: string, value: unknown][] {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

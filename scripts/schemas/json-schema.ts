/** The schemas of a release as JSON Schema: what other validators are given, to compare them with ours. */
import type { SchemaFile } from '../../lib/kubernetes/schema-text';
import { unfold } from './compact';

export type JsonSchema = Readonly<Record<string, unknown>>;

const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
const dateTime = String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.,]\d+)?(Z|[+-]\d\d:\d\d)$`;
const quantity = String.raw`^[+-]?(\d+(\.\d*)?|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$`;

const scalars: Readonly<Record<string, JsonSchema>> = {
  string: { type: ['string', 'null'] },
  boolean: { type: ['boolean', 'null'] },
  int32: { type: ['integer', 'null'], ...int32 },
  int64: { type: ['integer', 'null'] },
  number: { type: ['number', 'null'] },
  quantity: { type: ['string', 'number', 'null'], pattern: quantity },
  intOrString: { type: ['string', 'integer', 'null'], ...int32 },
  time: { type: ['string', 'null'], pattern: dateTime },
  microTime: { type: ['string', 'null'], pattern: dateTime },
  bytes: { type: ['string', 'null'], pattern: '^[A-Za-z0-9+/]*={0,2}$' },
  any: {},
};

/** One schema for each kind, over shared definitions: `{ $ref: '#/definitions/apps.v1.Deployment', definitions }`. */
export function jsonSchemas(file: SchemaFile, minor: number): { kinds: Map<string, string>; definitions: JsonSchema } {
  const { kinds, types } = unfold(file, minor);
  const definitions = Object.fromEntries(
    [...types].map(([name, fields]) => {
      const properties = Object.fromEntries([...fields].map(([field, text]) => [field, schemaOf(text)]));
      return [name, { type: ['object', 'null'], properties, additionalProperties: false }];
    }),
  );
  const typeOfKind = [...kinds].map(([kind, text]): [string, string] => [kind, text.split(' ').at(-1) ?? '']);
  return { kinds: new Map(typeOfKind), definitions };
}

function schemaOf(text: string): JsonSchema {
  if (text.startsWith('list ')) return { type: ['array', 'null'], items: schemaOf(text.slice('list '.length)) };
  if (text.startsWith('map ')) {
    return { type: ['object', 'null'], additionalProperties: schemaOf(text.slice('map '.length)) };
  }
  if (text.startsWith('schemaOr')) return {};
  return scalars[text] ?? { $ref: `#/definitions/${text}` };
}

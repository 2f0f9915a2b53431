/**
 * Our decoding against ajv over the same schemas. What plain JSON Schema cannot say is left out of the values: which quantities and times
 * there are, that base64 has whole groups, that null items are empty ones.
 */
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { type SchemaFile } from '../../../lib/kubernetes/schema-text';
import schemas from '../../../lib/kubernetes/schemas.json';
import { FieldErrors } from '../../../lib/validation/field-errors';
import { decode } from '../../../lib/validation/schema/decode';
import { TypeTable } from '../../../lib/validation/schema/type-table';
import { jsonSchemas } from '../../../scripts/schemas/json-schema';

const file: SchemaFile = schemas;
const scalars: readonly unknown[] = [
  '',
  'text',
  'YQ==',
  '2026-01-31T09:00:00.000000Z',
  '100m',
  0,
  1,
  -1,
  1.5,
  2 ** 31,
  true,
  null,
];

describe.each([27, 37])('Kubernetes 1.%i', (minor) => {
  const { kinds, definitions } = jsonSchemas(file, minor);
  const ajv = new Ajv({ strict: false, validateSchema: false }).addSchema({ $id: 'kubernetes', definitions });
  const table = new TypeTable(minor);
  const cases = [...kinds].filter(([, type]) => !type.startsWith('apiextensions'));

  test.each(cases)('%s', (key, type) => {
    const [apiVersion = '', kind = ''] = key.split(' ');
    const byAjv = ajv.getSchema(`kubernetes#/definitions/${type}`);
    const served = table.kind(apiVersion, kind);
    if (byAjv === undefined || served === undefined) throw new Error(`${key} is missing`);
    fc.assert(
      fc.property(arbitrary(type, definitions as Definitions), (manifest) => {
        expect(decode(manifest, served.type, new FieldErrors())).toBe(byAjv(manifest));
      }),
      { numRuns: 20 },
    );
  });
});

interface Schema {
  readonly $ref?: string;
  readonly type?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
}
type Definitions = Readonly<Record<string, Schema>>;

/** An object of a few fields of its type, grown towards deep ones; now and then a value of another type, or an unknown field. */
function arbitrary(type: string, definitions: Definitions): fc.Arbitrary<object> {
  return fc.integer().map((seed) => {
    const random = seeded(seed);
    return grow(definitions[type] ?? {}, random, 0) as object;
  });

  function grow(schema: Schema, random: () => number, depth: number): unknown {
    const { $ref } = schema;
    if ($ref !== undefined) return grow(definitions[$ref.slice('#/definitions/'.length)] ?? {}, random, depth);
    const isRoot = depth === 0;
    if (!isRoot && random() < 0.02) return pick([...scalars, {}, [], { a: 1 }], random);
    if (schema.properties !== undefined) return growObject(schema.properties, random, depth);
    if (schema.items !== undefined) return [grow(schema.items, random, depth + 1)].filter((item) => item !== null);
    if (schema.additionalProperties) return { key: grow(schema.additionalProperties, random, depth + 1) };
    const types = schema.type ?? [];
    return pick(
      scalars.filter((value) => types.length === 0 || types.some((one) => isOf(one, value))),
      random,
    );
  }

  function growObject(properties: Readonly<Record<string, Schema>>, random: () => number, depth: number): object {
    const names = Object.keys(properties);
    const some = Array.from({ length: depth < 8 && names.length > 0 ? 3 : 0 }, () => pick(names, random));
    const entries = some.map((name): [string, unknown] => [name, grow(properties[name] ?? {}, random, depth + 1)]);
    if (random() < 0.01) entries.push(['unheardOf', 1]);
    return Object.fromEntries(entries);
  }
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return value === null ? type === 'null' : typeof value === type;
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** A linear congruential generator: the same seed, the same object. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

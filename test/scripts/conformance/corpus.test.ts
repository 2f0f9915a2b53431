import { bases } from '../../../scripts/conformance/bases';
import { randomCorpus } from '../../../scripts/conformance/corpus';
import { Random } from '../../../scripts/conformance/random';
import { type Schema, Schemas } from '../../../scripts/conformance/schemas';

const text: Schema = { type: 'string' };
const metadata: Schema = {
  type: 'object',
  properties: { name: text, labels: { type: 'object', additionalProperties: text } },
};
const reference = { allOf: [{ $ref: '#/components/schemas/Item' }] };
const schemas = new Schemas({
  Item: {
    type: 'object',
    properties: { name: text, optional: { type: 'boolean' }, inner: reference },
    required: ['name'],
  },
  ConfigMap: {
    type: 'object',
    properties: {
      apiVersion: text,
      kind: text,
      metadata,
      data: { type: 'object', additionalProperties: text },
      items: { type: 'array', items: reference },
    },
    'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'ConfigMap' }],
  },
});
const corpus = (seed: number, count = 200) => [...randomCorpus(schemas, { seed, count, kinds: [] })];

it('is determined by its seed', () => {
  expect(corpus(1)).toEqual(corpus(1));
  expect(corpus(1)).not.toEqual(corpus(2));
});

it('holds only what the server serves, and knows its fields', () => {
  const manifests = corpus(3).map(({ manifest }) => manifest);
  expect(new Set(manifests.map(({ kind }) => kind))).toEqual(new Set(['ConfigMap']));
  // The bases set `immutable` and `binaryData`, which this server does not know.
  expect(manifests.some((manifest) => 'immutable' in manifest || 'binaryData' in manifest)).toBe(false);
});

it('grows and breaks what it starts from', () => {
  const entries = corpus(4);
  expect(entries.every(({ mutations }) => mutations.length > 0)).toBe(true);
  expect(entries.some(({ manifest }) => 'items' in manifest)).toBe(true);
});

it('refuses to make a corpus of kinds that are not served', () => {
  expect(() => [...randomCorpus(schemas, { seed: 1, count: 1, kinds: ['Pod'] })]).toThrow('none of the kinds Pod');
});

it('starts from objects that differ in name', () => {
  const names = bases.map(({ kind, metadata: meta }) => `${String(kind)} ${(meta as { name: string }).name}`);
  expect(new Set(names).size).toBe(names.length);
});

it('picks evenly', () => {
  const random = new Random(7);
  const counts = [0, 0, 0, 0];
  for (let round = 0; round < 4000; round++) counts[random.below(4)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

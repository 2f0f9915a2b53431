import { answerOf, objectOf, type Schema } from './thing';

const anyObject: Schema = {
  type: 'object',
  'x-kubernetes-embedded-resource': true,
  'x-kubernetes-preserve-unknown-fields': true,
};
const pod = { apiVersion: 'v1', kind: 'Pod' };
const refusals = (r: unknown): readonly string[] => answerOf({ r }, objectOf({ r: anyObject }));

test.each<[string, object]>([
  ['without metadata', pod],
  ['without a name', { ...pod, metadata: {} }],
  ['whose metadata is null', { ...pod, metadata: null }],
  ['with a name that no kind of Kubernetes takes', { ...pod, metadata: { name: 'A_b' } }],
  ['with a finalizer without a domain', { ...pod, metadata: { finalizers: ['cleanup'] } }],
  ['of a group', { apiVersion: 'apps/v1', kind: 'Deployment' }],
  ['of an odd group', { ...pod, apiVersion: '/' }],
  ['with fields of its own', { ...pod, spec: { replicas: 'many' } }],
])('an object within an object %s', (_, resource) => {
  expect(refusals(resource)).toEqual([]);
});

test.each<[object, readonly string[]]>([
  [{}, ['r.apiVersion Required', 'r.kind Required']],
  [{ kind: 'Pod' }, ['r.apiVersion Required']],
  [{ ...pod, apiVersion: '' }, ['r.apiVersion Invalid']],
  [{ ...pod, apiVersion: 'a/b/c' }, ['r.apiVersion Invalid']],
  [{ ...pod, apiVersion: 5 }, ['r.apiVersion Decode']],
  [{ ...pod, kind: '' }, ['r.kind Invalid']],
  [{ ...pod, kind: 'my_pod' }, ['r.kind Invalid']],
  [{ ...pod, kind: '1Pod' }, ['r.kind Invalid']],
  [{ ...pod, kind: null }, ['r.kind Decode']],
  [{ ...pod, metadata: 'x' }, ['r.metadata Decode']],
  [{ ...pod, metadata: { nope: 1 } }, ['r.metadata.nope Decode']],
  [{ ...pod, metadata: { name: 'a/b' } }, ['r.metadata.name Invalid']],
  [{ ...pod, metadata: { generateName: 'a/' } }, ['r.metadata.generateName Invalid']],
  [{ ...pod, metadata: { namespace: 'A' } }, ['r.metadata.namespace Invalid']],
  [{ ...pod, metadata: { generation: -1 } }, ['r.metadata.generation Invalid']],
  [{ ...pod, metadata: { labels: { 'a b': 'x' } } }, ['r.metadata.labels Invalid']],
])('an object within an object is refused: %j', (resource, refused) => {
  expect(refusals(resource)).toEqual(refused);
});

test.each<[string, Schema, object, string]>([
  ['a list', { l: { type: 'array', items: anyObject } }, { l: [pod, { kind: 'Pod' }] }, 'l[1].apiVersion'],
  [
    'a map',
    { m: { type: 'object', additionalProperties: objectOf({ r: anyObject }) } },
    { m: { k: { r: { kind: 'Pod' } } } },
    'm[k].r.apiVersion',
  ],
  [
    'an embedded object',
    { r: { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { in: anyObject } } },
    { r: { ...pod, in: { kind: 'Pod' } } },
    'r.in.apiVersion',
  ],
])('an object is found in %s', (_, properties, thing, field) => {
  expect(answerOf(thing, objectOf(properties as Readonly<Record<string, Schema>>))).toEqual([`${field} Required`]);
});

test('where an object within an object lacks something, the rules are not asked', () => {
  const rules = { 'x-kubernetes-validations': [{ rule: 'false' }] };
  expect(answerOf({ r: { kind: 'Pod' } }, objectOf({ r: anyObject }, rules))).toEqual([
    'r.apiVersion Required',
    '<nil> Invalid',
  ]);
  expect(answerOf({ r: {} }, objectOf({ r: { type: 'object' } }))).toEqual([]);
});

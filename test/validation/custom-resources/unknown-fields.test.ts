import { answerOf, objectOf, type Schema } from './thing';

const text: Schema = { type: 'string' };
const kept = { 'x-kubernetes-preserve-unknown-fields': true } as const;
const listOf = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more });

test.each<[string, Schema, unknown, readonly string[]]>([
  ['holds for its items', listOf({ type: 'object' }, kept), [{ b: { c: 1 } }], []],
  ['holds for items with fields', listOf(objectOf({ a: text }), kept), [{ a: 'x', b: 1 }], []],
  ['holds for the items of its items', listOf(listOf({ type: 'object' }), kept), [[{ b: 1 }]], []],
  [
    'ends at the fields of its items',
    listOf(objectOf({ a: objectOf({ x: text }) }), kept),
    [{ a: { y: 1 }, b: 1 }],
    ['l[0].a.y Decode'],
  ],
  [
    'ends at the lists in its items',
    listOf(objectOf({ m: listOf(objectOf({ x: text })) }), kept),
    [{ m: [{ y: 1 }] }],
    ['l[0].m[0].y Decode'],
  ],
  ['is needed', listOf({ type: 'object' }), [{ b: 1 }], ['l[0].b Decode']],
])('a list that keeps unknown fields: that %s', (_, schema, l, refused) => {
  expect(answerOf({ l }, objectOf({ l: schema }))).toEqual(refused);
});

import { answerOf, objectOf, type Schema } from './thing';

const anything: Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

test.each<[string, object | null | undefined, readonly string[]]>([
  ['a name', { name: 'a.b-c' }, []],
  ['a name that is no DNS subdomain', { name: 'Bad_Name' }, ['metadata.name Invalid']],
  ['a beginning of a name', { generateName: 'a-' }, []],
  ['a malformed beginning', { generateName: 'Bad_' }, ['metadata.generateName Invalid', 'metadata.name Invalid']],
  ['a malformed beginning beside a name', { name: 'a', generateName: 'B_' }, ['metadata.generateName Invalid']],
  ['a finalizer without a path', { name: 'a', finalizers: ['foo', 'bar.example.com'] }, []],
  ['a malformed finalizer', { name: 'a', finalizers: ['Bad Name!'] }, ['metadata.finalizers Invalid']],
  ['a generation, which the server sets', { name: 'a', generation: -1 }, []],
  ['no metadata', undefined, ['metadata.name Required']],
  ['null', null, ['metadata.name Required']],
])('the metadata of a custom object: %s', (_, metadata, refused) => {
  expect(answerOf({ metadata }, { ...anything, required: ['metadata'] })).toEqual(refused);
});

test('a malformed name is told beside what else is wrong', () => {
  const schema = objectOf({ n: { type: 'integer' } });
  expect(answerOf({ metadata: { name: 'A' }, n: 'x' }, schema)).toEqual(['metadata.name Invalid', 'n TypeInvalid']);
});

test('the schema sees the name that is generated', () => {
  const schema = objectOf({ metadata: objectOf({ name: { type: 'string', pattern: '^web-' } }) });
  expect(answerOf({ metadata: { generateName: 'web-' } }, schema)).toEqual([]);
  expect(answerOf({ metadata: { generateName: 'db-' } }, schema)).toEqual(['metadata.name Invalid']);
});

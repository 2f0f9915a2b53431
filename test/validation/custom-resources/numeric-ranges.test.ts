import { answerOf, objectOf, type Schema } from './thing';

const refusals = (n: unknown, schema: Schema): readonly string[] => [
  ...new Set(answerOf({ n }, objectOf({ n: schema }))),
];

test.each<[string, Schema, unknown, readonly string[]]>([
  ['a bound within the format', { format: 'int32', maximum: 2147483647 }, 5, []],
  ['a bound outside of the format', { format: 'int32', maximum: 4294967295 }, 5, ['<nil> Invalid']],
  ['a lower bound outside of it', { format: 'int32', minimum: -4294967295 }, 5, ['<nil> Invalid']],
  ['a step outside of it', { format: 'int32', multipleOf: 5000000000 }, 0, ['<nil> Invalid']],
  ['a bound of more than 64 bits', { maximum: 1e25 }, 5, ['<nil> Invalid']],
  ['a bound that is no integer', { maximum: 5.5 }, 5, ['<nil> Invalid']],
  ['a format that no server knows', { format: 'uint32', maximum: 4294967295 }, 5, []],
  ['a value outside of the format', { format: 'int32' }, 5000000000, ['<nil> Invalid']],
  ['a value of more than 64 bits', {}, 1e25, ['n TypeInvalid', '<nil> Invalid']],
  ['a fraction', {}, 5.5, ['n TypeInvalid', '<nil> Invalid']],
  ['a text', { format: 'int32', maximum: 4294967295 }, 'x', ['n TypeInvalid']],
])('an integer: %s', (_, schema, value, refused) => {
  expect(refusals(value, { type: 'integer', ...schema })).toEqual(refused);
});

test.each<[string, Schema, unknown, readonly string[]]>([
  ['a float beyond 32 bits', { type: 'number', format: 'float' }, 1e39, ['<nil> Invalid']],
  ['a bound of a float beyond 32 bits', { type: 'number', format: 'float', maximum: 1e39 }, 1, ['<nil> Invalid']],
  ['a double', { type: 'number', format: 'double' }, 1e39, []],
  [
    'an integer or a text, whose format is not looked at',
    { 'x-kubernetes-int-or-string': true, format: 'int32', maximum: 4294967295 },
    5,
    [],
  ],
  [
    'a fraction where an integer or a text is asked for',
    { 'x-kubernetes-int-or-string': true },
    1.5,
    ['n TypeInvalid'],
  ],
])('%s', (_, schema, value, refused) => {
  expect(refusals(value, schema)).toEqual(refused);
});

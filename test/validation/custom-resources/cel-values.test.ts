import { answerOf, objectOf, type Schema } from './thing';

const text: Schema = { type: 'string' };

/** Whether the rule holds for the object. */
const holds = (rule: string, properties: Readonly<Record<string, Schema>>, spec: object): boolean => {
  const schema = objectOf({ spec: objectOf(properties, { 'x-kubernetes-validations': [{ rule }] }) });
  const refused = answerOf({ spec }, schema);
  expect(['', 'spec Invalid']).toContain(refused.join());
  return refused.length === 0;
};

test.each([
  ['namespace', '__namespace__'],
  ['import', '__import__'],
  ['a.b', 'a__dot__b'],
  ['a-b', 'a__dash__b'],
  ['a/b', 'a__slash__b'],
  ['a__b', 'a__underscores__b'],
  ['a__dash__b', 'a__underscores__dash__underscores__b'],
])('the property %s is written %s', (name, written) => {
  expect(holds(`has(self.${written}) && self.${written} == 'x'`, { [name]: text }, { [name]: 'x' })).toBe(true);
  expect(holds(`has(self.${written})`, { [name]: text }, {})).toBe(false);
});

test('keys of a map are written as they are', () => {
  const map: Schema = { type: 'object', additionalProperties: text };
  expect(holds("'a-b' in self.m && self.m['a.b'] == 'x'", { m: map }, { m: { 'a-b': 'x', 'a.b': 'x' } })).toBe(true);
  expect(holds('has(self.m.a__dash__b)', { m: map }, { m: { 'a-b': 'x' } })).toBe(false);
});

test.each<[string, Schema, unknown, unknown]>([
  [
    "self.v > timestamp('2026-01-01T00:00:00Z')",
    { ...text, format: 'date-time' },
    '2026-01-01T00:00:01Z',
    '2025-01-01T00:00:00Z',
  ],
  ['self.v.getFullYear() == 2026', { ...text, format: 'date' }, '2026-01-01', '2025-01-01'],
  ["self.v > duration('5s')", { ...text, format: 'duration' }, '1m', '1s'],
  ['size(self.v) == 3', { ...text, format: 'byte' }, 'YWJj', 'YWI='],
  ['type(self.v) == int', { 'x-kubernetes-int-or-string': true }, 5, '5'],
  ['has(self.v)', { type: 'integer', nullable: true }, 5, null],
])('%s', (rule, v, right, wrong) => {
  expect(holds(rule, { v }, { v: right })).toBe(true);
  expect(holds(rule, { v }, { v: wrong })).toBe(false);
});

test('has may stand within has, behind an index, and in a text', () => {
  const list: Schema = { type: 'array', items: objectOf({ a: objectOf({ b: text }) }) };
  const rule = "has(self.l.filter(x, has(x.a))[0].a.b) && self.l[0].a.b != 'has('";
  expect(holds(rule, { l: list }, { l: [{ a: { b: ')' } }] })).toBe(true);
  expect(holds(rule, { l: list }, { l: [{ a: { b: 'has(' } }] })).toBe(false);
});

test('a rule with a function that is not known here is passed over', () => {
  expect(holds('self.t.functionOfTomorrow() && false', { t: text }, { t: 'x' })).toBe(true);
});

test('a function that is known does not hold for a value of another type', () => {
  expect(holds("self.v.matches('x')", { v: { 'x-kubernetes-int-or-string': true } }, { v: 5 })).toBe(false);
});

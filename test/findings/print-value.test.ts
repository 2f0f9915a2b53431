import { printValue } from '../../lib/findings/print-value';
import { workOf } from '../work';

test.each([
  ['text', '"text"'],
  [5, '5'],
  [null, 'null'],
  [undefined, 'undefined'],
  [{ a: [1, 'b', { c: true }] }, '{"a":[1,"b",{"c":true}]}'],
  [10n, '10'],
  [Symbol('x'), 'Symbol(x)'],
])('prints %p', (value, text) => {
  expect(printValue(value)).toBe(text);
});

test('cuts what would drown a message, and looks at no more than that', () => {
  expect(printValue('x'.repeat(10_000_000))).toHaveLength(123);
  const list = (length: number): string[] => Array.from({ length }, () => 'item');
  const [short, long] = [list(1000), list(1_000_000)];
  expect(workOf(() => printValue(long))).toBe(workOf(() => printValue(short)));
});

test('survives an object that holds itself', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  expect(printValue(cyclic)).toMatch(/^\{"self":\{"self":.*\.\.\.$/);
});

test('survives any depth', () => {
  let deep: unknown = 'end';
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(printValue(deep)).toMatch(/^\[{120}\.\.\.$/);
});

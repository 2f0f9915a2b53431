import { workOf } from './work';

const twice = (number: number): number => number * 2;

test('counts every call, however often the same code ran before', () => {
  const list = Array.from({ length: 1000 }, (_, position) => position);
  const [first, again] = [workOf(() => list.map(twice)), workOf(() => list.map(twice))];
  expect(first).toBeGreaterThanOrEqual(1000);
  expect(again).toBe(first);
});

test('grows with the square of what is done by the square', () => {
  const pairs = (length: number): void => {
    for (let first = 0; first < length; first++) for (let second = 0; second < length; second++) twice(second);
  };
  expect(
    workOf(() => {
      pairs(800);
    }) /
      workOf(() => {
        pairs(100);
      }),
  ).toBeGreaterThan(60);
});

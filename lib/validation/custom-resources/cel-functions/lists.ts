import type { Environment } from '@marcbachmann/cel-js';

type List = readonly unknown[];

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library and the sets and lists of the language itself */
export function registerLists(environment: Environment): void {
  environment
    .registerFunction('list.isSorted(): bool', (list: List) =>
      list.every((item, at) => at === 0 || compare(list[at - 1], item) <= 0),
    )
    .registerFunction('list.sum(): dyn', (list: List) => list.reduce(plus, list.length === 0 ? 0n : undefined))
    .registerFunction('list.min(): dyn', (list: List) => extreme(list, -1))
    .registerFunction('list.max(): dyn', (list: List) => extreme(list, 1))
    .registerFunction('list.indexOf(dyn): int', (list: List, item: unknown) =>
      BigInt(list.findIndex((one) => same(one, item))),
    )
    .registerFunction('list.lastIndexOf(dyn): int', (list: List, item: unknown) =>
      BigInt(list.findLastIndex((one) => same(one, item))),
    )
    .registerFunction('list.flatten(): list', (list: List) => list.flat())
    .registerFunction('list.distinct(): list', (list: List) =>
      list.filter((item, at) => at === list.findIndex((one) => same(one, item))),
    )
    .registerConstant('sets', 'map', {})
    .registerFunction('map.contains(list, list): bool', (_: unknown, all: List, some: List) => holds(all, some))
    .registerFunction('map.equivalent(list, list): bool', (_: unknown, a: List, b: List) => holds(a, b) && holds(b, a))
    .registerFunction('map.intersects(list, list): bool', (_: unknown, a: List, b: List) =>
      a.some((item) => b.some((one) => same(one, item))),
    );
}

function holds(all: List, some: List): boolean {
  return some.every((item) => all.some((one) => same(one, item)));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || key(a) === key(b);
}

/** Whole numbers of the language are no numbers of JSON. */
function key(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? `${member}n` : member));
}

function compare(a: unknown, b: unknown): number {
  const [left, right] = [a as number, b as number];
  return left < right ? -1 : left > right ? 1 : 0;
}

function plus(a: unknown, b: unknown): unknown {
  return a === undefined ? b : (a as number) + (b as number);
}

function extreme(list: List, direction: 1 | -1): unknown {
  if (list.length === 0) throw new Error('an empty list has neither a least nor a greatest item');
  return list.reduce((best, item) => (compare(item, best) * direction > 0 ? item : best));
}

import { inDependencyOrder, type Vertex } from '../../lib/manifests/dependency-order';

/** Vertices named by the keys, needing those listed; a name that begins with `*` is a stand-in without a value. */
const graph = (needs: Record<string, string[]>): Vertex<string>[] => {
  const vertices = new Map<string, Vertex<string>>(
    Object.keys(needs).map((name) => [name, { value: name.startsWith('*') ? undefined : name, needs: [] }]),
  );
  for (const [name, needed] of Object.entries(needs)) {
    vertices.get(name)!.needs.push(...needed.map((other) => vertices.get(other)!));
  }
  return [...vertices.values()].filter(({ value }) => value !== undefined);
};
const order = (needs: Record<string, string[]>): string[] => inDependencyOrder(graph(needs), (value) => value);

describe('inDependencyOrder', () => {
  it('keeps the order given where nothing is needed', () => {
    expect(order({ c: [], a: [], b: [] })).toEqual(['c', 'a', 'b']);
  });

  it('moves what is needed to where it is needed first', () => {
    expect(order({ a: [], b: ['d', 'a'], c: [], d: [], e: ['d'] })).toEqual(['d', 'a', 'b', 'c', 'e']);
  });

  it('passes through what stands for several', () => {
    expect(order({ a: ['*all'], b: ['*all'], '*all': ['d', 'c'], c: [], d: [] })).toEqual(['d', 'c', 'a', 'b']);
  });

  it.each([
    [{ a: ['a'] }, 'a => a'],
    [{ a: ['b'], b: ['a'] }, 'a => b => a'],
    [{ x: ['a'], a: ['b'], b: ['c'], c: ['b'] }, 'b => c => b'],
    [{ y: [], a: ['*'], '*': ['b'], b: ['a'] }, 'a => b => a'],
    [{ x: ['*'], '*': ['a'], a: ['b'], b: ['*'] }, 'a => b => a'],
  ])('names the cycle of %j', (needs, cycle) => {
    expect(() => order(needs)).toThrow(`Dependency cycle detected: ${cycle}. Remove one of these dependencies.`);
  });

  it('takes a layered diamond of 60 layers', () => {
    const needs: Record<string, string[]> = {};
    for (let layer = 0; layer < 60; layer++) {
      const below = layer === 0 ? [] : [`left${layer - 1}`, `right${layer - 1}`];
      needs[`left${layer}`] = below;
      needs[`right${layer}`] = below;
    }
    expect(order(needs)).toEqual(Object.keys(needs));
  });

  it('takes a chain that is longer than the stack is deep', () => {
    const names = Array.from({ length: 50_000 }, (_, number) => `n${number}`);
    const chain = Object.fromEntries(names.map((name, number) => [name, names.slice(number + 1, number + 2)]));
    expect(order(chain)).toEqual(names.reverse());
  });
});

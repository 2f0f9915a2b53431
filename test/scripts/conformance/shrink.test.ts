import fc from 'fast-check';
import { isObject, type Json, valueAt } from '../../../scripts/conformance/json';
import { shrink } from '../../../scripts/conformance/shrink';

const big: Json = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { a: 'b' } },
  spec: {
    containers: [{ name: 'a' }, { name: 'b', ports: [{ containerPort: 0, name: 'x'.repeat(50) }] }],
    hostNetwork: true,
  },
};

it('keeps what the question needs, and what says which object it is', async () => {
  const holds = (manifest: Json) => Promise.resolve(JSON.stringify(manifest).includes('"containerPort":0'));
  expect(await shrink(big, holds)).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ ports: [{ containerPort: 0 }] }] },
  });
});

it('shortens texts', async () => {
  const named = (manifest: Json) => valueAt(manifest, ['spec', 'containers', 1, 'ports', 0, 'name']);
  const smallest = await shrink(big, (manifest) => Promise.resolve(typeof named(manifest) === 'string'));
  expect(named(smallest)).toBe('xxxxxxxx');
});

it('asks no more often than it may, and never changes what it is given', async () => {
  const before = structuredClone(big);
  let asked = 0;
  await shrink(big, () => Promise.resolve(++asked % 2 === 0), 5);
  expect(asked).toBeLessThanOrEqual(5);
  expect(big).toEqual(before);
});

it('ends with a manifest of which the question still holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.object({ maxDepth: 4 }), fc.nat(3), async (spec, depth) => {
      const holds = (value: unknown, left: number): boolean =>
        left === 0 || (isObject(value) && Object.values(value).some((child) => holds(child, left - 1)));
      const manifest = { apiVersion: 'v1', kind: 'Pod', spec };
      if (!holds(manifest, depth + 1)) return;
      const smallest = await shrink(manifest, (smaller) => Promise.resolve(holds(smaller, depth + 1)));
      expect(holds(smallest, depth + 1)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

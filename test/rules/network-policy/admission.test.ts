import fc from 'fast-check';
import { setObject } from '../../../lib/graph/set-object';
import { workloadOf } from '../../../lib/graph/workload';
import type { NetworkPolicyPort } from '../../../lib/kubernetes/api';
import { isForPort } from '../../../lib/rules/network-policy/admission';

const object = setObject(
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }] },
  },
  { document: { manifest: undefined }, prefix: '' },
);
const workload = object && workloadOf(object);
if (object === undefined || workload === undefined) throw new Error('a Pod has pods');

function lets(ports: readonly NetworkPolicyPort[] | undefined, number: number, protocol = 'TCP'): boolean {
  const rule = ports === undefined ? {} : { ports };
  return isForPort({ policy: object as never, rule, field: 'spec.ingress[0]' }, { number, protocol }, workload!);
}

test('a rule without ports is for every port', () => {
  expect(lets(undefined, 1)).toBe(true);
  expect(lets([], 65535, 'UDP')).toBe(true);
});

test('a number is that port, of TCP where nothing is said', () => {
  expect(lets([{ port: 8080 }], 8080)).toBe(true);
  expect(lets([{ port: 8080 }], 8080, 'UDP')).toBe(false);
  expect(lets([{ port: 8080, protocol: 'UDP' }], 8080, 'UDP')).toBe(true);
});

test('a range is every port between its ends', () => {
  const port = fc.integer({ min: 1, max: 65535 });
  fc.assert(
    fc.property(port, port, port, (a, b, asked) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      expect(lets([{ port: first, endPort: last }], asked)).toBe(asked >= first && asked <= last);
    }),
  );
});

test('a name is the port of the container that is called so', () => {
  expect(lets([{ port: 'http' }], 8080)).toBe(true);
  expect(lets([{ port: 'http' }], 80)).toBe(false);
  expect(lets([{ port: 'metrics' }], 8080)).toBe(false);
});

test('one of several ports is enough', () => {
  expect(lets([{ port: 443 }, { port: 8080 }], 8080)).toBe(true);
});

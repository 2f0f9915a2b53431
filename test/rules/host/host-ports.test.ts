import fc from 'fast-check';
import { setObject } from '../../../lib/graph/set-object';
import { workloadOf, type Workload } from '../../../lib/graph/workload';
import { areOneHostPort, HostPortIndex, hostPortsOf } from '../../../lib/rules/host/host-ports';
import { areApart, covers, nodeChoiceOf, type NodeChoice } from '../../../lib/rules/host/node-choice';

const address = fc.constantFrom('', '0.0.0.0', '::', '192.0.2.1', '192.0.2.2', '2001:db8::1');
const ports = fc.array(
  fc.record({
    containerPort: fc.integer({ min: 79, max: 81 }),
    hostPort: fc.option(fc.integer({ min: 79, max: 81 }), { nil: undefined }),
    protocol: fc.constantFrom('TCP', 'UDP', undefined),
    hostIP: address,
  }),
  { maxLength: 3 },
);

function pod(spec: object): Workload {
  const object = setObject(
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec },
    { document: { manifest: undefined }, prefix: '' },
  );
  const workload = object && workloadOf(object);
  if (workload === undefined) throw new Error('a Pod has pods');
  return workload;
}

const listening = (list: readonly object[], hostNetwork = false): Workload =>
  pod({ hostNetwork, containers: [{ name: 'main', ports: list }] });

describe('ports of the node', () => {
  test('a pod takes those that it asks for, and on the host network all of its own', () => {
    fc.assert(
      fc.property(ports, (list) => {
        const asked = list.filter(({ hostPort }) => hostPort !== undefined);
        expect(hostPortsOf(listening(list)).map(({ number }) => number)).toEqual(asked.map(({ hostPort }) => hostPort));
        const own = list.map(({ hostPort, containerPort }) => hostPort ?? containerPort);
        expect(hostPortsOf(listening(list, true)).map(({ number }) => number)).toEqual(own);
      }),
    );
  });

  test('the index finds what a comparison with each finds', () => {
    fc.assert(
      fc.property(ports, ports, (before, after) => {
        const taken = hostPortsOf(listening(before));
        const index = new HostPortIndex();
        for (const port of taken) index.add(port);
        for (const port of hostPortsOf(listening(after))) {
          expect([...index.clashesOf(port)]).toEqual(taken.filter((other) => areOneHostPort(port, other)));
        }
      }),
    );
  });

  test('who collides with another, the other collides with it; each with itself', () => {
    fc.assert(
      fc.property(ports, ports, (one, other) => {
        for (const a of hostPortsOf(listening(one))) {
          expect(areOneHostPort(a, a)).toBe(true);
          for (const b of hostPortsOf(listening(other))) expect(areOneHostPort(a, b)).toBe(areOneHostPort(b, a));
        }
      }),
    );
  });

  test('every address of the node is each of them, and two different ones are not', () => {
    const at = (hostIP: string): Workload => listening([{ containerPort: 80, hostPort: 80, hostIP }]);
    const clash = (a: string, b: string): boolean => {
      const [one] = hostPortsOf(at(a));
      const [other] = hostPortsOf(at(b));
      return one !== undefined && other !== undefined && areOneHostPort(one, other);
    };
    expect(clash('', '192.0.2.1')).toBe(true);
    expect(clash('0.0.0.0', '192.0.2.1')).toBe(true);
    expect(clash('192.0.2.1', '192.0.2.2')).toBe(false);
    expect(clash('2001:db8::1', '2001:db8:0:0::1')).toBe(true);
  });
});

describe('nodes that are chosen', () => {
  const label = fc.dictionary(fc.constantFrom('role', 'zone'), fc.constantFrom('a', 'b'));
  const choice = label.map((nodeSelector): NodeChoice =>
    nodeChoiceOf(pod({ nodeSelector, containers: [{ name: 'main' }] })),
  );
  const node = fc.record({ role: fc.constantFrom('a', 'b', 'c'), zone: fc.constantFrom('a', 'b', 'c') });
  const allows = ({ labels }: NodeChoice, given: Readonly<Record<string, string>>): boolean =>
    [...labels].every(([key, values]) => values.has(given[key] ?? ''));

  test('no node is in two choices that are apart', () => {
    fc.assert(
      fc.property(choice, choice, node, (one, other, given) => {
        expect(areApart(one, other)).toBe(areApart(other, one));
        if (areApart(one, other)) expect(allows(one, given) && allows(other, given)).toBe(false);
      }),
    );
  });

  test('a choice that covers another has all of its nodes', () => {
    fc.assert(
      fc.property(choice, choice, node, (outer, inner, given) => {
        if (covers(outer, inner) && allows(inner, given)) expect(allows(outer, given)).toBe(true);
      }),
    );
  });
});

import { check } from './refusals';

describe('A Lease', () => {
  check(
    [
      ['may be empty', {}, []],
      ['lasts', { leaseDurationSeconds: 0 }, ['spec.leaseDurationSeconds Invalid']],
      ['counts its transitions', { leaseTransitions: -1 }, ['spec.leaseTransitions Invalid']],
      ['begins to count at none', { leaseTransitions: 0 }, []],
      ['has a strategy that is dropped', { strategy: 'x' }, { '1.27': ['spec.strategy Decode'], '1.31': [] }],
    ],
    (spec) => ({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'leader' }, spec }),
  );
});

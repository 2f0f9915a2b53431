import { check } from './refusals';

function budget(spec: object, metadata: object = { name: 'web' }): object {
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec };
}

describe('A PodDisruptionBudget', () => {
  const mark = 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match';
  check(
    [
      ['may be empty', {}, []],
      ['says how many stay', { minAvailable: 1 }, []],
      ['or may go', { maxUnavailable: '100%' }, []],
      ['not both', { minAvailable: 1, maxUnavailable: 1 }, ['spec Invalid']],
      ['as a number', { minAvailable: -1 }, ['spec.minAvailable Invalid']],
      ['or a percentage', { minAvailable: '1' }, ['spec.minAvailable Invalid']],
      ['without a sign', { maxUnavailable: '-1%' }, ['spec.maxUnavailable Invalid']],
      ['or a point', { maxUnavailable: '1.5%' }, ['spec.maxUnavailable Invalid']],
      ['up to 100', { maxUnavailable: '101%' }, ['spec.maxUnavailable Invalid']],
      [
        'selects soundly',
        { selector: { matchExpressions: [{ key: 'a', operator: 'x' }] } },
        ['spec.selector.matchExpressions[0].operator Invalid'],
      ],
      ['has a mark of the server taken out', { selector: { matchExpressions: [{ key: mark, operator: 'x' }] } }, []],
      [
        'evicts unhealthy pods by one of two policies',
        { unhealthyPodEvictionPolicy: '' },
        ['spec.unhealthyPodEvictionPolicy NotSupported'],
      ],
    ],
    budget,
  );
});

describe('The metadata of a PodDisruptionBudget', () => {
  check(
    [
      ['has any name that can stand in a URL', { name: 'Web_1' }, []],
      ['which is looked at last', { name: 'a/b', spec: { minAvailable: -1 } }, ['spec.minAvailable Invalid']],
      ['if nothing else is wrong', { name: 'a/b' }, ['metadata.name Invalid']],
    ],
    ({ name, spec }: { name?: string; spec?: object }) => budget(spec ?? {}, { name }),
  );
});

import { check } from '../refusals';
import { checkAt, checkContainers, containerWith, podWith } from './container-cases';

const rule = { action: 'Restart', exitCodes: { operator: 'In', values: [42] } };
const rules = (count: number): object[] => Array.from({ length: count }, () => rule);
/** Unknown to 1.27, refused up to 1.33 and dropped in 1.34. */
const policySince135 = (...refused: string[]): Record<string, readonly string[]> => ({
  '1.27': ['restartPolicy Decode'],
  '1.28': ['restartPolicy Forbidden'],
  '1.34': [],
  '1.35': refused,
});
const unknownRules = ['restartPolicyRules Decode'];
const unknownBoth = { '1.27': ['restartPolicy Decode', ...unknownRules], '1.28': unknownRules, '1.34': [] };

describe('The restart policy of a container', () => {
  checkContainers([
    ['is its own since 1.35', { restartPolicy: 'Never' }, policySince135()],
    ['one of three', { restartPolicy: 'never' }, policySince135('restartPolicy NotSupported')],
    [
      'is given where there are rules',
      { restartPolicyRules: [rule] },
      { '1.27': unknownRules, '1.34': [], '1.35': ['restartPolicy Required'] },
    ],
    ['has rules', { restartPolicy: 'Never', restartPolicyRules: [rule] }, { ...unknownBoth, '1.35': [] }],
    [
      'with an action and exit codes',
      { restartPolicy: 'Never', restartPolicyRules: [{}, { ...rule, exitCodes: {} }] },
      {
        ...unknownBoth,
        '1.35': [
          'restartPolicyRules[0].action NotSupported',
          'restartPolicyRules[0].exitCodes Required',
          'restartPolicyRules[1].exitCodes.operator NotSupported',
        ],
      },
    ],
    [
      'which may restart all containers since 1.36',
      { restartPolicy: 'Never', restartPolicyRules: [{ ...rule, action: 'RestartAllContainers' }] },
      { ...unknownBoth, '1.35': ['restartPolicyRules[0].action NotSupported'], '1.36': [] },
    ],
    [
      'at most 20',
      { restartPolicy: 'Never', restartPolicyRules: rules(21) },
      { ...unknownBoth, '1.35': ['restartPolicyRules TooLong'], '1.36': ['restartPolicyRules TooMany'] },
    ],
  ]);
});

describe('The restart policy of an init container', () => {
  checkAt(
    'spec.initContainers[0]',
    [
      ['is Always since 1.29', { restartPolicy: 'Always' }, { '1.27': ['restartPolicy Decode'], '1.28': [] }],
      [
        'or anything since 1.35',
        { restartPolicy: 'OnFailure' },
        { '1.27': ['restartPolicy Decode'], '1.28': [], '1.29': ['restartPolicy NotSupported'], '1.34': [] },
      ],
      [
        'has rules since 1.35, and beside the others since 1.36',
        { restartPolicy: 'Always', restartPolicyRules: [rule] },
        { ...unknownBoth, '1.35': ['restartPolicyRules Forbidden'], '1.36': [] },
      ],
      [
        'is given where there are rules, which then are not looked at',
        { restartPolicyRules: [{}] },
        { '1.27': unknownRules, '1.34': [], '1.35': ['restartPolicy Required'] },
      ],
    ],
    (fields) => podWith({ initContainers: [containerWith({ name: 'init', ...fields })] }),
  );
});

const resizing = (...policies: object[]): object[] => [containerWith({ resizePolicy: policies })];
const restarting = { resourceName: 'cpu', restartPolicy: 'RestartContainer' };

describe('How a container takes a new amount', () => {
  check(
    [
      [
        'is said of cpu and memory',
        { containers: resizing(restarting, { ...restarting, resourceName: 'memory' }) },
        [],
      ],
      [
        'once',
        { containers: resizing(restarting, restarting) },
        { '1.27': [], '1.33': ['spec.containers[0].resizePolicy[1] Duplicate'] },
      ],
      [
        'in full, which is asked of the list',
        { containers: resizing({}) },
        { '1.27': [], '1.33': ['spec.containers[0].resizePolicy Required'] },
      ],
      [
        'in known words',
        { containers: resizing({ resourceName: 'storage', restartPolicy: 'Restart' }) },
        { '1.27': [], '1.33': ['spec.containers[0].resizePolicy NotSupported'] },
      ],
      [
        'restarts it only where containers are restarted',
        { restartPolicy: 'Never', containers: resizing(restarting) },
        { '1.27': [], '1.33': ['spec.containers[0].resizePolicy Invalid'] },
      ],
      [
        'and, since 1.36, where it is no step on the way to the others',
        { initContainers: [containerWith({ name: 'init', resizePolicy: [restarting] })] },
        { '1.27': [], '1.36': ['spec.initContainers[0].resizePolicy[0].restartPolicy Invalid'] },
      ],
    ],
    podWith,
  );
});

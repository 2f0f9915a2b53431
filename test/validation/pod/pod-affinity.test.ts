import { check, deploymentOf, podWith, type Case } from './refusals';

const withLabels = (labels: object, pod: object): object => ({ ...pod, metadata: { name: 'app', labels } });

describe('Pod affinity', () => {
  const path = 'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]';
  const topologyKey = 'kubernetes.io/hostname';
  const labelSelector = { matchLabels: { a: 'b' } };
  const term = (written: object): object => ({
    affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, ...written }] } },
  });
  const refused = (field: string, type: string): string[] => [`${path}${field} ${type}`];
  const cases: Case[] = [
    [
      'has a topology key',
      term({ topologyKey: '' }),
      [...refused('.topologyKey', 'FieldValueRequired'), ...refused('.topologyKey', 'FieldValueInvalid')],
    ],
    ['of the form of a label', term({ topologyKey: 'a/b/c' }), refused('.topologyKey', 'FieldValueInvalid')],
    ['names namespaces', term({ namespaces: ['a.b'] }), refused('.namespace', 'FieldValueInvalid')],
    [
      'selects pods',
      term({ labelSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
      refused('.labelSelector.matchExpressions[0].values', 'FieldValueRequired'),
    ],
    [
      'selects namespaces',
      term({ namespaceSelector: { matchLabels: { a: '-' } } }),
      refused('.namespaceSelector.matchLabels', 'FieldValueInvalid'),
    ],
    [
      'takes keys of labels to a selector, since 1.31',
      term({ matchLabelKeys: ['a'], mismatchLabelKeys: ['b'] }),
      {
        '1.30': [],
        '1.33': [
          ...refused('.matchLabelKeys', 'FieldValueForbidden'),
          ...refused('.mismatchLabelKeys', 'FieldValueForbidden'),
        ],
      },
    ],
    [
      'takes sound keys',
      term({ labelSelector, mismatchLabelKeys: ['-'] }),
      { '1.30': [], '1.37': refused('.mismatchLabelKeys[0]', 'FieldValueInvalid') },
    ],
    [
      'takes a key once',
      term({ labelSelector, matchLabelKeys: ['x'], mismatchLabelKeys: ['y', 'x'] }),
      { '1.33': refused('.matchLabelKeys[0]', 'FieldValueInvalid') },
    ],
    [
      'has weights from 1 to 100 where it is preferred',
      {
        affinity: {
          podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 101, podAffinityTerm: {} }] },
        },
      },
      [
        'weight FieldValueInvalid',
        'podAffinityTerm.topologyKey FieldValueInvalid',
        'podAffinityTerm.topologyKey FieldValueRequired',
      ].map((line) => `spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].${line}`),
    ],
  ];
  check(cases, podWith);

  const both = term({ labelSelector, matchLabelKeys: ['x', 'a'] });
  check(
    [
      [
        'in a Pod takes the values of its labels, and so no key that is selected',
        both,
        { '1.33': refused('[1]', 'FieldValueInvalid') },
      ],
    ],
    (spec) => withLabels({ a: 'b' }, podWith(spec)),
  );
  check([['in a Pod without the label does not', both, { '1.33': [] }]], podWith);
  check([['in a template does not', both, { '1.33': [] }]], deploymentOf);
  check(
    [
      [
        'in a Pod takes values as they are',
        term({ labelSelector, mismatchLabelKeys: ['x'] }),
        {
          '1.33': [
            'metadata.labels FieldValueInvalid',
            ...refused('.labelSelector.matchExpressions[0].values[0]', 'FieldValueInvalid'),
          ],
        },
      ],
    ],
    (spec) => withLabels({ x: '-' }, podWith(spec)),
  );
});

describe('Topology spread constraints', () => {
  const sound = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' };
  const constraints = (...topologySpreadConstraints: unknown[]): object => ({ topologySpreadConstraints });
  const refused = (field: string, type: string, position = 0): string =>
    `spec.topologySpreadConstraints[${position}].${field} ${type}`;
  const labelSelector = { matchLabels: { a: 'b' } };
  check(
    [
      [
        'are sound',
        constraints({ ...sound, minDomains: 1, nodeAffinityPolicy: 'Ignore', nodeTaintsPolicy: 'Honor' }),
        [],
      ],
      [
        'are whole',
        constraints(null),
        [
          refused('maxSkew', 'FieldValueInvalid'),
          refused('topologyKey', 'FieldValueRequired'),
          refused('whenUnsatisfiable', 'FieldValueNotSupported'),
        ],
      ],
      [
        'differ',
        constraints(sound, { ...sound, maxSkew: 2 }),
        [refused('{topologyKey, whenUnsatisfiable}', 'FieldValueDuplicate')],
      ],
      ['have domains', constraints({ ...sound, minDomains: 0 }), [refused('minDomains', 'FieldValueInvalid')]],
      [
        'have domains for DoNotSchedule',
        constraints({ ...sound, whenUnsatisfiable: 'ScheduleAnyway', minDomains: 1 }),
        [refused('minDomains', 'FieldValueInvalid')],
      ],
      [
        'have known policies',
        constraints({ ...sound, nodeAffinityPolicy: '', nodeTaintsPolicy: 'x' }),
        [
          refused('nodeAffinityPolicy', 'FieldValueNotSupported'),
          refused('nodeTaintsPolicy', 'FieldValueNotSupported'),
        ],
      ],
      [
        'have a sound selector',
        constraints({ ...sound, labelSelector: { matchLabels: { a: '-' } } }),
        [refused('labelSelector.matchLabels', 'FieldValueInvalid')],
      ],
      [
        'take keys of labels to a selector',
        constraints({ ...sound, matchLabelKeys: ['a'] }),
        [refused('matchLabelKeys', 'FieldValueForbidden')],
      ],
      [
        'look at keys without a selector too, up to 1.33',
        constraints({ ...sound, matchLabelKeys: ['-'] }),
        {
          '1.33': [refused('matchLabelKeys', 'FieldValueForbidden'), refused('matchLabelKeys[0]', 'FieldValueInvalid')],
          '1.36': [refused('matchLabelKeys', 'FieldValueForbidden')],
        },
      ],
    ],
    podWith,
  );
  const repeated = constraints({ ...sound, labelSelector, matchLabelKeys: ['a'] });
  const older = [refused('matchLabelKeys[0]', 'FieldValueInvalid')];
  check([['take no key that is selected', repeated, { '1.28': older, '1.33': older, '1.36': [] }]], podWith);
  const at = 'spec.topologySpreadConstraints[0][0] FieldValueInvalid';
  check([['since 1.34 only where the Pod has it', repeated, { '1.36': [at], '1.37': [at] }]], (spec) =>
    withLabels({ a: 'b' }, podWith(spec)),
  );
});

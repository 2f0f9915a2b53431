import { check, deploymentOf, podWith, releases } from './refusals';

describe('Tolerations', () => {
  const refused = (field: string, type: string): string[] => [`spec.tolerations[0].${field} ${type}`];
  check(
    [
      ['of a key and value', { key: 'example.com/a', value: 'b', effect: 'NoSchedule' }, []],
      ['of everything', { operator: 'Exists' }, []],
      ['of every value', { key: 'a', operator: 'Exists', tolerationSeconds: 0, effect: 'NoExecute' }, []],
      ['need a key or Exists', { value: 'a' }, refused('operator', 'FieldValueInvalid')],
      ['have a qualified name', { key: 'a/b/c', operator: 'Exists' }, refused('key', 'FieldValueInvalid')],
      [
        'have a label value, reported at the operator',
        { key: 'a', value: '-' },
        refused('operator', 'FieldValueInvalid'),
      ],
      ['have no value with Exists', { operator: 'Exists', value: 'a' }, refused('operator', 'FieldValueInvalid')],
      [
        'do not compare numbers yet',
        { key: 'a', operator: 'Gt', value: '1' },
        refused('operator', 'FieldValueNotSupported'),
      ],
      ['know three effects', { operator: 'Exists', effect: 'x' }, refused('effect', 'FieldValueNotSupported')],
      [
        'end in time for NoExecute',
        { operator: 'Exists', tolerationSeconds: 1 },
        refused('effect', 'FieldValueInvalid'),
      ],
    ],
    (toleration) => podWith({ tolerations: [toleration] }),
  );
});

describe('Node selection', () => {
  const required = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
  const terms = (...nodeSelectorTerms: unknown[]): object => ({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
  });
  const expression = (written: object): object => terms({ matchExpressions: [{ key: 'a', ...written }] });
  const field = (written: object): object => terms({ matchFields: [{ key: 'metadata.name', ...written }] });
  const inExpression = (name: string, type: string): string[] => [`${required}[0].matchExpressions[0].${name} ${type}`];
  const inField = (name: string, type: string): string[] => [`${required}[0].matchFields[0].${name} ${type}`];
  const preferred = 'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]';
  check(
    [
      ['nodeName is a name', { nodeName: 'A' }, ['spec.nodeName FieldValueInvalid']],
      ['nodeSelector holds labels', { nodeSelector: { '-': 'a', b: '-' } }, ['spec.nodeSelector FieldValueInvalid']],
      ['required affinity has terms', terms(), [`${required} FieldValueRequired`]],
      ['which may be empty', terms(null, {}), []],
      ['In lists values', expression({ operator: 'In' }), inExpression('values', 'FieldValueRequired')],
      [
        'Exists lists none',
        expression({ operator: 'Exists', values: ['a'] }),
        inExpression('values', 'FieldValueForbidden'),
      ],
      [
        'Gt has one value',
        expression({ operator: 'Gt', values: ['1', '2'] }),
        inExpression('values', 'FieldValueRequired'),
      ],
      ['which need not be a number', expression({ operator: 'Lt', values: ['a'] }), []],
      ['operators are known', expression({}), inExpression('operator', 'FieldValueInvalid')],
      [
        'keys are qualified names',
        expression({ key: '', operator: 'Exists' }),
        inExpression('key', 'FieldValueInvalid'),
      ],
      [
        'values are label values since 1.33',
        expression({ operator: 'In', values: ['a', '-'] }),
        { '1.30': [], '1.33': inExpression('values[1]', 'FieldValueInvalid') },
      ],
      ['fields are compared with In', field({ operator: 'Exists' }), inField('operator', 'FieldValueInvalid')],
      ['fields have one value', field({ operator: 'NotIn' }), inField('values', 'FieldValueRequired')],
      [
        'fields: the name of a node',
        field({ operator: 'In', values: ['A'] }),
        inField('values[0]', 'FieldValueInvalid'),
      ],
      [
        'fields: no other',
        field({ key: 'metadata.uid', operator: 'In', values: ['A'] }),
        inField('key', 'FieldValueInvalid'),
      ],
      [
        'preferred affinity has weights from 1 to 100, and any values',
        {
          affinity: {
            nodeAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                { preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] } },
              ],
            },
          },
        },
        [`${preferred}.weight FieldValueInvalid`],
      ],
      [
        'preferred affinity has sound terms',
        {
          affinity: {
            nodeAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                { weight: 100, preference: { matchExpressions: [{ key: 'a' }] } },
              ],
            },
          },
        },
        [`${preferred}.preference.matchExpressions[0].operator FieldValueInvalid`],
      ],
    ],
    podWith,
  );
});

describe('Gates and priority', () => {
  check(
    [
      [
        'readiness gates are qualified names',
        { readinessGates: [{ conditionType: 'example.com/ready' }, {}] },
        ['spec.readinessGates[1].conditionType FieldValueInvalid'],
      ],
      [
        'scheduling gates too, and once each',
        { schedulingGates: [{ name: 'a' }, { name: 'a' }, { name: '-' }] },
        ['spec.schedulingGates[1] FieldValueDuplicate', 'spec.schedulingGates[2] FieldValueInvalid'],
      ],
      [
        'a gated pod has no node',
        { schedulingGates: [{ name: 'a' }], nodeName: 'node' },
        ['spec.nodeName FieldValueForbidden'],
      ],
    ],
    podWith,
  );
  const inTemplate = (field: string, type: string): string[] => [`spec.template.spec.${field} ${type}`];
  check(
    [
      ['a gated template may have a node', { schedulingGates: [{ name: 'a' }], nodeName: 'node' }, []],
      ['priority classes are names', { priorityClassName: 'A' }, inTemplate('priorityClassName', 'FieldValueInvalid')],
      ['preemption is known', { preemptionPolicy: 'x' }, inTemplate('preemptionPolicy', 'FieldValueNotSupported')],
      ['preemption is not empty', { preemptionPolicy: '' }, inTemplate('preemptionPolicy', 'FieldValueRequired')],
    ],
    deploymentOf,
  );
});

describe('Fields whose feature gate is off', () => {
  check(
    [
      ['schedulingGroup', { schedulingGroup: { podGroupName: '-' } }, { '1.36': [], '1.37': [] }],
      ['workloadRef', { workloadRef: { name: '-', podGroup: '-' } }, { '1.35': [] }],
      ['evictionResponders', { evictionResponders: [{ name: '-', priority: -1 }] }, { '1.37': [] }],
      [
        'resourceClaims, on since 1.34',
        { resourceClaims: [{ name: '-' }] },
        Object.fromEntries(releases.filter((one) => one < '1.34').map((one) => [one, []])),
      ],
    ],
    podWith,
  );
});

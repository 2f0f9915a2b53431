import { check, templateWith } from '../pod/refusals';

const selector = { matchLabels: { app: 'app' } };
const deploymentWith = (spec: object): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app' },
  spec: { selector, template: templateWith({}), ...spec },
});
const refused = (field: string, type = 'FieldValueInvalid'): string => `spec.${field} ${type}`;
const mismatch = refused('template.metadata.labels');

describe('The selector of a Deployment', () => {
  const unsound = templateWith({ dnsPolicy: 'x' });
  check(
    [
      ['is there', { selector: null }, [refused('selector', 'FieldValueRequired'), mismatch]],
      ['asks for something', { selector: {} }, [refused('selector')]],
      ['matches the template', { selector: { matchLabels: { app: 'other' } } }, [mismatch]],
      [
        'matches by expressions too',
        {
          selector: {
            matchExpressions: [
              { key: 'app', operator: 'NotIn', values: ['b'] },
              { key: 'c', operator: 'DoesNotExist' },
            ],
          },
        },
        [],
      ],
      [
        'does not match by any of them',
        { selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['app'] }] } },
        [mismatch],
      ],
      [
        'may be held against a template without labels',
        { template: { spec: {} } },
        [mismatch, refused('template.spec.containers', 'FieldValueRequired')],
      ],
      [
        'is well formed, or the template is not looked at',
        { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] }, template: unsound },
        [refused('selector'), refused('selector.matchExpressions[0].values', 'FieldValueRequired')],
      ],
      [
        'has label values, or the template is not looked at',
        { selector: { matchLabels: { app: '-' } }, template: unsound },
        [refused('selector'), refused('selector.matchLabels')],
      ],
    ],
    deploymentWith,
  );
});

describe('The template of a Deployment', () => {
  check(
    [
      [
        'always restarts',
        { restartPolicy: 'Never' },
        [refused('template.spec.restartPolicy', 'FieldValueNotSupported')],
      ],
      [
        'has no deadline',
        { activeDeadlineSeconds: 1 },
        [refused('template.spec.activeDeadlineSeconds', 'FieldValueForbidden')],
      ],
      ['is sound', { dnsPolicy: 'x' }, [refused('template.spec.dnsPolicy', 'FieldValueNotSupported')]],
    ],
    (spec) => deploymentWith({ template: templateWith(spec) }),
  );
  check(
    [
      [
        'has sound labels, reported beside the metadata',
        { labels: { app: 'app', '-': 'a' } },
        [refused('template.labels')],
      ],
      ['has any other metadata', { labels: { app: 'app' }, name: '-', finalizers: ['-'] }, []],
    ],
    (metadata) => deploymentWith({ template: { ...templateWith({}), metadata } }),
  );
});

describe('The strategy of a Deployment', () => {
  const rolling = (rollingUpdate: object): object => ({ strategy: { type: 'RollingUpdate', rollingUpdate } });
  const maxUnavailable = refused('strategy.rollingUpdate.maxUnavailable');
  const maxSurge = refused('strategy.rollingUpdate.maxSurge');
  check(
    [
      ['is a rolling update unless told otherwise', { strategy: { rollingUpdate: { maxSurge: 1 } } }, []],
      ['is known', { strategy: { type: 'x' } }, [refused('strategy', 'FieldValueNotSupported')]],
      [
        'Recreate has no settings',
        { strategy: { type: 'Recreate', rollingUpdate: {} } },
        [refused('strategy.rollingUpdate', 'FieldValueForbidden')],
      ],
      ['takes numbers and percentages', rolling({ maxUnavailable: 0, maxSurge: '200%' }), []],
      ['takes none below zero', rolling({ maxUnavailable: -1, maxSurge: '-1%' }), [maxUnavailable, maxSurge]],
      ['moves something', rolling({ maxUnavailable: '0%', maxSurge: 0 }), [maxUnavailable]],
      [
        'moves nothing by a text that is no number',
        rolling({ maxUnavailable: 'a', maxSurge: '-5%' }),
        [maxUnavailable, maxSurge],
      ],
      [
        'moves something by a number in a text, which is refused',
        rolling({ maxUnavailable: 0, maxSurge: '5' }),
        [maxSurge],
      ],
      ['leaves at most none', rolling({ maxUnavailable: '101%' }), [maxUnavailable]],
      ['leaves at most none, in any notation', rolling({ maxUnavailable: '00100%' }), []],
    ],
    deploymentWith,
  );
});

describe('The numbers of a Deployment', () => {
  check(
    [
      [
        'are not negative',
        { replicas: -1, minReadySeconds: -1, revisionHistoryLimit: -1, progressDeadlineSeconds: -1 },
        ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'].map((field) =>
          refused(field),
        ),
      ],
      [
        'leave time for progress',
        { minReadySeconds: 5, progressDeadlineSeconds: 5 },
        [refused('progressDeadlineSeconds')],
      ],
      ['leave ten minutes by default', { minReadySeconds: 600 }, [refused('progressDeadlineSeconds')]],
    ],
    deploymentWith,
  );
});

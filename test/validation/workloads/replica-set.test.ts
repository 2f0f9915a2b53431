import { check, templateWith } from '../pod/refusals';

const refused = (field: string, type = 'FieldValueInvalid'): string => `spec.${field} ${type}`;

describe('A ReplicaSet', () => {
  check(
    [
      ['is sound', {}, []],
      [
        'has a selector',
        { selector: undefined },
        [refused('selector', 'FieldValueRequired'), refused('template.metadata.labels')],
      ],
      ['selects its pods', { selector: { matchLabels: { a: 'b' } } }, [refused('template.metadata.labels')]],
      ['selects something', { selector: { matchLabels: {} } }, [refused('selector')]],
      ['counts from zero', { replicas: -1, minReadySeconds: -1 }, [refused('replicas'), refused('minReadySeconds')]],
      [
        'has pods that run for good',
        { template: templateWith({ restartPolicy: 'OnFailure', activeDeadlineSeconds: 1 }) },
        [
          refused('template.spec.restartPolicy', 'FieldValueNotSupported'),
          refused('template.spec.activeDeadlineSeconds', 'FieldValueForbidden'),
        ],
      ],
    ],
    (spec) => ({
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { name: 'app' },
      spec: { selector: { matchLabels: { app: 'app' } }, template: templateWith({}), ...spec },
    }),
  );
});

import { check, templateWith } from '../pod/refusals';

const refused = (field: string, type = 'FieldValueInvalid'): string => `${field} ${type}`;
const required = (field: string): string => refused(field, 'FieldValueRequired');
const labelled = (labels: object): object => ({ ...templateWith({}), metadata: { labels } });

describe('A ReplicationController', () => {
  check(
    [
      ['selects its pods by the labels of their template', {}, []],
      ['may have a selector', { selector: { app: 'app' } }, []],
      ['selects its pods', { selector: { app: 'other' } }, [refused('spec.template.metadata.labels')]],
      ['has a selector or labels', { template: labelled({}) }, [required('spec.selector')]],
      ['has a template', { selector: { app: 'app' }, template: null }, [required('spec.template')]],
      ['has both', { template: undefined }, [required('spec.selector'), required('spec.template')]],
      [
        'takes over the labels of the template',
        { template: labelled({ app: 'a b' }) },
        [refused('metadata.labels'), refused('spec.template.labels')],
      ],
      [
        'counts from zero',
        { replicas: -1, minReadySeconds: -1 },
        [refused('spec.replicas'), refused('spec.minReadySeconds')],
      ],
      ['has containers', { template: templateWith({ containers: [] }) }, [required('spec.template.spec.containers')]],
      [
        'has pods that run for good',
        { template: templateWith({ restartPolicy: 'OnFailure', activeDeadlineSeconds: 1 }) },
        [
          refused('spec.template.spec.restartPolicy', 'FieldValueNotSupported'),
          refused('spec.template.spec.activeDeadlineSeconds', 'FieldValueForbidden'),
        ],
      ],
    ],
    (spec) => ({
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: 'app' },
      spec: { template: templateWith({}), ...spec },
    }),
  );
});

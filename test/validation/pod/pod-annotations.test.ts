import { check, deploymentOf, podWith } from './refusals';

describe('Annotations that the server reads', () => {
  const mirror = 'kubernetes.io/config.mirror';
  const cost = 'controller.kubernetes.io/pod-deletion-cost';
  const tolerations = 'scheduler.alpha.kubernetes.io/tolerations';
  const ofCost = [`metadata.annotations[${cost}] FieldValueInvalid`];
  const annotated = (annotations: object): object => ({ ...podWith({}), metadata: { name: 'app', annotations } });
  check(
    [
      ['a mirror pod has a node', { [mirror]: 'a' }, [`metadata.annotations[${mirror}] FieldValueInvalid`]],
      ['the deletion cost is a number', { [cost]: '-2147483648' }, []],
      ['without a plus', { [cost]: '+1' }, ofCost],
      ['without leading zeros', { [cost]: '01' }, ofCost],
      ['of 32 bits', { [cost]: '2147483648' }, ofCost],
      ['and not empty', { [cost]: '' }, ofCost],
      ['tolerations are a JSON list', { [tolerations]: '{}' }, ['metadata.annotations FieldValueInvalid']],
      ['of JSON', { [tolerations]: '[' }, ['metadata.annotations FieldValueInvalid']],
      ['of objects', { [tolerations]: '[1]' }, ['metadata.annotations FieldValueInvalid']],
      ['with texts', { [tolerations]: '[{"key":1}]' }, ['metadata.annotations FieldValueInvalid']],
      ['or nothing', { [tolerations]: 'null' }, []],
      [
        'and read like others',
        { [tolerations]: '[{"KEY":"a","operator":"Exists"},{"effect":"x"}]' },
        ['operator FieldValueInvalid', 'effect FieldValueNotSupported'].map(
          (line) => `metadata.annotations.${tolerations}[1].${line}`,
        ),
      ],
    ],
    annotated,
  );
  check(
    [
      [
        'in templates too, reported beside the metadata',
        { [cost]: 'x', '-': '' },
        [`spec.template.annotations[${cost}] FieldValueInvalid`, 'spec.template.annotations FieldValueInvalid'],
      ],
    ],
    (annotations) => {
      const deployment = deploymentOf({}) as { spec: { template: object } };
      const template = { ...deployment.spec.template, metadata: { labels: { app: 'app' }, annotations } };
      return { ...deployment, spec: { ...deployment.spec, template } };
    },
  );

  const named = (name: string): object => ({
    containers: [{ name, image: 'a', securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }],
  });
  const nameRefused = 'spec.containers[0].name FieldValueInvalid';
  check(
    [
      [
        'releases from 1.30 to 1.33 write them for AppArmor, and find them unsound',
        named('a-'),
        {
          '1.30': ['metadata.annotations FieldValueInvalid', nameRefused],
          '1.33': ['metadata.annotations FieldValueInvalid', nameRefused],
          '1.36': [nameRefused],
        },
      ],
      [
        'but not on Windows',
        { ...named('a-'), os: { name: 'windows' } },
        { '1.33': [nameRefused, 'spec.containers[0].securityContext.appArmorProfile FieldValueForbidden'] },
      ],
    ],
    podWith,
  );
});

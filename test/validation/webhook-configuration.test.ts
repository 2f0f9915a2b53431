import { check, type Case } from './refusals';

const sound = {
  name: 'pods.example.com',
  clientConfig: { service: { name: 'a', namespace: 'b' } },
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
};
const at = (...lines: readonly string[]): readonly string[] => lines.map((line) => `webhooks[0].${line}`);
const service = (more: object): object => ({ clientConfig: { service: { name: 'a', namespace: 'b', ...more } } });
const url = (text: string): object => ({ clientConfig: { url: text } });
const rule = { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };
const rules = (more: object): object => ({ rules: [{ ...rule, ...more }] });

const cases: readonly Case[] = [
  ['is sound', { ...rules({}), ...url('https://a.example.com:443/x') }, []],
  [
    'says what it is',
    { name: '', clientConfig: null, sideEffects: null, admissionReviewVersions: [] },
    at('name Required', 'clientConfig Required', 'sideEffects Required', 'admissionReviewVersions Required'),
  ],
  ['has a name of three parts', { name: 'example.com' }, at('name Invalid')],
  [
    'has known policies',
    { failurePolicy: '', matchPolicy: 'Some', sideEffects: 'Some', timeoutSeconds: 31 },
    at('failurePolicy NotSupported', 'matchPolicy NotSupported', 'sideEffects NotSupported', 'timeoutSeconds Invalid'),
  ],
  [
    'reads a known version',
    { admissionReviewVersions: ['v2', 'V_1', 'v2'] },
    at('admissionReviewVersions[1] Invalid', 'admissionReviewVersions[2] Invalid', 'admissionReviewVersions Invalid'),
  ],
  ['is at one place', { clientConfig: { url: 'https://a', service: {} } }, at('clientConfig Required')],
  ...['http://a', 'a', 'https://', 'https://a?b', 'https://a#b', 'https://u@a', 'https:a'].map((text): Case => [
    `is at no URL like ${text}`,
    url(text),
    at('clientConfig.url Invalid'),
  ]),
  ...['%zz', 'https://a:80x', 'https://a/%zz'].map((text): Case => [
    `is at a URL, not ${text}`,
    url(text),
    at('clientConfig.url Required'),
  ]),
  [
    'is at a service, whose name the server looks for in its namespace',
    service({ name: '' }),
    at('clientConfig.service.namespace Required'),
  ],
  ['is at a port', service({ port: 0 }), at('clientConfig.service.port Invalid')],
  ['is at a path', service({ path: '/a/' }), []],
  ...['a', '/a//b', '/A', '//'].map((path): Case => [
    `is at no path like ${path}`,
    service({ path }),
    at('clientConfig.service.path Invalid'),
  ]),
  [
    'has rules that say something',
    { rules: [{}] },
    at(
      'rules[0].operations Required',
      'rules[0].apiGroups Required',
      'rules[0].apiVersions Required',
      'rules[0].resources Required',
    ),
  ],
  [
    'has rules with everything or something',
    rules({
      operations: ['*', 'create'],
      apiGroups: ['*', ''],
      apiVersions: ['*', ''],
      resources: ['*', 'pods'],
      scope: '',
    }),
    at(
      'rules[0].operations Invalid',
      'rules[0].operations[1] NotSupported',
      'rules[0].apiGroups Invalid',
      'rules[0].apiVersions Invalid',
      'rules[0].apiVersions[1] Required',
      'rules[0].resources Invalid',
      'rules[0].scope NotSupported',
    ),
  ],
  [
    'lists no subresource that is covered',
    rules({ resources: ['pods/*', 'pods/log', '*/scale', 'a/scale'] }),
    at('rules[0].resources[1] Invalid', 'rules[0].resources[3] Invalid'),
  ],
  ['lists what is covered later', rules({ resources: ['pods/log', 'pods/*', '*'] }), []],
  ['lists nothing beside all', rules({ resources: ['*/*', 'pods'] }), at('rules[0].resources Invalid')],
  [
    'has sound conditions',
    {
      matchConditions: [
        { name: 'a', expression: 'true' },
        { name: 'a', expression: '' },
        { name: 'a b', expression: 'true' },
        {},
      ],
    },
    {
      '1.27': [],
      '1.28': at(
        'matchConditions[1].expression Required',
        'matchConditions[1].name Duplicate',
        'matchConditions[2].name Invalid',
        'matchConditions[3].expression Required',
        'matchConditions[3].name Required',
      ),
    },
  ],
];

describe.each(['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'])('A webhook of a %s', (kind) => {
  check(cases, (written) => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind,
    metadata: { name: 'a' },
    webhooks: [{ ...sound, ...written }],
  }));
});

describe('The webhooks of a MutatingWebhookConfiguration', () => {
  check(
    [
      ['have a name each', { name: 'pods.example.com' }, ['webhooks[1].name Duplicate']],
      [
        'may be called again',
        { reinvocationPolicy: 'Often' },
        ['webhooks[1].name Duplicate', 'webhooks[1].reinvocationPolicy NotSupported'],
      ],
    ],
    (written) => ({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: 'a' },
      webhooks: [sound, { ...sound, ...written }],
    }),
  );
});

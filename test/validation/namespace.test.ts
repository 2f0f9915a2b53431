import { check } from './refusals';

function namespace(metadata: object, finalizers?: readonly (string | null)[]): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', ...metadata }, spec: { finalizers } };
}

describe('The name of a Namespace', () => {
  check(
    [
      ['is a label', { name: 'shop.example' }, ['metadata.name Invalid']],
      [
        'and a value of one, which the server makes',
        { name: '-shop' },
        ['metadata.labels Invalid', 'metadata.name Invalid'],
      ],
      ['replaces what is written as that label', { labels: { 'kubernetes.io/metadata.name': '-' } }, []],
      ['may be made by the server', { name: null, generateName: 'shop-' }, []],
    ],
    namespace,
  );
});

describe('The finalizers of a Namespace', () => {
  check(
    [
      ['are standard or have a domain', { finalizers: ['kubernetes', 'orphan', 'example.com/cleanup'] }, []],
      ['and are reported as a whole', { finalizers: ['kubernetes', 'cleanup', null] }, ['spec.finalizers Invalid']],
    ],
    ({ finalizers }: { finalizers?: readonly (string | null)[] }) => namespace({}, finalizers),
  );
});

describe('The labels of a Namespace for Pod Security', () => {
  const labels = (written: object): object =>
    namespace({
      labels: Object.fromEntries(
        Object.entries(written).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value as unknown]),
      ),
    });
  const refused = (key: string): string => `metadata.labels[pod-security.kubernetes.io/${key}] Invalid`;
  check(
    [
      ['name a level', { enforce: 'restricted', audit: 'baseline', warn: 'privileged' }, []],
      ['of three', { enforce: 'Restricted', audit: '', warn: null }, ['enforce', 'audit', 'warn'].map(refused)],
      ['and a version', { 'enforce-version': 'v1.36', 'audit-version': 'latest' }, []],
      [
        'in this form',
        { 'enforce-version': '1.36', 'warn-version': 'v1.036' },
        [refused('enforce-version'), refused('warn-version')],
      ],
      ['that is no astronomic number', { 'enforce-version': `v1.${'9'.repeat(20)}` }, [refused('enforce-version')]],
      ['but are read only where all else is sound', { enforce: 'x', 'a b': '' }, ['metadata.labels Invalid']],
    ],
    labels,
  );
});

import { check } from './refusals';

const rbac = (kind: string, written: object): object => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name: 'system:reader' },
  ...written,
});
const sound = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const urls = { nonResourceURLs: ['/metrics'], verbs: ['get'] };

describe.each(['Role', 'ClusterRole'])('A %s', (kind) => {
  check(
    [
      ['may have no rules', { rules: null }, []],
      ['is for resources', { rules: [sound] }, []],
      ['says what may be done', { rules: [{ ...sound, verbs: [] }] }, ['rules[0].verbs Required']],
      [
        'says to which resources',
        { rules: [{ verbs: ['get'] }] },
        ['rules[0].apiGroups Required', 'rules[0].resources Required'],
      ],
      ['does not read what it is given', { rules: [{ apiGroups: ['?'], resources: ['?'], verbs: ['?'] }] }, []],
      ['does not mix resources and URLs', { rules: [{ ...sound, ...urls }] }, ['rules[0].nonResourceURLs Invalid']],
      [
        'takes an empty rule for one',
        { rules: [null] },
        ['rules[0].apiGroups Required', 'rules[0].resources Required', 'rules[0].verbs Required'],
      ],
    ],
    (written) => rbac(kind, written),
  );
});

describe('Rules for URLs', () => {
  check([['are not for a Role', { rules: [urls] }, ['rules[0].nonResourceURLs Invalid']]], (written) =>
    rbac('Role', written),
  );
  check([['are for a ClusterRole', { rules: [urls] }, []]], (written) => rbac('ClusterRole', written));
});

describe('An aggregated ClusterRole', () => {
  const at = 'aggregationRule.clusterRoleSelectors';
  check(
    [
      ['selects others', { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }, {}] }, []],
      ['at least by one selector', {}, [`${at} Required`]],
      [
        'that is sound, or is refused twice',
        { clusterRoleSelectors: [{ matchLabels: { a: '-' } }] },
        [`${at}[0] Invalid`, `${at}[0].matchLabels Invalid`],
      ],
    ],
    (aggregationRule) => rbac('ClusterRole', { aggregationRule }),
  );
});

describe('The role of a binding', () => {
  const role = { kind: 'ClusterRole', name: 'system:reader' };
  const withRole = (kind: string) => (roleRef: object) => rbac(kind, { roleRef });
  check(
    [
      ['is given by kind and name', role, []],
      ['is needed', {}, ['roleRef.kind NotSupported', 'roleRef.name Required']],
      ['can stand in a URL', { ...role, name: 'a/b' }, ['roleRef.name Invalid']],
      ['is of one group', { ...role, apiGroup: 'rbac' }, ['roleRef.apiGroup NotSupported']],
      ['may be a Role', { ...role, kind: 'Role' }, []],
    ],
    withRole('RoleBinding'),
  );
  check(
    [['in a ClusterRoleBinding is no Role', { ...role, kind: 'Role' }, ['roleRef.kind NotSupported']]],
    withRole('ClusterRoleBinding'),
  );
});

describe('A subject', () => {
  const group = 'rbac.authorization.k8s.io';
  const withSubject = (kind: string) => (subject: object) =>
    rbac(kind, { roleRef: { kind: 'ClusterRole', name: 'reader' }, subjects: [subject] });
  check(
    [
      ['is a user', { kind: 'User', name: 'Ada <ada@example.com>' }, []],
      ['or a group', { kind: 'Group', name: 'system:authenticated', apiGroup: group }, []],
      ['or a service account', { kind: 'ServiceAccount', name: 'app', namespace: 'shop' }, []],
      [
        'with the name of one',
        { kind: 'ServiceAccount', name: 'App', namespace: 'shop' },
        ['subjects[0].name Invalid'],
      ],
      ['and nothing else', { kind: 'Robot' }, ['subjects[0].kind NotSupported', 'subjects[0].name Required']],
      ['users are of one group', { kind: 'User', name: 'ada', apiGroup: 'x' }, ['subjects[0].apiGroup NotSupported']],
      [
        'service accounts of none',
        { kind: 'ServiceAccount', name: 'app', namespace: 'shop', apiGroup: group },
        ['subjects[0].apiGroup NotSupported'],
      ],
    ],
    withSubject('RoleBinding'),
  );
  const homeless = { kind: 'ServiceAccount', name: 'app' };
  check([['is of the same namespace by default', homeless, []]], withSubject('RoleBinding'));
  check(
    [['of a ClusterRoleBinding names its namespace', homeless, ['subjects[0].namespace Required']]],
    withSubject('ClusterRoleBinding'),
  );
});

import { check, deploymentOf, podWith } from './refusals';

describe('The names that a pod goes by', () => {
  const override = 'spec.hostnameOverride';
  check(
    [
      [
        'hostname and subdomain are labels',
        { hostname: 'a.b', subdomain: 'A' },
        ['spec.hostname FieldValueInvalid', 'spec.subdomain FieldValueInvalid'],
      ],
      ['service accounts are names', { serviceAccountName: 'A' }, ['spec.serviceAccountName FieldValueInvalid']],
      ['by the older field too', { serviceAccount: 'A' }, ['spec.serviceAccountName FieldValueInvalid']],
      ['which counts where the other is empty', { serviceAccountName: 'a', serviceAccount: 'A' }, []],
      [
        'hostnameOverride since 1.35',
        { hostnameOverride: 'A' },
        { '1.34': [], '1.35': [`${override} FieldValueInvalid`], '1.37': [`${override} FieldValueInvalid`] },
      ],
      [
        'hostnameOverride is short',
        { hostnameOverride: `${'a'.repeat(63)}.b` },
        { '1.37': [`${override} FieldValueTooLong`] },
      ],
      [
        'hostnameOverride stands alone',
        { hostnameOverride: 'a', setHostnameAsFQDN: true, hostNetwork: true },
        { '1.37': [`${override} FieldValueForbidden`] },
      ],
      ['hostnameOverride is not empty', { hostnameOverride: '' }, { '1.37': [`${override} FieldValueInvalid`] }],
    ],
    podWith,
  );
});

describe('Name resolution', () => {
  const refused = (field: string, type = 'FieldValueInvalid'): string[] => [`spec.dnsConfig${field} ${type}`];
  const searches = (...list: string[]): object => ({ dnsConfig: { searches: list } });
  check(
    [
      ['policies are known', { dnsPolicy: 'x' }, ['spec.dnsPolicy FieldValueNotSupported']],
      ['policy None needs a configuration', { dnsPolicy: 'None' }, refused('', 'FieldValueRequired')],
      [
        'policy None needs a nameserver, and looks no further',
        { dnsPolicy: 'None', dnsConfig: { searches: ['-'] } },
        refused('.nameservers', 'FieldValueRequired'),
      ],
      ['nameservers are addresses', { dnsConfig: { nameservers: ['10.0.0.1', 'dns'] } }, refused('.nameservers[1]')],
      [
        'nameservers are strict since 1.36',
        { dnsConfig: { nameservers: ['010.0.0.1'] } },
        { '1.33': [], '1.36': refused('.nameservers[0]') },
      ],
      [
        'nameservers: three',
        { dnsConfig: { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] } },
        refused('.nameservers'),
      ],
      ['searches are domains, with a dot at the end or not', searches('a.b', 'a.b.'), []],
      [
        'searches take underscores since 1.33',
        searches('_tcp.a'),
        { '1.30': refused('.searches[0]'), '1.32': refused('.searches[0]'), '1.33': [], '1.37': [] },
      ],
      ['searches take the root since 1.33', searches('.'), { '1.30': refused('.searches[0]'), '1.33': [] }],
      ['searches are not empty', searches(''), refused('.searches[0]')],
      ['searches: 32', searches(...Array<string>(33).fill('a')), refused('.searches')],
      [
        'searches: 2048 characters',
        searches(...Array<string>(11).fill(Array<string>(100).fill('a').join('.'))),
        refused('.searches'),
      ],
      [
        'options have a name',
        { dnsConfig: { options: [{ value: 'a' }] } },
        refused('.options[0]', 'FieldValueRequired'),
      ],
    ],
    podWith,
  );

  const aliases = [
    { ip: 'x', hostnames: ['a.b'] },
    { ip: '10.0.0.1', hostnames: ['A', 'a'] },
  ];
  const since130 = ['spec.hostAliases[0].ip FieldValueInvalid', 'spec.hostAliases[1].hostnames[0] FieldValueInvalid'];
  check(
    [
      [
        'host aliases are addresses and names; before 1.30 it was not said which',
        { hostAliases: aliases },
        {
          '1.28': ['spec.hostAliases.ip FieldValueInvalid', 'spec.hostAliases.hostnames FieldValueInvalid'],
          '1.30': since130,
          '1.37': since130,
        },
      ],
      ['host aliases have an address', { hostAliases: [{}] }, { '1.37': ['spec.hostAliases[0].ip FieldValueInvalid'] }],
    ],
    podWith,
  );
});

describe('How a pod runs', () => {
  check(
    [
      ['restarts by a known policy', { restartPolicy: 'x' }, ['spec.restartPolicy FieldValueNotSupported']],
      ['lasts a second or more', { activeDeadlineSeconds: 0 }, ['spec.activeDeadlineSeconds FieldValueInvalid']],
      ['lasts 68 years or less', { activeDeadlineSeconds: 2 ** 31 }, ['spec.activeDeadlineSeconds FieldValueInvalid']],
      ['ends in its own time, however long', { terminationGracePeriodSeconds: -1 }, []],
      [
        'has no ephemeral containers yet',
        {
          ephemeralContainers: [
            { name: 'debug', image: 'a', terminationMessagePolicy: 'File', imagePullPolicy: 'Always' },
          ],
        },
        ['spec.ephemeralContainers FieldValueForbidden'],
      ],
      [
        'takes any text for a pull secret and a scheduler',
        { imagePullSecrets: [{ name: '-' }, null], schedulerName: '-' },
        [],
      ],
    ],
    podWith,
  );
  const inTemplate = (field: string, type = 'FieldValueInvalid'): string[] => [`spec.template.spec.${field} ${type}`];
  check(
    [
      ['runtime classes are names', { runtimeClassName: 'A' }, inTemplate('runtimeClassName')],
      ['runtime classes are not empty', { runtimeClassName: '' }, inTemplate('runtimeClassName')],
      ['overhead has known resources', { overhead: { gpu: '1' } }, inTemplate('overhead.limits[gpu]')],
      ['overhead is not negative', { overhead: { cpu: '-1' } }, inTemplate('overhead.limits[cpu]')],
      ['overhead takes amounts', { overhead: { cpu: '100m', memory: '1Gi' } }, []],
      [
        'templates have no ephemeral containers',
        { ephemeralContainers: [{ name: 'debug', image: 'a' }] },
        inTemplate('ephemeralContainers', 'FieldValueForbidden'),
      ],
    ],
    deploymentOf,
  );
});

describe('The operating system', () => {
  const container = { name: 'app', image: 'a' };
  const forbidden = (...fields: string[]): string[] => fields.map((field) => `spec.${field} FieldValueForbidden`);
  const windows = { os: { name: 'windows' } };
  const ofContainer = {
    privileged: false,
    procMount: 'Default',
    capabilities: {},
    readOnlyRootFilesystem: true,
    runAsUser: 1,
  };
  check(
    [
      ['has a name', { os: {} }, ['spec.os.name FieldValueRequired']],
      ['is known', { os: { name: 'Linux' } }, ['spec.os FieldValueNotSupported']],
      [
        'Linux has no Windows options',
        {
          os: { name: 'linux' },
          securityContext: { windowsOptions: {} },
          initContainers: [{ ...container, name: 'init', securityContext: { windowsOptions: {} } }],
        },
        forbidden('securityContext.windowsOptions', 'initContainers[0].securityContext.windowsOptions'),
      ],
      [
        'Windows shares nothing of the node, not even by a false',
        { ...windows, hostPID: true, hostIPC: true, shareProcessNamespace: false },
        forbidden('hostPID', 'hostIPC', 'shareProcessNamespace'),
      ],
      [
        'Windows takes no users of its own, since 1.33',
        { ...windows, hostUsers: true },
        { '1.30': [], '1.33': forbidden('hostUsers'), '1.37': forbidden('hostUsers') },
      ],
      [
        'Windows has none of the options of Linux',
        {
          ...windows,
          securityContext: { fsGroup: 1, runAsGroup: 1, supplementalGroups: [], sysctls: [], seLinuxOptions: {} },
        },
        forbidden(
          ...['fsGroup', 'runAsGroup', 'supplementalGroups', 'seLinuxOptions'].map(
            (field) => `securityContext.${field}`,
          ),
        ),
      ],
      [
        'nor have its containers',
        { ...windows, containers: [{ ...container, securityContext: ofContainer }] },
        forbidden(...Object.keys(ofContainer).map((field) => `containers[0].securityContext.${field}`)),
      ],
    ],
    podWith,
  );
});

describe('Resource claims, since 1.34', () => {
  const claims = (...resourceClaims: unknown[]): object => ({ resourceClaims });
  const refused = (field: string, type: string): string => `spec.resourceClaims${field} ${type}`;
  check(
    [
      [
        'name a claim or a template',
        claims({ name: 'a', resourceClaimName: 'x' }, { name: 'b', resourceClaimTemplateName: 'x' }),
        { '1.36': [] },
      ],
      [
        'name one of them',
        claims({ name: 'a' }, { name: 'b', resourceClaimName: 'x', resourceClaimTemplateName: 'x' }),
        { '1.36': [refused('[0]', 'FieldValueInvalid'), refused('[1]', 'FieldValueInvalid')] },
      ],
      [
        'by a name',
        claims({ name: 'a', resourceClaimName: '' }),
        { '1.36': [refused('[0].resourceClaimName', 'FieldValueInvalid')] },
      ],
      ['have a name', claims({ resourceClaimName: 'x' }), { '1.36': [refused('[0].name', 'FieldValueRequired')] }],
      [
        'have a label for a name',
        claims({ name: 'a.b', resourceClaimName: 'x' }),
        { '1.36': [refused('[0].name', 'FieldValueInvalid')] },
      ],
      [
        'have a name each',
        claims({ name: 'a', resourceClaimName: 'x' }, { name: 'a', resourceClaimName: 'x' }),
        { '1.36': [refused('[1].name', 'FieldValueDuplicate')] },
      ],
    ],
    podWith,
  );
  check([['do not belong to static pods', claims({ name: 'a' }), { '1.37': ['[] FieldValueForbidden'] }]], (spec) => ({
    ...podWith({ nodeName: 'node', ...spec }),
    metadata: { name: 'app', annotations: { 'kubernetes.io/config.mirror': '' } },
  }));
});

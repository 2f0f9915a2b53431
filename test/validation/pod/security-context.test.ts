import { check } from '../refusals';
import { checkAt, checkContainers, containerWith, podWith } from './container-cases';

const inContext = (context: object): object => ({ securityContext: context });

describe('The security context of a container', () => {
  checkContainers([
    ['names users and groups by 31 bits', inContext({ runAsUser: 2147483647, runAsGroup: 0 }), []],
    [
      'without a sign',
      inContext({ runAsUser: -1, runAsGroup: 2147483648 }),
      ['securityContext.runAsGroup Invalid', 'securityContext.runAsUser Invalid'],
    ],
    ['may be privileged', inContext({ privileged: true, allowPrivilegeEscalation: true }), []],
    [
      'but not without gaining privileges',
      inContext({ privileged: true, allowPrivilegeEscalation: false }),
      ['securityContext Invalid'],
    ],
    [
      'as with the capability of an administrator',
      inContext({ allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } }),
      ['securityContext Invalid'],
    ],
    [
      'whose other name is overlooked',
      inContext({ allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'] } }),
      [],
    ],
    [
      'mounts /proc in two ways, which is looked at since 1.33',
      inContext({ procMount: 'default' }),
      { '1.27': [], '1.33': ['securityContext.procMount NotSupported'] },
    ],
    [
      'the second with users of the pod alone',
      inContext({ procMount: 'Unmasked' }),
      { '1.27': [], '1.33': ['securityContext.procMount Invalid'] },
    ],
  ]);
  check([['which it then may', { hostUsers: false }, []]], (spec) =>
    podWith({ ...spec, containers: [containerWith(inContext({ procMount: 'Unmasked' }))] }),
  );
});

describe('A seccomp profile', () => {
  checkAt(
    'spec.securityContext.seccompProfile',
    [
      ['has a type', {}, ['type Required']],
      ['one of three', { type: 'runtime/default' }, ['type NotSupported']],
      ['and a path where it is local', { type: 'Localhost' }, ['localhostProfile Required']],
      ['which may be empty', { type: 'Localhost', localhostProfile: '' }, []],
      ['but not lead elsewhere', { type: 'Localhost', localhostProfile: '/a/../b' }, ['localhostProfile Invalid']],
      ['and none else', { type: 'Unconfined', localhostProfile: '' }, ['localhostProfile Invalid']],
    ],
    (seccompProfile) => podWith({ securityContext: { seccompProfile } }),
  );
});

describe('An AppArmor profile', () => {
  const before = { '1.27': [' Decode'] };
  checkAt(
    'spec.securityContext.appArmorProfile',
    [
      ['has a type', {}, { ...before, '1.30': ['type Required'] }],
      ['one of three', { type: 'x', localhostProfile: 'a' }, { ...before, '1.30': ['type NotSupported'] }],
      [
        'and a name where it is local',
        { type: 'Localhost', localhostProfile: '' },
        { ...before, '1.30': ['localhostProfile Required'] },
      ],
      [
        'without white space around it',
        { type: 'Localhost', localhostProfile: ' a' },
        { ...before, '1.30': ['localhostProfile Invalid'] },
      ],
      [
        'that fits a path',
        { type: 'Localhost', localhostProfile: 'a'.repeat(4096) },
        { ...before, '1.30': ['localhostProfile TooLong'] },
      ],
      [
        'and none else',
        { type: 'RuntimeDefault', localhostProfile: 'a' },
        { ...before, '1.30': ['localhostProfile Invalid'] },
      ],
    ],
    (appArmorProfile) => podWith({ securityContext: { appArmorProfile } }),
  );
});

describe('The Windows options', () => {
  checkAt(
    'spec.securityContext.windowsOptions',
    [
      ['name credentials', { gmsaCredentialSpecName: '' }, ['gmsaCredentialSpecName Invalid']],
      ['or hold them', { gmsaCredentialSpec: '' }, ['gmsaCredentialSpec Invalid']],
      ['in 64 KiB', { gmsaCredentialSpec: 'é'.repeat(32 * 1024) }, []],
      ['and no more', { gmsaCredentialSpec: `${'é'.repeat(32 * 1024)}a` }, ['gmsaCredentialSpec Invalid']],
      ['name a user', { runAsUserName: 'ContainerUser' }, []],
      ['of a domain by its short name', { runAsUserName: 'some domain!\\user' }, []],
      ['or long one', { runAsUserName: 'very.long.example.com\\user' }, []],
      ...['', '\\user', 'a\\b\\c', 'a\nb', ' .', 'user@domain', '.a\\user', 'domain\\', 'u'.repeat(105)].map(
        (runAsUserName) =>
          [
            `but not ${JSON.stringify(runAsUserName).slice(0, 20)}`,
            { runAsUserName },
            ['runAsUserName Invalid'],
          ] as const,
      ),
    ],
    (windowsOptions) => podWith({ securityContext: { windowsOptions } }),
  );
});

describe('Processes of a Windows node', () => {
  const hostProcess = (value: boolean): object => ({ windowsOptions: { hostProcess: value } });
  const own = (name: string, value: boolean): object => containerWith({ name, securityContext: hostProcess(value) });
  check(
    [
      ['are all containers, on its network', { hostNetwork: true, securityContext: hostProcess(true) }, []],
      ['and on no other', { securityContext: hostProcess(true) }, ['spec.hostNetwork Invalid']],
      [
        'or none of them',
        { hostNetwork: true, containers: [own('a', true), containerWith({ name: 'b' })] },
        ['spec Invalid'],
      ],
      [
        'and do not contradict their pod',
        { securityContext: hostProcess(false), containers: [own('a', true)], hostNetwork: true },
        ['spec.containers[0].securityContext.windowsOptions.hostProcess Invalid'],
      ],
    ],
    podWith,
  );
});

describe('The security context of a pod', () => {
  checkAt(
    'spec.securityContext',
    [
      [
        'names users and groups like that of a container',
        { runAsUser: -1, runAsGroup: -1, fsGroup: -1, supplementalGroups: [null, -1] },
        ['fsGroup Invalid', 'runAsGroup Invalid', 'runAsUser Invalid', 'supplementalGroups[1] Invalid'],
      ],
      ['changes the group of files in two ways', { fsGroupChangePolicy: '' }, ['fsGroupChangePolicy NotSupported']],
      [
        'finds out groups in two ways, which is looked at since 1.33',
        { supplementalGroupsPolicy: 'x' },
        { '1.27': ['supplementalGroupsPolicy Decode'], '1.31': [], '1.33': ['supplementalGroupsPolicy NotSupported'] },
      ],
      [
        'changes SELinux labels by mounting since 1.37',
        { seLinuxChangePolicy: 'MountOption' },
        {
          '1.27': ['seLinuxChangePolicy Decode'],
          '1.32': [],
          '1.33': ['seLinuxChangePolicy NotSupported'],
          '1.37': [],
        },
      ],
    ],
    (securityContext) => podWith({ securityContext }),
  );
});

describe('A kernel parameter', () => {
  const sysctls = (...names: (string | null)[]): object => ({
    securityContext: { sysctls: names.map((name) => ({ name, value: '1' })) },
  });
  check(
    [
      ['has a name', sysctls(null), ['spec.securityContext.sysctls[0].name Required']],
      ['of parts between dots or slashes', sysctls('kernel.sem', 'net/ipv4/conf/eno2.100/rp_filter'), []],
      ['that are not empty', sysctls('net..ipv4'), ['spec.securityContext.sysctls[0].name Invalid']],
      ['is there once', sysctls('kernel.sem', 'kernel.sem'), ['spec.securityContext.sysctls[1].name Duplicate']],
      [
        'does not belong to the network of the node',
        { hostNetwork: true, ...sysctls('net/core/somaxconn', 'kernel.sem') },
        { '1.27': [], '1.29': ['spec.securityContext.sysctls[0].name Invalid'] },
      ],
      [
        'or to what processes of the node share',
        { hostIPC: true, ...sysctls('net.core.somaxconn', 'kernel.shmmax', 'fs.mqueue.msg_max') },
        {
          '1.27': [],
          '1.29': ['spec.securityContext.sysctls[1].name Invalid', 'spec.securityContext.sysctls[2].name Invalid'],
        },
      ],
    ],
    podWith,
  );
});

import { check, type Case } from '../refusals';
import { checkAt, containerWith, podWith } from './container-cases';

const volumes = [
  { name: 'data', emptyDir: {} },
  { name: 'more', emptyDir: {} },
  { name: 'disk', persistentVolumeClaim: { claimName: 'disk' } },
  {
    name: 'scratch',
    ephemeral: {
      volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
    },
  },
];

/** Cases of a container in a pod with volumes. */
function checkMounting(cases: readonly Case[]): void {
  checkAt('spec.containers[0]', cases, (fields) => podWith({ volumes, containers: [containerWith(fields)] }));
}

const mount = (more: object = {}): object => ({ name: 'data', mountPath: '/data', ...more });
const mounts = (...list: (object | null)[]): object => ({ volumeMounts: list });

describe('A mount', () => {
  checkMounting([
    [
      'names a volume and a path',
      mounts(null),
      ['volumeMounts[0].mountPath Required', 'volumeMounts[0].name NotFound', 'volumeMounts[0].name Required'],
    ],
    ['of the pod', mounts(mount({ name: 'other' })), ['volumeMounts[0].name NotFound']],
    ['may be there again at another path', mounts(mount(), mount({ mountPath: '/more' })), []],
    ['but not at the same', mounts(mount(), mount({ name: 'more' })), ['volumeMounts[1].mountPath Invalid']],
    [
      'has a relative path in the volume, which is told of the list',
      mounts(mount({ subPath: '/a/..' })),
      ['volumeMounts.subPath Invalid'],
    ],
    ['that may begin with dots', mounts(mount({ subPath: '..a' })), []],
    [
      'given once',
      mounts(mount({ subPath: 'a', subPathExpr: '../$(A)' })),
      ['volumeMounts.subPathExpr Invalid', 'volumeMounts[0].subPathExpr Invalid'],
    ],
    [
      'propagates in three ways',
      mounts(mount({ mountPropagation: '' })),
      ['volumeMounts.mountPropagation NotSupported'],
    ],
    [
      'to the node where the container is privileged',
      { ...mounts(mount({ mountPropagation: 'Bidirectional' })), securityContext: { privileged: true } },
      [],
    ],
    ['and else not', mounts(mount({ mountPropagation: 'Bidirectional' })), ['volumeMounts.mountPropagation Forbidden']],
  ]);
});

describe('A mount that is read-only all the way down', () => {
  const mode = (recursiveReadOnly: string, more: object = {}): object => mounts(mount({ recursiveReadOnly, ...more }));
  const unknown = { '1.27': ['volumeMounts[0].recursiveReadOnly Decode'], '1.30': [] };
  checkMounting([
    [
      'says so in one of three words',
      mode('Always'),
      { ...unknown, '1.31': ['volumeMounts.recursiveReadOnly NotSupported'] },
    ],
    ['is read-only', mode('Enabled'), { ...unknown, '1.31': ['volumeMounts.recursiveReadOnly Forbidden'] }],
    ['unless it is not meant', mode('Disabled'), unknown],
    [
      'does not propagate',
      mode('IfPossible', { readOnly: true, mountPropagation: 'HostToContainer' }),
      { ...unknown, '1.31': ['volumeMounts.recursiveReadOnly Forbidden'] },
    ],
    ['or says that it does not', mode('IfPossible', { readOnly: true, mountPropagation: 'None' }), unknown],
  ]);
});

const device = (more: object = {}): object => ({ name: 'disk', devicePath: '/dev/disk', ...more });
const devices = (...list: (object | null)[]): object => ({ volumeDevices: list });

describe('A device', () => {
  checkMounting([
    [
      'names a volume and a path',
      devices(null),
      ['volumeDevices[0].devicePath Required', 'volumeDevices[0].name NotFound', 'volumeDevices[0].name Required'],
    ],
    ['that comes from a claim', devices(device(), device({ name: 'scratch', devicePath: '/dev/scratch' })), []],
    ['and from nothing else', devices(device({ name: 'data' })), ['volumeDevices[0].name Invalid']],
    [
      'is there once',
      devices(device(), device()),
      ['volumeDevices[1].devicePath Invalid', 'volumeDevices[1].name Invalid'],
    ],
    ['does not climb', devices(device({ devicePath: '/dev/../disk' })), ['volumeDevices[0].devicePath Invalid']],
    [
      'is no mount as well',
      { ...devices(device()), ...mounts(mount({ name: 'disk' })) },
      ['volumeDevices[0].name Invalid', 'volumeMounts[0].name Invalid'],
    ],
    [
      'and not at the path of one',
      { ...devices(device({ devicePath: '/data' })), ...mounts(mount()) },
      ['volumeDevices[0].devicePath Invalid', 'volumeMounts[0].mountPath Invalid'],
    ],
  ]);
});

describe('A pod with users of its own', () => {
  check(
    [
      ['may have any volumes', { volumes, hostUsers: false }, []],
      [
        'shares nothing with the node, which is told with capitals',
        { hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true },
        { '1.27': [], '1.33': ['spec.HostIPC Forbidden', 'spec.HostPID Forbidden', 'spec.hostNetwork Forbidden'] },
      ],
      [
        'has no devices since 1.34',
        { volumes, hostUsers: false, containers: [containerWith(devices(device()))] },
        { '1.27': [], '1.34': ['spec.containers[0].volumeDevices Forbidden'] },
      ],
      ['shares as it likes while they are those of the node', { hostUsers: true, hostPID: true }, []],
    ],
    podWith,
  );
});

describe('Processes', () => {
  check(
    [
      [
        'are shared with the node or in the pod',
        { hostPID: true, shareProcessNamespace: true },
        {
          '1.27': ['spec.securityContext.shareProcessNamespace Invalid'],
          '1.37': ['spec.shareProcessNamespace Invalid'],
        },
      ],
      ['and may be said not to be', { hostPID: true, shareProcessNamespace: false }, []],
    ],
    podWith,
  );
});

import { check, deploymentOf, podWith } from './refusals';

const inVolume = (field: string, type: string): string => `spec.volumes[0].${field} ${type}`;
const required = (...fields: string[]): string[] => fields.map((field) => inVolume(field, 'FieldValueRequired'));
const invalid = (...fields: string[]): string[] => fields.map((field) => inVolume(field, 'FieldValueInvalid'));
const forbidden = (...fields: string[]): string[] => fields.map((field) => inVolume(field, 'FieldValueForbidden'));
const notSupported = (...fields: string[]): string[] =>
  fields.map((field) => inVolume(field, 'FieldValueNotSupported'));

/** A Pod with one volume. */
const withVolume = (source: object): object => podWith({ volumes: [{ name: 'data', ...source }] });

describe('Network storage', () => {
  const iqn = 'iqn.2003-01.com.example:disk';
  check(
    [
      ['nfs', { nfs: { server: 'nas', path: '/a' } }, []],
      ['nfs is absolute', { nfs: { path: 'a' } }, [...required('nfs.server'), ...invalid('nfs.path')]],
      ['nfs has a path', { nfs: { server: 'nas' } }, [...required('nfs.path'), ...invalid('nfs.path')]],
      ['iscsi', { iscsi: { targetPortal: '10.0.0.1', iqn, lun: 255 } }, []],
      [
        'iscsi has a portal and a name',
        { iscsi: { lun: 256 } },
        [...required('iscsi.targetPortal', 'iscsi.iqn'), ...invalid('iscsi.lun')],
      ],
      ['iscsi names: EUI', { iscsi: { targetPortal: 'a', iqn: 'eui.0123456789ABCDEF' } }, []],
      [
        'iscsi names: NAA of 32 letters',
        { iscsi: { targetPortal: 'a', iqn: 'naa.62004567BA64678D' } },
        invalid('iscsi.iqn'),
      ],
      [
        'iscsi names: IQN with a domain',
        { iscsi: { targetPortal: 'a', iqn: 'iqn.2003-1.example' } },
        invalid('iscsi.iqn'),
      ],
      [
        'iscsi names: nothing else',
        { iscsi: { targetPortal: 'a', iqn: 'disk', initiatorName: '' } },
        invalid('iscsi.iqn', 'iscsi.initiatorname'),
      ],
      [
        'iscsi with CHAP needs a Secret',
        { iscsi: { targetPortal: 'a', iqn, chapAuthSession: true } },
        required('iscsi.secretRef'),
      ],
      [
        'iscsi joins the names of volume and portal',
        { iscsi: { targetPortal: 'a'.repeat(60), iqn, initiatorName: iqn } },
        invalid('name'),
      ],
      ['fc by name', { fc: { targetWWNs: ['50060e801049cfd1'], lun: 0 } }, []],
      ['fc by id', { fc: { wwids: ['a'], lun: 1000 } }, []],
      ['fc has a name or an id', { fc: { lun: 1 } }, required('fc.targetWWNs')],
      [
        'fc has not both',
        { fc: { targetWWNs: ['a'], wwids: ['b'] } },
        [...required('fc.lun'), ...invalid('fc.targetWWNs')],
      ],
      ['fc LUNs go up to 255', { fc: { targetWWNs: ['a'], lun: 256 } }, invalid('fc.lun')],
      ['glusterfs', { glusterfs: {} }, required('glusterfs.endpoints', 'glusterfs.path')],
      ['rbd', { rbd: { monitors: [] } }, required('rbd.monitors', 'rbd.image')],
      ['cephfs', { cephfs: { path: 'a' } }, required('cephfs.monitors')],
      ['cinder', { cinder: { secretRef: {} } }, required('cinder.volumeID', 'cinder.secretRef.name')],
      ['flocker by name or UUID', { flocker: {} }, required('flocker')],
      [
        'flocker by one of them',
        { flocker: { datasetName: 'a/b', datasetUUID: 'c' } },
        invalid('flocker', 'flocker.datasetName'),
      ],
      ['quobyte', { quobyte: { registry: 'a:1,[::1]:2', volume: 'v' } }, []],
      ['quobyte needs a registry', { quobyte: {} }, required('quobyte.registry', 'quobyte.volume')],
      ['quobyte registries have ports', { quobyte: { registry: 'a,b:1', volume: 'v' } }, invalid('quobyte.registry')],
      [
        'quobyte registries are no bare IPv6',
        { quobyte: { registry: '::1', volume: 'v' } },
        invalid('quobyte.registry'),
      ],
      [
        'quobyte tenants are short',
        { quobyte: { registry: 'a', tenant: 'a'.repeat(65), volume: 'v' } },
        required('quobyte.tenant'),
      ],
      [
        'storageos',
        { storageos: { volumeName: 'A', volumeNamespace: 'a.b', secretRef: {} } },
        [...required('storageos.secretRef.name'), ...invalid('storageos.volumeName', 'storageos.volumeNamespace')],
      ],
      ['storageos has a name', { storageos: {} }, required('storageos.volumeName')],
    ],
    withVolume,
  );
});

describe('Disks of clouds', () => {
  check(
    [
      [
        'awsElasticBlockStore',
        { awsElasticBlockStore: { partition: 256 } },
        [...required('awsElasticBlockStore.volumeID'), ...invalid('awsElasticBlockStore.partition')],
      ],
      [
        'gcePersistentDisk, reported under a name of its own',
        { gcePersistentDisk: { partition: -1 } },
        [...required('persistentDisk.pdName'), ...invalid('persistentDisk.partition')],
      ],
      ['azureDisk is a shared blob by default', { azureDisk: { diskName: 'd', diskURI: 'https://x' } }, []],
      [
        'azureDisk blobs have a URL',
        { azureDisk: { diskName: 'd', diskURI: '/subscriptions/x' } },
        notSupported('azureDisk.diskURI'),
      ],
      [
        'azureDisk managed',
        { azureDisk: { diskName: 'd', diskURI: '/subscriptions/x', kind: 'Managed', cachingMode: 'None' } },
        [],
      ],
      [
        'azureDisk managed is no URL',
        { azureDisk: { diskName: 'd', diskURI: 'https://x', kind: 'Managed' } },
        notSupported('azureDisk.diskURI'),
      ],
      [
        'azureDisk of known kinds',
        { azureDisk: { kind: 'x', cachingMode: '' } },
        [
          ...required('azureDisk.diskName', 'azureDisk.diskURI'),
          ...notSupported('azureDisk.kind', 'azureDisk.cachingMode', 'azureDisk.diskURI'),
        ],
      ],
      ['azureFile', { azureFile: {} }, required('azureFile.secretName', 'azureFile.shareName')],
      ['vsphereVolume', { vsphereVolume: {} }, required('vsphereVolume.volumePath')],
      ['photonPersistentDisk', { photonPersistentDisk: {} }, required('photonPersistentDisk.pdID')],
      ['portworxVolume', { portworxVolume: {} }, required('portworxVolume.volumeID')],
      ['scaleIO', { scaleIO: {} }, required('scaleIO.gateway', 'scaleIO.system', 'scaleIO.volumeName')],
    ],
    withVolume,
  );

  describe('that several pods mount', () => {
    const path = 'spec.template.spec.volumes[0].gcePersistentDisk.readOnly FieldValueInvalid';
    check(
      [
        ['had to be read-only once', {}, { '1.28': [path], '1.29': [], '1.30': [], '1.37': [] }],
        ['and could be so', { readOnly: true }, []],
      ],
      (disk) => {
        const deployment = deploymentOf({ volumes: [{ name: 'data', gcePersistentDisk: { pdName: 'd', ...disk } }] });
        return { ...deployment, spec: { ...(deployment as { spec: object }).spec, replicas: 2 } };
      },
    );
  });
});

describe('Volumes of drivers', () => {
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  check(
    [
      [
        'flexVolume',
        { flexVolume: { options: { 'a.kubernetes.io/x': '', 'K8S.io': '', 'example.com/kubernetes.io': '' } } },
        [
          ...required('flexVolume.driver'),
          ...invalid('flexVolume.options[K8S.io]', 'flexVolume.options[a.kubernetes.io/x]'),
        ],
      ],
      ['csi', { csi: { driver: 'Disk.Example.com', nodePublishSecretRef: { name: 'a' } } }, []],
      [
        'csi without a driver',
        { csi: {} },
        {
          '1.34': [...required('csi.driver'), ...invalid('csi.driver')],
          '1.35': required('csi.driver'),
          '1.37': required('csi.driver'),
        },
      ],
      [
        'csi with a long driver',
        { csi: { driver: `${'a'.repeat(63)}.${'b'.repeat(63)}` } },
        [inVolume('csi.driver', 'FieldValueTooLong')],
      ],
      [
        'csi with a Secret',
        { csi: { driver: 'a', nodePublishSecretRef: {} } },
        required('csi.nodePublishSecretRef.name'),
      ],
      [
        'csi with a Secret of that name',
        { csi: { driver: 'a', nodePublishSecretRef: { name: 'A_' } } },
        invalid('csi.name'),
      ],
      ['ephemeral', { ephemeral: { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec: claim } } }, []],
      ['ephemeral needs a template', { ephemeral: {} }, required('ephemeral.volumeClaimTemplate')],
      [
        'ephemeral claims are sound',
        { ephemeral: { volumeClaimTemplate: { spec: {} } } },
        required(
          'ephemeral.volumeClaimTemplate.spec.accessModes',
          'ephemeral.volumeClaimTemplate.spec.resources[storage]',
        ),
      ],
      [
        'ephemeral claims are not named by hand',
        {
          ephemeral: {
            volumeClaimTemplate: {
              metadata: { name: 'a', uid: 'u', finalizers: [], generation: 0, labels: { '-': '' } },
              spec: claim,
            },
          },
        },
        [
          ...forbidden(
            'ephemeral.volumeClaimTemplate.metadata.name',
            'ephemeral.volumeClaimTemplate.metadata.uID',
            'ephemeral.volumeClaimTemplate.metadata.finalizers',
          ),
          ...invalid('ephemeral.volumeClaimTemplate.metadata.labels'),
        ],
      ],
      [
        'image, on since 1.35',
        { image: { pullPolicy: 'x' } },
        {
          '1.34': [],
          '1.35': [...required('image.reference'), ...notSupported('image.pullPolicy')],
          '1.37': [...required('image.reference'), ...notSupported('image.pullPolicy')],
        },
      ],
    ],
    withVolume,
  );

  describe('ephemeral, whose claims are named after the Pod', () => {
    const ephemeral = { volumeClaimTemplate: { spec: claim } };
    const takesTheClaim = {
      volumes: [
        { name: 'a', ephemeral },
        { name: 'b', persistentVolumeClaim: { claimName: 'app-a' } },
      ],
    };
    const refused = 'spec.volumes[1].persistentVolumeClaim.claimName FieldValueInvalid';
    check([['keep their claims to themselves', takesTheClaim, [refused]]], podWith);
    check([['are not named yet in a template', takesTheClaim, []]], deploymentOf);
    const parts = ['a', 'b', 'c'].map((letter) => letter.repeat(63));
    check([['have room for the name of the claim', {}, invalid('name')]], () => ({
      ...podWith({ volumes: [{ name: 'data', ephemeral }] }),
      metadata: { name: [...parts, 'd'.repeat(57)].join('.') },
    }));
  });

  describe('of images', () => {
    const volumeMounts = [
      { name: 'image', mountPath: '/a' },
      { name: 'none', mountPath: '/b' },
    ];
    const withMounts = {
      containers: [{ name: 'app', image: 'a', volumeMounts }],
      volumes: [
        { name: 'image', image: {} },
        { name: 'x', nfs: {} },
      ],
    };
    const movedUp = ['spec.containers[0].volumeMounts[0].name FieldValueNotFound'];
    const refused = [...movedUp, ...required('nfs.server', 'nfs.path'), ...invalid('nfs.path')];
    check(
      [['are dropped with their mounts before 1.35, and what follows moves up', withMounts, { '1.33': refused }]],
      podWith,
    );
    const reference = 'spec.template.spec.volumes[0].image.reference FieldValueRequired';
    const open = { volumes: [{ name: 'a', image: {} }] };
    check([['may be left open in a template, up to 1.36', open, { '1.36': [], '1.37': [reference] }]], deploymentOf);
  });
});

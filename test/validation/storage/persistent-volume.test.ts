import { check } from '../refusals';

const reason =
  (kind: string) =>
  (field: string): string =>
    field === '' ? `spec ${kind}` : `spec.${field} ${kind}`;
const required = reason('Required');
const invalid = reason('Invalid');
const notSupported = reason('NotSupported');
const forbidden = reason('Forbidden');
const nodes = { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } };
const csi = { driver: 'csi.example.com', volumeHandle: 'a' };
const manifestOf = (spec: object): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'a' },
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], ...spec },
});

describe('A PersistentVolume', () => {
  check(
    [
      ['is sound', { hostPath: { path: '/a' } }, []],
      [
        'says what it is',
        { capacity: null, accessModes: [] },
        [required('accessModes'), required('capacity'), notSupported('capacity'), required('')],
      ],
      ['has one source', { csi, nfs: { server: 'a', path: '/' } }, [forbidden('csi')]],
      ['holds something', { csi, capacity: { storage: '0' } }, [invalid('capacity[storage]')]],
      ['has storage alone', { csi, capacity: { storage: '1', cpu: '1' } }, [notSupported('capacity')]],
      ['has known modes', { csi, accessModes: ['Often'] }, [notSupported('accessModes')]],
      ['is for one pod alone', { csi, accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }, [forbidden('accessModes')]],
      [
        'has known policies',
        { csi, persistentVolumeReclaimPolicy: 'Keep', volumeMode: 'Tape' },
        [notSupported('persistentVolumeReclaimPolicy'), notSupported('volumeMode')],
      ],
      [
        'is not recycled where it is the root of a node',
        { hostPath: { path: '/./' }, persistentVolumeReclaimPolicy: 'Recycle' },
        [forbidden('persistentVolumeReclaimPolicy')],
      ],
      ['has a class with a name', { csi, storageClassName: 'A_' }, [invalid('storageClassName')]],
      [
        'has attributes where it is of csi',
        { hostPath: { path: '/a' }, volumeAttributesClassName: '' },
        {
          '1.27': ['spec.volumeAttributesClassName Decode'],
          '1.29': [],
          '1.34': [required('volumeAttributesClassName'), required('csi')],
        },
      ],
      ['says which nodes', { csi, nodeAffinity: {} }, [required('nodeAffinity.required')]],
      [
        'chooses nodes by terms',
        { csi, nodeAffinity: { required: {} } },
        [required('nodeAffinity.required.nodeSelectorTerms')],
      ],
    ],
    manifestOf,
  );
});

describe('The source of a PersistentVolume', () => {
  check(
    [
      ['local, with nodes', { local: { path: '/a' }, nodeAffinity: nodes }, []],
      ['local, without', { local: { path: '..' } }, [invalid('local.path'), required('nodeAffinity')]],
      ['csi', { csi: {} }, [required('csi.driver'), required('csi.volumeHandle')]],
      [
        'csi with Secrets',
        { csi: { ...csi, driver: 'a_b', nodePublishSecretRef: { name: 'A' }, nodeStageSecretRef: {} } },
        [
          invalid('csi.driver'),
          invalid('csi.nodePublishSecretRef.name'),
          required('csi.nodePublishSecretRef.namespace'),
        ],
      ],
      ['csi with a long name', { csi: { ...csi, driver: 'a'.repeat(64) } }, ['spec.csi.driver TooLong']],
      ['gcePersistentDisk, under another name', { gcePersistentDisk: {} }, [required('persistentDisk.pdName')]],
      ['hostPath, as in pods', { hostPath: { path: '/a', type: 'Tape' } }, [notSupported('hostPath.type')]],
      [
        'iscsi',
        { iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:a', secretRef: {} } },
        [required('iscsi.secretRef.name')],
      ],
      [
        'cinder',
        { cinder: { secretRef: {} } },
        [required('cinder.volumeID'), required('cinder.secretRef.name'), required('cinder.secretRef.namespace')],
      ],
      [
        'storageos',
        { storageos: { volumeName: 'a', secretRef: { name: 'a' } } },
        [required('storageos.secretRef.namespace')],
      ],
      [
        'azureFile',
        { azureFile: { secretName: 'a', secretNamespace: '' } },
        [required('azureFile.shareName'), required('azureFile.secretNamespace')],
      ],
      [
        'glusterfs',
        { glusterfs: { endpoints: 'a', endpointsNamespace: 'B_' } },
        [required('glusterfs.path'), invalid('glusterfs.endpointsNamespace')],
      ],
      ['flexVolume', { flexVolume: {} }, [required('flexVolume.driver')]],
      ['rbd', { rbd: {} }, [required('rbd.monitors'), required('rbd.image')]],
    ],
    manifestOf,
  );
});

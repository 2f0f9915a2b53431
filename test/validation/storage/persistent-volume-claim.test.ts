import { check } from '../pod/refusals';

const claimWith = (spec: object): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
});
const refused = (field: string, type = 'FieldValueInvalid'): string => `spec${field} ${type}`;

describe('A claim', () => {
  const storage = (amount: unknown): object => ({ resources: { requests: { storage: amount } } });
  check(
    [
      ['is sound', { volumeMode: 'Block', storageClassName: '', volumeName: '-' }, []],
      ['has access modes', { accessModes: [] }, [refused('.accessModes', 'FieldValueRequired')]],
      [
        'has known access modes',
        { accessModes: ['ReadWriteOnce', 'x'] },
        [refused('.accessModes', 'FieldValueNotSupported')],
      ],
      [
        'has ReadWriteOncePod alone',
        { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] },
        [refused('.accessModes', 'FieldValueForbidden')],
      ],
      ['has ReadWriteOncePod twice', { accessModes: ['ReadWriteOncePod', 'ReadWriteOncePod'] }, []],
      [
        'asks for storage',
        { resources: { requests: { cpu: '1' } } },
        [refused('.resources[storage]', 'FieldValueRequired')],
      ],
      ['asks for more than nothing', storage('0'), [refused('.resources[storage]')]],
      ['asks for a fraction of a byte', storage('1m'), []],
      [
        'asks for less than its limit, or more',
        { resources: { requests: { storage: '2' }, limits: { storage: '1' } } },
        [],
      ],
      ['selects volumes', { selector: { matchLabels: { '-': '' } } }, [refused('.selector.matchLabels')]],
      ['has a class', { storageClassName: 'A' }, [refused('.storageClassName')]],
      [
        'has a class of attributes, since 1.34',
        { volumeAttributesClassName: 'A' },
        { '1.30': [], '1.33': [], '1.36': [refused('.volumeAttributesClassName')] },
      ],
      ['has a known mode', { volumeMode: '' }, [refused('.volumeMode', 'FieldValueNotSupported')]],
    ],
    claimWith,
  );
});

describe('The data source of a claim', () => {
  const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' };
  const other = { apiGroup: 'example.com', kind: 'Image', name: 'a' };
  const both = (field: string, type?: string): string[] => [
    refused(`.dataSource${field}`, type),
    refused(`.dataSourceRef${field}`, type),
  ];
  check(
    [
      ['is a claim', { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } }, []],
      ['is copied to the other field', { dataSource: { ...snapshot, name: '' } }, both('.name', 'FieldValueRequired')],
      ['is copied back', { dataSourceRef: { ...other, name: '' } }, both('.name', 'FieldValueRequired')],
      ['is dropped where old releases would not know it', { dataSource: { ...other, name: '' } }, []],
      ['is the same in both fields', { dataSource: snapshot, dataSourceRef: snapshot }, []],
      ['does not differ', { dataSource: snapshot, dataSourceRef: { ...snapshot, name: 'b' } }, [refused('')]],
      [
        'does not differ by an empty group',
        {
          dataSource: { kind: 'PersistentVolumeClaim', name: 'a', apiGroup: '' },
          dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a' },
        },
        [refused('')],
      ],
      ['has a kind', { dataSourceRef: { apiGroup: 'example.com', name: 'a' } }, both('.kind', 'FieldValueRequired')],
      ['has a group, unless it is a claim', { dataSourceRef: { kind: 'Image', name: 'a' } }, both('')],
      [
        'has a sound group, since 1.29',
        { dataSourceRef: { ...other, apiGroup: 'A' } },
        { '1.28': [], '1.30': both('.apiGroup'), '1.37': both('.apiGroup') },
      ],
      ['is dropped where it is in another namespace', { dataSourceRef: { ...other, name: '', namespace: 'b' } }, []],
      [
        'is then the one that is left',
        { dataSource: { ...snapshot, name: '' }, dataSourceRef: { ...other, namespace: 'b' } },
        both('.name', 'FieldValueRequired'),
      ],
    ],
    claimWith,
  );
});

import { check, podWith } from './refusals';

const inVolume = (field: string, type: string): string => `spec.volumes[0].${field} ${type}`;
const required = (...fields: string[]): string[] => fields.map((field) => inVolume(field, 'FieldValueRequired'));
const invalid = (...fields: string[]): string[] => fields.map((field) => inVolume(field, 'FieldValueInvalid'));
const forbidden = (...fields: string[]): string[] => fields.map((field) => inVolume(field, 'FieldValueForbidden'));
const notSupported = (...fields: string[]): string[] =>
  fields.map((field) => inVolume(field, 'FieldValueNotSupported'));

/** A Pod with one volume. */
const withVolume = (source: object): object => podWith({ volumes: [{ name: 'data', ...source }] });

describe('A volume', () => {
  check(
    [
      ['has a name', [{ emptyDir: {} }], required('name')],
      ['whose form is a DNS label', [{ name: 'My.Data', emptyDir: {} }], invalid('name')],
      ['without a source is an emptyDir', [{ name: 'data' }], []],
      [
        'does not share its name',
        [{ name: 'data' }, { name: 'data' }, { name: 'data' }],
        ['spec.volumes[1].name FieldValueDuplicate', 'spec.volumes[2].name FieldValueDuplicate'],
      ],
      [
        'leaves its name to another where it is unsound itself',
        [{ name: 'data', hostPath: {} }, { name: 'data' }],
        required('hostPath.path'),
      ],
      [
        'has one source, of which the first in the list of the API counts',
        [{ name: 'data', nfs: {}, hostPath: { path: '/' } }],
        forbidden('nfs'),
      ],
      [
        'is told that with the names of the server',
        [{ name: 'data', emptyDir: {}, cephfs: {}, downwardAPI: {} }],
        forbidden('cephFS', 'downwarAPI'),
      ],
      ['may be null, as an item of a list', [null], required('name')],
    ],
    (volumes) => podWith({ volumes }),
  );
});

describe('Volumes on the node', () => {
  check(
    [
      ['emptyDir', { emptyDir: { medium: 'anything', sizeLimit: '1Gi' } }, []],
      ['emptyDir of a size below zero', { emptyDir: { sizeLimit: '-1' } }, forbidden('emptyDir.sizeLimit')],
      ['hostPath', { hostPath: { path: '/var/log', type: 'DirectoryOrCreate' } }, []],
      ['hostPath without a path: the type is not looked at', { hostPath: { type: 'x' } }, required('hostPath.path')],
      [
        'hostPath upwards, of an unknown type',
        { hostPath: { path: '/var/../etc', type: 'x' } },
        [...invalid('hostPath.path'), ...notSupported('hostPath.type')],
      ],
      [
        'gitRepo',
        { gitRepo: { directory: '/x/..' } },
        [...required('gitRepo.repository'), ...invalid('gitRepo.directory')],
      ],
    ],
    withVolume,
  );
});

describe('Volumes that show objects of the API', () => {
  check(
    [
      ['configMap without a name', { configMap: {} }, required('configMap.name')],
      ['secret without a name', { secret: {} }, required('secret.secretName')],
      ['modes from 0 to 0777', { secret: { secretName: 'a', defaultMode: 0o1000 } }, invalid('secret.defaultMode')],
      [
        'modes of items',
        { configMap: { name: 'a', defaultMode: -1, items: [{ key: 'k', path: 'p', mode: 512 }] } },
        invalid('configMap.defaultMode', 'configMap.items[0].mode'),
      ],
      [
        'items have a key and a path',
        { secret: { secretName: 'a', items: [null] } },
        required('secret.items[0].key', 'secret.items[0].path'),
      ],
      [
        'paths are relative',
        { secret: { secretName: 'a', items: [{ key: 'k', path: '/p' }] } },
        invalid('secret.items[0].path'),
      ],
      [
        'paths stay inside',
        { secret: { secretName: 'a', items: [{ key: 'k', path: 'a/../b' }] } },
        invalid('secret.items[0].path'),
      ],
      [
        'paths do not begin with ..',
        { secret: { secretName: 'a', items: [{ key: 'k', path: '..data' }] } },
        invalid('secret.items[0].path'),
      ],
      ['paths may hold dots elsewhere', { secret: { secretName: 'a', items: [{ key: 'k', path: 'a..b/...' }] } }, []],
      [
        'downwardAPI shows a field',
        { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: "metadata.labels['app']" } }] } },
        [],
      ],
      [
        'downwardAPI shows a resource of a container',
        {
          downwardAPI: {
            items: [{ path: 'cpu', resourceFieldRef: { containerName: 'app', resource: 'limits.cpu', divisor: '1m' } }],
          },
        },
        [],
      ],
      [
        'downwardAPI shows either of them',
        {
          downwardAPI: {
            items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.name' }, resourceFieldRef: { resource: 'x' } }],
          },
        },
        invalid('downwardAPI'),
      ],
      [
        'downwardAPI shows something',
        { downwardAPI: { items: [{ mode: 1000 }] } },
        [...required('downwardAPI', 'downwardAPI.path'), ...invalid('downwardAPI.mode')],
      ],
      [
        'downwardAPI shows no address',
        { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'status.podIP' } }] } },
        notSupported('downwardAPI.fieldRef.fieldPath'),
      ],
      [
        'downwardAPI names the container',
        { downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }] } },
        required('downwardAPI.resourceFieldRef.containerName'),
      ],
      ['persistentVolumeClaim', { persistentVolumeClaim: {} }, required('persistentVolumeClaim.claimName')],
    ],
    withVolume,
  );
});

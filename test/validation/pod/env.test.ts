import { check, type Case } from '../refusals';
import { checkAt, checkContainers, containerWith, podWith } from './container-cases';

describe('An environment variable', () => {
  checkContainers([
    ['has a name', { env: [{ value: 'x' }, null] }, ['env[0].name Required', 'env[1].name Required']],
    ['of letters, digits, dots and dashes', { env: [{ name: 'a.B-c_1' }] }, []],
    ['or, since 1.32, of all ASCII', { env: [{ name: '1 ~' }] }, { '1.27': ['env[0].name Invalid'], '1.32': [] }],
    [
      'that may begin with dots since then',
      { env: [{ name: '..' }, { name: '..a' }, { name: '.' }] },
      { '1.27': ['env[0].name Invalid', 'env[1].name Invalid', 'env[2].name Invalid'], '1.32': [] },
    ],
    ['but never with an equals sign', { env: [{ name: 'A=B' }] }, ['env[0].name Invalid']],
    ['may be there twice', { env: [{ name: 'A' }, { name: 'A' }] }, []],
  ]);
});

/** Cases of the first variable of a container. */
function checkVariables(cases: readonly Case[]): void {
  const manifestOf = (fields: object): object =>
    podWith({ containers: [containerWith({ env: [{ name: 'A', ...fields }] })] });
  checkAt('spec.containers[0].env[0]', cases, manifestOf);
}

const keyRef = { name: 'config', key: 'key' };

describe('The value of a variable', () => {
  checkVariables([
    ['has one source', { valueFrom: {} }, ['valueFrom Invalid']],
    ['and no more', { valueFrom: { configMapKeyRef: keyRef, secretKeyRef: keyRef } }, ['valueFrom Invalid']],
    ['and no text besides', { value: 'x', valueFrom: { configMapKeyRef: keyRef } }, ['valueFrom Invalid']],
    ['though an empty one counts for nothing', { value: '', valueFrom: { configMapKeyRef: keyRef } }, []],
    [
      'comes from a key',
      { valueFrom: { configMapKeyRef: {} } },
      ['valueFrom.configMapKeyRef.key Required', 'valueFrom.configMapKeyRef.name Invalid'],
    ],
    [
      'of a proper form',
      { valueFrom: { secretKeyRef: { name: 'My_Secret', key: '..' } } },
      ['valueFrom.secretKeyRef.key Invalid', 'valueFrom.secretKeyRef.name Invalid'],
    ],
    [
      'comes from a file since 1.35; 1.34 drops that, and no source is left',
      { valueFrom: { fileKeyRef: { key: 'A=B', path: 'a/../b' } } },
      {
        '1.27': ['valueFrom.fileKeyRef Decode'],
        '1.34': ['valueFrom Invalid'],
        '1.35': [
          'valueFrom.fileKeyRef.key Invalid',
          'valueFrom.fileKeyRef.path Invalid',
          'valueFrom.fileKeyRef.volumeName NotFound',
          'valueFrom.fileKeyRef.volumeName Required',
        ],
      },
    ],
  ]);
});

describe('The file of a variable', () => {
  const fileKeyRef = { key: 'A', path: 'a', volumeName: 'files' };
  const containers = [containerWith({ env: [{ name: 'A', valueFrom: { fileKeyRef } }] })];
  const field = 'spec.containers[0].env[0].valueFrom.fileKeyRef';
  const before = { '1.27': [`${field} Decode`], '1.34': ['spec.containers[0].env[0].valueFrom Invalid'] };
  check(
    [
      ['lies in an emptyDir', { volumes: [{ name: 'files', emptyDir: {} }] }, { ...before, '1.35': [] }],
      ['which is what a volume without a source is', { volumes: [{ name: 'files' }] }, { ...before, '1.35': [] }],
      [
        'and in no other volume',
        { volumes: [{ name: 'files', configMap: { name: 'a' } }] },
        { ...before, '1.35': [`${field}.volumeName Invalid`] },
      ],
      ['of the pod', {}, { ...before, '1.35': [`${field}.volumeName NotFound`] }],
    ],
    (spec) => podWith({ containers, ...spec }),
  );
});

describe('A field of the pod itself', () => {
  checkAt(
    'spec.containers[0].env[0].valueFrom.fieldRef',
    [
      ['is named', {}, ['fieldPath Required']],
      ['is known', { fieldPath: 'metadata.labels' }, ['fieldPath NotSupported']],
      ['and no other', { fieldPath: 'spec.replicas' }, ['fieldPath Invalid']],
      ['may have its old name', { fieldPath: 'spec.host' }, []],
      ['is one of v1', { fieldPath: 'metadata.name', apiVersion: 'v2' }, ['fieldPath Invalid']],
      [
        'may be all addresses of the node',
        { fieldPath: 'status.hostIPs' },
        { '1.27': ['fieldPath Invalid'], '1.28': [' Forbidden'], '1.29': [] },
      ],
      ['may be one label', { fieldPath: "metadata.labels['example.com/part']" }, []],
      ['whose key has a proper form', { fieldPath: "metadata.labels['Example.com/part']" }, [' Invalid']],
      ['while that of an annotation may have capitals', { fieldPath: "metadata.annotations['Example.com/part']" }, []],
      ['one key is for labels and annotations', { fieldPath: "metadata.name['a']" }, ['fieldPath Invalid']],
      ['is no key without brackets', { fieldPath: "metadata.labels[']" }, ['fieldPath Invalid']],
    ],
    (fieldRef) => podWith({ containers: [containerWith({ env: [{ name: 'A', valueFrom: { fieldRef } }] })] }),
  );
});

describe('A resource of the container itself', () => {
  checkAt(
    'spec.containers[0].env[0].valueFrom.resourceFieldRef',
    [
      ['is named', {}, ['resource Required']],
      ['is known', { resource: 'limits.storage' }, ['resource NotSupported']],
      ['may be huge pages of any size', { resource: 'limits.hugepages-2Mi' }, []],
      ['has a unit of its kind', { resource: 'limits.cpu', divisor: '1Mi' }, ['divisor Invalid']],
      ['in any writing that the server shortens', { resource: 'limits.memory', divisor: '1024Ki' }, []],
      ['but in no other', { resource: 'limits.memory', divisor: '1048576' }, ['divisor Invalid']],
      ['since it compares what it prints', { resource: 'limits.cpu', divisor: '+1' }, ['divisor Invalid']],
      ['may have a unit of 0, which is none', { resource: 'limits.cpu', divisor: '0' }, []],
      [
        'and any, where the resource is not known',
        { resource: 'limits.storage', divisor: '7' },
        ['resource NotSupported'],
      ],
    ],
    (resourceFieldRef) =>
      podWith({ containers: [containerWith({ env: [{ name: 'A', valueFrom: { resourceFieldRef } }] })] }),
  );
});

describe('Variables from a ConfigMap or Secret', () => {
  checkContainers([
    [
      'have one source, which is asked of the list',
      { envFrom: [{ configMapRef: { name: 'a' } }, {}] },
      ['envFrom Invalid'],
    ],
    ['and no more', { envFrom: [{ configMapRef: { name: 'a' }, secretRef: { name: 'a' } }] }, ['envFrom Invalid']],
    ['that is named', { envFrom: [{ secretRef: {} }] }, ['envFrom[0].secretRef.name Required']],
    ['properly', { envFrom: [{ secretRef: { name: 'My' } }] }, ['envFrom[0].secretRef.name Invalid']],
    ['though a dash may come last', { envFrom: [{ secretRef: { name: 'my-' } }] }, []],
    ['may have a prefix', { envFrom: [{ secretRef: { name: 'a' }, prefix: 'A=' }] }, ['envFrom[0].prefix Invalid']],
  ]);
});

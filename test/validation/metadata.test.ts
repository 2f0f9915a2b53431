import { check } from './refusals';

const long = 'a'.repeat(63);

describe('The metadata of a ConfigMap', () => {
  check(
    [
      ['names it', { name: 'a.b' }, []],
      ['needs a name', {}, ['metadata.name Required']],
      ['needs a name that is not empty', { name: '', generateName: null }, ['metadata.name Required']],
      ['has a name of a form', { name: 'A' }, ['metadata.name Invalid']],
      ['may leave the name to the server', { generateName: 'a-' }, []],
      ['may shorten a long beginning', { generateName: `${long}-` }, []],
      ['has a beginning of a form', { generateName: 'A.' }, ['metadata.generateName Invalid', 'metadata.name Invalid']],
      [
        'keeps a beginning to its form beside a name',
        { name: 'a', generateName: 'A' },
        ['metadata.generateName Invalid'],
      ],
      ['takes the character before the dash away too', { generateName: 'a_-' }, ['metadata.name Invalid']],
      ['lives in a namespace', { name: 'a', namespace: 'shop' }, []],
      ['lives in the one of the request', { name: 'a', namespace: '' }, []],
      ['lives in a namespace with a name', { name: 'a', namespace: 'A' }, ['metadata.namespace Invalid']],
      ['counts generations', { name: 'a', generation: -1 }, ['metadata.generation Invalid']],
      ['may hold what the server fills in', { name: 'a', uid: 'x', resourceVersion: '5', selfLink: '/' }, []],
    ],
    (metadata) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata }),
  );
});

describe('Labels and annotations', () => {
  check(
    [
      [
        'are keys and values',
        { labels: { 'example.com/a': 'b', a: null }, annotations: { 'A.com/a': 'any thing' } },
        [],
      ],
      [
        'have keys of a form',
        { labels: { 'a/b/c': '' }, annotations: { '-': '' } },
        ['metadata.annotations Invalid', 'metadata.labels Invalid'],
      ],
      ['have label values of a form', { labels: { a: 'b c' } }, ['metadata.labels Invalid']],
      ['take 256 KiB at most', { annotations: { a: 'x'.repeat(262_143) } }, []],
      ['take no byte more', { annotations: { a: 'é'.repeat(131_072) } }, ['metadata.annotations TooLong']],
    ],
    (metadata) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', ...metadata } }),
  );
});

describe('Finalizers', () => {
  check(
    [
      ['have a domain', { finalizers: ['example.com/a', 'kubernetes', 'orphan'] }, []],
      ['have a domain or are standard ones', { finalizers: ['a'] }, ['metadata.finalizers[0] Invalid']],
      ['are qualified names', { finalizers: ['a/b/c'] }, ['metadata.finalizers Invalid']],
      ['are names', { finalizers: [null] }, ['metadata.finalizers Invalid', 'metadata.finalizers[0] Invalid']],
      ['exclude each other', { finalizers: ['orphan', 'foregroundDeletion'] }, ['metadata.finalizers Invalid']],
    ],
    (metadata) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', ...metadata } }),
  );
});

describe('Finalizers of kinds that the generic rules check', () => {
  check([['need no domain', { finalizers: ['a'] }, []]], (metadata) => ({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: 'a', ...metadata },
  }));
});

describe('Managed fields', () => {
  const entry = {
    manager: 'm',
    operation: 'Update',
    apiVersion: 'v1',
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:data': {} },
  };
  const manager = 'm'.repeat(129);
  check(
    [
      ['name their manager', { managedFields: [entry] }, []],
      ['name it shortly', { managedFields: [{ ...entry, manager }] }, ['metadata.managedFields[0].manager TooLong']],
      [
        'name it printably',
        { managedFields: [{ ...entry, manager: 'a\n' }] },
        ['metadata.managedFields[0].manager Invalid'],
      ],
      [
        'name a subresource shortly',
        { managedFields: [{ ...entry, subresource: 'x'.repeat(257) }] },
        ['metadata.managedFields[0].subresource TooLong'],
      ],
      ['are dropped where one does not decode', { managedFields: [{ ...entry, manager }, { operation: 'x' }] }, []],
      ['are dropped where they own nothing', { managedFields: [{ ...entry, manager, fieldsV1: { '.': {} } }] }, []],
    ],
    (metadata) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', ...metadata } }),
  );
});

describe('Names', () => {
  check(
    [
      ['of Namespaces are labels', { kind: 'Namespace', metadata: { name: 'a.b' } }, ['metadata.name Invalid']],
      [
        'of Roles are parts of a path',
        { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'a/b', generateName: '..' } },
        ['metadata.generateName Invalid', 'metadata.name Invalid'],
      ],
      [
        'of Events may be anything that fits a path',
        { kind: 'Event', metadata: { name: 'A_b' }, involvedObject: {} },
        [],
      ],
      [
        'of addresses are addresses',
        { apiVersion: 'networking.k8s.io/v1', kind: 'IPAddress', metadata: { name: '10.0.0.300' } },
        { '1.27': ['apiVersion NoMatch'], '1.33': ['metadata.name Invalid'] },
      ],
      ['of LimitRanges are made where there is none', { kind: 'LimitRange' }, []],
      [
        'of questions are not asked for',
        { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: {} },
        [],
      ],
      [
        'of storage versions have two parts',
        {
          apiVersion: 'internal.apiserver.k8s.io/v1alpha1',
          kind: 'StorageVersion',
          metadata: { name: 'apps' },
          spec: {},
        },
        ['metadata.name Invalid'],
      ],
    ],
    (manifest) => ({ apiVersion: 'v1', ...manifest }),
  );
});

describe('Generations', () => {
  const spec = { containers: [{ name: 'a', image: 'a' }] };
  check(
    [['are set by the server where it counts them', {}, { '1.27': ['metadata.generation Invalid'], '1.33': [] }]],
    () => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', generation: -1 }, spec }),
  );
});

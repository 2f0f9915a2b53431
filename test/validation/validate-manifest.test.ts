import { validateManifest } from '../../lib/validation/validate-manifest';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };

function answer(manifest: unknown, kubernetes?: string): string[] {
  const options = kubernetes === undefined ? {} : { kubernetes };
  return validateManifest(manifest, options).map(({ field, type, message }) => `${field} ${type}: ${message}`);
}

test('a sound manifest', () => {
  expect(answer(configMap)).toEqual([]);
});

describe('what is no manifest', () => {
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [5, '5'],
    ['text', '"text"'],
    [[], 'a list'],
    [() => 1, 'a function'],
    [new Date(0), 'a Date'],
    [new Map(), 'a Map'],
    [10n, 'a bigint'],
    [Symbol('x'), 'a symbol'],
  ])('%p', (manifest, shown) => {
    const [error, ...more] = validateManifest(manifest);
    expect(more).toEqual([]);
    expect(error).toMatchObject({ field: '', type: 'Decode', rule: 'decode/object' });
    expect(error?.message).toContain(shown);
  });

  test.each([
    [{}, 'apiVersion Decode: apiVersion is missing'],
    [{ apiVersion: 'v1' }, 'kind Decode: kind is missing'],
    [{ apiVersion: '', kind: 'Pod' }, 'apiVersion Decode: apiVersion is missing'],
    [{ apiVersion: 1, kind: 'Pod' }, 'apiVersion Decode: apiVersion must be a text, not 1'],
    [{ apiVersion: 'v1', kind: ['Pod'] }, 'kind Decode: kind must be a text, not a list'],
  ])('%j', (manifest, expected) => {
    expect(answer(manifest)).toEqual([expected]);
  });
});

describe('the kind', () => {
  test.each([
    ['v1', 'Pood', "was 'Pod' meant?"],
    ['apps/v2', 'Deployment', 'use apps/v1'],
    ['v1', 'Deployment', 'use apps/v1'],
    ['extensions/v1beta1', 'Ingress', 'was removed in Kubernetes 1.22: use networking.k8s.io/v1'],
    ['extensions/v1beta1', 'Deployment', 'was removed in Kubernetes 1.16: use apps/v1'],
    ['policy/v1beta1', 'PodSecurityPolicy', 'was removed in Kubernetes 1.25'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'was removed in Kubernetes 1.26: use autoscaling/v2'],
    ['apps/v1', 'DeploymentList', 'use a List of apiVersion v1'],
    ['apps/v9', 'Thing', 'the group has no such version'],
    ['nonsense', 'Thing', 'the group has no such version'],
    ['a/b/c', 'Thing', 'the group has no such version'],
    ['v1', 'constructor', 'is not a kind of Kubernetes 1.37'],
    ['__proto__', 'toString', 'is not a kind of Kubernetes 1.37'],
  ])('%s %s', (apiVersion, kind, expected) => {
    const [error] = validateManifest({ apiVersion, kind });
    expect(error).toMatchObject({ field: 'apiVersion', type: 'NoMatch', rule: 'kind/known' });
    expect(error?.message).toContain(expected);
  });

  test('follows the release', () => {
    const flowSchema = {
      apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3',
      kind: 'FlowSchema',
      metadata: { name: 'a' },
    };
    expect(answer(flowSchema, '1.31')).toEqual([]);
    expect(answer(flowSchema, '1.32')).toEqual([
      'apiVersion NoMatch: flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema was removed in Kubernetes 1.32: use flowcontrol.apiserver.k8s.io/v1',
    ]);
    const serviceCidr = { apiVersion: 'networking.k8s.io/v1', kind: 'ServiceCIDR', metadata: { name: 'a' } };
    expect(answer(serviceCidr, '1.32')[0]).toContain(
      'is not known before Kubernetes 1.33: use networking.k8s.io/v1beta1',
    );
    expect(answer(serviceCidr, '1.33')).toEqual([]);
  });

  test('of a custom resource is not checked', () => {
    const [error] = validateManifest({ apiVersion: 'example.com/v1', kind: 'Thing', metadata: 5 });
    expect(error).toMatchObject({ field: 'apiVersion', type: 'Unchecked', rule: 'kind/unchecked' });
  });
});

describe('a List', () => {
  const list = (...items: unknown[]): object => ({ apiVersion: 'v1', kind: 'List', items });

  test('is checked item by item', () => {
    const faulty = { ...configMap, data: { a: 5 } };
    expect(answer(list(configMap, faulty, { ...configMap, metadata: {} }, null))).toEqual([
      'items[1].data[a] Decode: must be a text, not 5',
      'items[2].metadata.name FieldValueRequired: Required value: name or generateName is needed',
      'items[3] Decode: a manifest is an object, not null',
    ]);
  });

  test('may hold lists', () => {
    expect(answer(list(list(list({ ...configMap, foo: 1 }))))).toEqual([
      'items[0].items[0].items[0].foo Decode: unknown field',
    ]);
  });

  test('may be empty, but is a list', () => {
    expect(answer({ apiVersion: 'v1', kind: 'List' })).toEqual([]);
    expect(answer({ apiVersion: 'v1', kind: 'List', items: {} })).toEqual([
      'items Decode: must be a list, not an object',
    ]);
  });

  test('does not hold itself', () => {
    const cyclic = list(configMap) as { items: unknown[] };
    cyclic.items.push(cyclic, cyclic);
    expect(answer(cyclic)).toHaveLength(2);
  });

  test('is not nested without end', () => {
    let deep: unknown = configMap;
    for (let level = 0; level < 100_000; level++) deep = list(deep);
    expect(answer(deep)).toHaveLength(1);
  });
});

describe('the options', () => {
  test('name a release that is known', () => {
    expect(answer(configMap, 'v1.30.4')).toEqual([]);
    expect(() => answer(configMap, '1.99')).toThrow(RangeError);
    expect(() => answer(configMap, 'new')).toThrow("Kubernetes 'new' is not known: 1.27 to 1.37 are");
  });

  test('are passed to the rules', () => {
    const ports = [{ port: 80, nodePort: 20000 }];
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { type: 'NodePort', ports } };
    expect(validateManifest(service)).toMatchObject([{ field: 'spec.ports[0].nodePort' }]);
    expect(validateManifest(service, { nodePortRange: [20000, 20010] })).toEqual([]);
  });
});

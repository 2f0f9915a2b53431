import { FieldErrors } from '../../../lib/validation/field-errors';
import { decode } from '../../../lib/validation/schema/decode';
import { TypeTable } from '../../../lib/validation/schema/type-table';

function answer(apiVersion: string, kind: string, fields: object, minor = 37): string[] {
  const served = new TypeTable(minor).kind(apiVersion, kind);
  if (served === undefined) throw new Error(`${apiVersion} ${kind} is not served`);
  const errors = new FieldErrors();
  const accepted = decode({ apiVersion, kind, ...fields }, served.type, errors);
  expect(accepted).toBe(errors.found.length === 0);
  return errors.found.map(({ field, message }) => `${field}: ${message}`);
}

/** One value of each type, in a place where a release of today has it. */
const places: Readonly<Record<string, (value: unknown) => string[]>> = {
  string: (value) => answer('v1', 'ConfigMap', { data: { a: value } }),
  boolean: (value) => answer('v1', 'ConfigMap', { immutable: value }),
  int32: (value) => answer('apps/v1', 'Deployment', { spec: { replicas: value } }),
  int64: (value) => answer('v1', 'ConfigMap', { metadata: { generation: value } }),
  quantity: (value) => answer('v1', 'ResourceQuota', { spec: { hard: { cpu: value } } }),
  intOrString: (value) => answer('policy/v1', 'PodDisruptionBudget', { spec: { minAvailable: value } }),
  time: (value) => answer('v1', 'ConfigMap', { metadata: { creationTimestamp: value } }),
  microTime: (value) => answer('coordination.k8s.io/v1', 'Lease', { spec: { renewTime: value } }),
  bytes: (value) => answer('v1', 'Secret', { data: { a: value } }),
  any: (value) => answer('apps/v1', 'ControllerRevision', { data: value, revision: 1 }),
  list: (value) => answer('v1', 'ConfigMap', { metadata: { finalizers: value } }),
  map: (value) => answer('v1', 'ConfigMap', { metadata: { labels: value } }),
  object: (value) => answer('v1', 'ConfigMap', { metadata: value }),
};

const sound: Readonly<Record<string, readonly unknown[]>> = {
  string: ['', 'a', null, undefined],
  boolean: [true, false, null],
  int32: [0, -0, -(2 ** 31), 2 ** 31 - 1, null],
  int64: [2 ** 40, -(2 ** 63), null],
  quantity: ['1', ' 1.5Gi ', '1e3', 1, 1.5, -1, null, '100m', '.5', '5.'],
  intOrString: [1, '1', 'x', '', null],
  time: ['2026-01-31T09:00:00Z', null],
  microTime: ['2026-01-31T09:00:00.000000Z', null],
  bytes: ['', 'YQ==', 'YW\nI=', [1, 255, null], null],
  any: [{ a: [1, null, true, 'x', {}] }, 5, 'x', null],
  list: [[], ['a', null], null],
  map: [{}, { a: 'b', c: null }, null],
  object: [{}, { name: undefined, foo: undefined }, null],
};

const faulty: Readonly<Record<string, readonly unknown[]>> = {
  string: [5, true, [], {}, Symbol('x')],
  boolean: ['true', 1, 0, 'yes', {}],
  int32: ['1', 1.5, 2 ** 31, -(2 ** 31) - 1, NaN, Infinity, true, 1n],
  int64: ['1', 1.5, 1e30, NaN, {}],
  quantity: ['', 'x', '1 Gi', '1gi', true, {}, [], NaN],
  intOrString: [1.5, true, [], 2 ** 31],
  time: ['', '2026-01-31', 5, new Date(0)],
  microTime: ['2026-01-31T09:00:00Z', 5],
  bytes: ['a', 'a b=', '-_==', 5, {}, [256], ['a']],
  any: [() => 1, { a: Symbol('x') }, [NaN], { a: 10n }, new Map(), [new Date(0)]],
  list: ['a', {}, [5], [['a']], 5, [undefined], new Array(1)],
  map: ['a', [], { a: 5 }, { a: {} }, new Map(), new Date(0)],
  object: ['a', [], 5, new Date(0), new Set()],
};

describe.each(Object.entries(places))('%s', (type, place) => {
  test.each(sound[type] ?? [])('may be %p', (value) => {
    expect(place(value)).toEqual([]);
  });
  test.each(faulty[type] ?? [])('may not be %p', (value) => {
    expect(place(value)).toEqual([expect.stringMatching(/: (?:must be|holds) /)]);
  });
});

describe('unknown fields', () => {
  test('are all named, with the nearest known one', () => {
    expect(
      answer('apps/v1', 'Deployment', { spec: { replica: 1, template: { spec: { containers: [{ foo: null }] } } } }),
    ).toEqual([
      "spec.replica: unknown field: was 'replicas' meant?",
      'spec.template.spec.containers[0].foo: unknown field',
    ]);
  });

  test('are known to other releases', () => {
    const pod = { spec: { hostnameOverride: 'a' } };
    expect(answer('v1', 'Pod', pod, 33)).toEqual([
      'spec.hostnameOverride: unknown field: it is known since Kubernetes 1.34',
    ]);
    expect(answer('v1', 'Pod', pod, 34)).toEqual([]);
    expect(answer('v1', 'Pod', { spec: { resourceClaims: [{ source: {} }] } }, 31)).toEqual([
      'spec.resourceClaims[0].source: unknown field: it is gone since Kubernetes 1.31',
    ]);
  });

  test('may have the names of what every object has', () => {
    const manifest = JSON.parse('{"__proto__":{},"constructor":1,"toString":2}') as object;
    const errors = new FieldErrors();
    const served = new TypeTable(37).kind('v1', 'ConfigMap');
    if (served === undefined) throw new Error('no ConfigMap');
    expect(decode(manifest, served.type, errors)).toBe(false);
    expect(errors.found.map(({ field }) => field)).toEqual(['__proto__', 'constructor', 'toString']);
  });

  test('are those of the type, where it changed', () => {
    const claim = { spec: { resources: { claims: [] } } };
    expect(answer('v1', 'PersistentVolumeClaim', claim, 28)).toEqual([]);
    expect(answer('v1', 'PersistentVolumeClaim', claim, 29)).toHaveLength(1);
  });

  test('pass inside of what a CustomResourceDefinition reads in its own way', () => {
    const definition = (schema: object): object => ({ spec: { versions: [{ schema: { openAPIV3Schema: schema } }] } });
    const of = (schema: object): string[] =>
      answer('apiextensions.k8s.io/v1', 'CustomResourceDefinition', definition(schema));
    expect(of({ properties: { a: { foo: 1 } } })).toHaveLength(1);
    expect(of({ items: { foo: 1 }, additionalProperties: { foo: 1 }, default: { foo: 1 } })).toEqual([]);
    expect(of({ items: { type: 5 } })).toHaveLength(1);
    expect(of({ additionalProperties: false, items: [{}], dependencies: { a: ['b'] } })).toEqual([]);
    expect(of({ additionalProperties: 'x' })).toHaveLength(1);
  });
});

describe('what is too much', () => {
  const definition = (schema: unknown): string[] =>
    answer('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
      spec: { versions: [{ schema: { openAPIV3Schema: schema } }] },
    });
  const tooMuch = [': larger than the 3 MiB that the API server reads, or nested without end'];

  test('a text of 10 MB', () => {
    expect(answer('v1', 'ConfigMap', { data: { a: 'x'.repeat(10_000_000) } })).toEqual(tooMuch);
  });

  test('a schema that holds itself', () => {
    const schema: Record<string, unknown> = {};
    schema['not'] = schema;
    expect(definition(schema)).toEqual(tooMuch);
    schema['allOf'] = [schema, schema];
    expect(definition(schema)).toEqual(tooMuch);
  });

  test('what is kept as it is and holds itself, or is deeper than the server reads', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic, cyclic);
    expect(places['any']?.(cyclic)).toHaveLength(1);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(places['any']?.(deep)).toHaveLength(1);
    expect(places['map']?.({ a: deep })).toEqual(['metadata.labels[a]: must be a text, not an object']);
  });

  test('a hundred thousand wrong values: the first hundred are named', () => {
    const finalizers = Array.from({ length: 100_000 }, () => 5);
    expect(answer('v1', 'ConfigMap', { metadata: { finalizers } })).toHaveLength(100);
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { compileRule } from '../../../lib/validation/custom-resources/cel';
import type { StructuralSchema } from '../../../lib/validation/custom-resources/definition';
import { validateManifest } from '../../../lib/validation/validate-manifest';

/** The answer as `field type`, or nothing where the object is accepted. */
const answer = (manifest: unknown, customResourceDefinitions?: readonly unknown[]) =>
  validateManifest(manifest, customResourceDefinitions === undefined ? {} : { customResourceDefinitions }).map(
    ({ field, type }) => `${field} ${type}`,
  );

const route = (spec: object) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'web' },
  spec,
});

describe('kinds that are known without being given', () => {
  test.each<[string, object, readonly string[]]>([
    ['a sound route', { parentRefs: [{ name: 'gw' }], rules: [{ backendRefs: [{ name: 'web', port: 80 }] }] }, []],
    ['an unknown field', { rules: [{ filter: [] }] }, ['spec.rules[0].filter Decode']],
    ['a value that does not match its pattern', { hostnames: ['Web'] }, ['spec.hostnames[0] FieldValueInvalid']],
    [
      'a rule in CEL over defaulted values',
      { rules: [{ backendRefs: [{ name: 'web' }] }] },
      ['spec.rules[0].backendRefs[0] FieldValueInvalid'],
    ],
    [
      'a wrong type, which keeps the rules from being asked',
      { hostnames: 'web' },
      ['spec.hostnames FieldValueTypeInvalid', '<nil> FieldValueInvalid'],
    ],
  ])('%s', (_, spec, errors) => {
    expect(answer(route(spec))).toEqual(errors);
  });

  test('objects of another realm are objects, too', () => {
    const source = { notRemoteIpBlocks: ['10.0.0.0/8'] };
    const policy = {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: { name: 'web' },
      spec: { action: 'DENY', rules: [{ from: [{ source }] }] },
    };
    expect(answer(runInNewContext(`(${JSON.stringify(policy)})`) as object)).toEqual([]);
  });

  test('the metadata is that of every object', () => {
    expect(answer({ ...route({}), metadata: { name: 'web', lables: {} } })).toEqual(['metadata.lables Decode']);
    expect(answer({ ...route({}), metadata: {} })).toEqual([
      'metadata.name FieldValueRequired',
      '<nil> FieldValueInvalid',
    ]);
  });

  test('all rules of all known definitions can be read', () => {
    const folder = join(__dirname, '../../../lib/validation/custom-resources/definitions');
    const rules: string[] = [];
    const collect = (schema: StructuralSchema): void => {
      rules.push(...(schema['x-kubernetes-validations'] ?? []).map(({ rule }) => rule));
      Object.values(schema.properties ?? {}).forEach(collect);
      if (schema.items !== undefined) collect(schema.items);
      if (typeof schema.additionalProperties === 'object') collect(schema.additionalProperties);
    };
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const definitions = jest.requireActual<
        { spec: { versions: { schema: { openAPIV3Schema: StructuralSchema } }[] } }[]
      >(join(folder, file));
      for (const { spec } of definitions)
        spec.versions.forEach(({ schema }) => {
          collect(schema.openAPIV3Schema);
        });
    }
    expect(rules.length).toBeGreaterThan(1000);
    expect(rules.filter((rule) => compileRule(rule) === undefined)).toEqual([]);
  });
});

describe('kinds of a definition that is given', () => {
  const definition = (schema: object) => [
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'Thing' },
        versions: [
          { name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: schema } } } },
        ],
      },
    },
  ];
  const thing = (spec: unknown) => ({ apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' }, spec });
  const inSpec = (spec: unknown, properties: object, more: object = {}) =>
    answer(thing(spec), definition({ type: 'object', properties, ...more }));

  test.each<[string, unknown, object, readonly string[]]>([
    [
      'a number below its bound',
      { n: 0 },
      { n: { type: 'integer', minimum: 0, exclusiveMinimum: true } },
      ['spec.n FieldValueInvalid'],
    ],
    [
      'a value outside of its list',
      { m: 'x' },
      { m: { type: 'string', enum: ['a', 'b'] } },
      ['spec.m FieldValueNotSupported'],
    ],
    ['a text that is too long', { t: 'abc' }, { t: { type: 'string', maxLength: 2 } }, ['spec.t FieldValueTooLong']],
    [
      'a list that is too long',
      { l: [1, 2] },
      { l: { type: 'array', maxItems: 1, items: { type: 'integer' } } },
      ['spec.l FieldValueTooMany'],
    ],
    [
      'an entry of a set that stands there twice',
      { s: ['a', 'b', 'a'] },
      { s: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } } },
      ['spec.s[2] FieldValueDuplicate'],
    ],
    [
      'an entry of a map that stands there twice',
      { s: [{ k: 1 }, { k: 1 }] },
      {
        s: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['k'],
          items: { type: 'object', properties: { k: { type: 'integer' } } },
        },
      },
      ['spec.s[1] FieldValueDuplicate'],
    ],
    ['an integer or a text', { p: 'http' }, { p: { 'x-kubernetes-int-or-string': true } }, []],
    ['null where it is not allowed is as good as absent', { p: null }, { p: { type: 'string' } }, []],
    [
      'whatever the schema keeps',
      { any: { a: [1] } },
      { any: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      [],
    ],
  ])('%s', (_, spec, properties, errors) => {
    expect(inSpec(spec, properties)).toEqual(errors);
  });

  test('rules see defaults, and name the field and the reason that they are told to', () => {
    const rule = {
      rule: 'self.max >= self.min',
      message: 'max is below min',
      reason: 'FieldValueForbidden',
      fieldPath: '.max',
    };
    const properties = { min: { type: 'integer', default: 2 }, max: { type: 'integer' } };
    const rules = { 'x-kubernetes-validations': [rule] };
    expect(inSpec({ max: 1 }, properties, rules)).toEqual(['spec.max FieldValueForbidden']);
    expect(inSpec({ max: 3 }, properties, rules)).toEqual([]);
  });

  test('rules about a change have nothing to say of a creation', () => {
    const rules = { 'x-kubernetes-validations': [{ rule: 'self.a == oldSelf.a' }] };
    expect(inSpec({ a: 1 }, { a: { type: 'integer' } }, rules)).toEqual([]);
  });

  test('the object given is not changed', () => {
    const manifest = thing({ p: null });
    const before = JSON.stringify(manifest);
    answer(
      manifest,
      definition({ type: 'object', properties: { p: { type: 'string' }, q: { type: 'string', default: 'x' } } }),
    );
    expect(JSON.stringify(manifest)).toBe(before);
  });
});

test('a kind of which nothing is known is said to be unchecked', () => {
  expect(answer({ apiVersion: 'unknown.example.com/v1', kind: 'Thing', metadata: { name: 'a' } })).toEqual([
    'apiVersion Unchecked',
  ]);
});

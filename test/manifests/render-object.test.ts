import { ApiObject, App, Chart, JsonPatch, Lazy, LazyResolver, type IResolver, type ResolutionContext } from 'cdk8s';
import type * as Cdk8s from 'cdk8s';
import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { objectRenderer } from '../../lib/manifests/render-object';
import type * as Rendering from '../../lib/manifests/render-object';

type Props = Readonly<Record<string, unknown>>;

const objectOf = (props: Props, app = new App()): ApiObject =>
  new ApiObject(new Chart(app, 'c'), 'o', { apiVersion: 'v1', kind: 'ConfigMap', ...props });

/** What comes out, with the order of keys; or why nothing does. */
const outcome = (render: () => unknown): string => {
  try {
    return inspect(render(), { depth: null, maxArrayLength: null, maxStringLength: null, breakLength: Infinity });
  } catch (error) {
    return String(error);
  }
};

/** Held against cdk8s itself. */
const expectAsCdk8s = (object: ApiObject): void => {
  const ours = outcome(() => objectRenderer(App.of(object))(object));
  expect(ours).toBe(outcome(() => object.toJson() as unknown));
};

class Union {
  readonly value = '25%';
}

class List extends Array<unknown> {}

const key = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom('name', 'labels', 'constructor', 'toString', '__proto__', '10', '9', 'é', 'value', 'resolve'),
);
const scalar = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, 0, -0, NaN, Infinity, ''),
);
const plain = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const token = fc.constantFrom(
  () => Lazy.any({ produce: () => ({ b: 1, a: null }) }) as unknown,
  () => ({ resolve: () => ['x'] }),
  () => new Union(),
  () => new Date(0),
  () => Object.create(null) as unknown,
  () => (): string => 'called',
  () => 10n,
  () => List.of(1),
  () => Object.create({ resolve: () => 'inherited' }) as unknown,
  () => Object.assign([1], { resolve: () => ['x'] }),
  () => Object.assign([1], { value: '5' }),
  () => ({
    get unreadable() {
      throw new Error('not to be read');
    },
  }),
);
const nothingOrName = fc.constantFrom('o', undefined, null);
const dictionary = fc.dictionary(key, plain, { maxKeys: 4, noNullPrototype: true });

describe('an object', () => {
  it('is rendered as cdk8s renders it, whatever data its props are', () => {
    fc.assert(
      fc.property(dictionary, dictionary, dictionary, nothingOrName, (spec, labels, metadata, name) => {
        expectAsCdk8s(objectOf({ zebra: spec, spec, metadata: { ...metadata, name, labels, annotations: spec } }));
      }),
      { numRuns: 500 },
    );
  });

  it('is rendered as cdk8s renders it where some value is a token, or nothing that can be rendered', () => {
    fc.assert(
      fc.property(
        dictionary,
        token,
        fc.constantFrom('spec', 'list', 'label', 'attribute', 'kind' as const),
        (spec, make, place) => {
          const value = make();
          const metadata = {
            name: 'o',
            ...(place === 'label' ? { labels: { a: value } } : {}),
            ...(place === 'attribute' ? { generation: value } : {}),
          };
          const specs = { spec: { ...spec, value }, list: [spec, [value]], label: spec, attribute: spec, kind: spec };
          const kind = place === 'kind' ? { kind: value } : {};
          expectAsCdk8s(objectOf({ spec: specs[place], metadata, ...kind }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shares nothing with its props', () => {
    const data = { list: [{ a: '1' }] };
    const object = objectOf({ data });
    const manifest = objectRenderer(App.of(object))(object) as { data: typeof data };
    expect(manifest.data).toEqual(data);
    expect(manifest.data).not.toBe(data);
    expect(manifest.data.list).not.toBe(data.list);
    expect(manifest.data.list[0]).not.toBe(data.list[0]);
  });

  it('has what was added to its metadata later', () => {
    const object = objectOf({ metadata: { name: 'o', labels: { a: '1' } } });
    object.metadata.addLabel('b', '2');
    object.metadata.addAnnotation('c', '3');
    object.metadata.addFinalizers('example.com/f');
    object.metadata.add('generateName', 'o-');
    expectAsCdk8s(object);
    expect(outcome(() => objectRenderer(App.of(object))(object))).toContain("generateName: 'o-'");
  });

  it('is patched', () => {
    const object = objectOf({ data: { a: '1' } });
    object.addJsonPatch(JsonPatch.replace('/data/a', '2'));
    expectAsCdk8s(object);
    expect(outcome(() => objectRenderer(App.of(object))(object))).toContain("data: { a: '2' }");
  });

  it('may be rendered in a way of its own', () => {
    class Renamed extends ApiObject {
      override toJson(): unknown {
        return { ...(super.toJson() as object), renamed: true };
      }
    }
    const object = new Renamed(new Chart(new App(), 'c'), 'o', { apiVersion: 'v1', kind: 'Secret' });
    expect(objectRenderer(App.of(object))(object)).toMatchObject({ renamed: true });
  });

  it('passes the resolvers of its app', () => {
    class Upper implements IResolver {
      resolve(context: ResolutionContext): void {
        if (context.value === 'low') context.replaceValue('HIGH');
      }
    }
    const object = objectOf({ data: { a: 'low' } }, new App({ resolvers: [new Upper()] }));
    expect(objectRenderer(App.of(object))(object)).toMatchObject({ data: { a: 'HIGH' } });
  });

  it('keeps the order of its keys where cdk8s is told to', () => {
    const object = objectOf({ data: { b: '1', a: '2' } });
    process.env['CDK8S_DISABLE_SORT'] = 'true';
    try {
      expect(outcome(() => objectRenderer(App.of(object))(object))).toContain("data: { b: '1', a: '2' }");
    } finally {
      delete process.env['CDK8S_DISABLE_SORT'];
    }
  });

  it('may have metadata that is rendered in a way of its own', () => {
    const object = objectOf({ metadata: { name: 'o' } });
    object.metadata.toJson = () => ({ name: 'another' });
    expect(objectRenderer(App.of(object))(object)).toMatchObject({ metadata: { name: 'another' } });
  });

  it('passes a built-in resolver that was changed', () => {
    const resolver = new LazyResolver();
    resolver.resolve = (context) => {
      if (context.value === 'low') context.replaceValue('HIGH');
    };
    const object = objectOf({ data: { a: 'low' } }, new App({ resolvers: [resolver] }));
    expect(objectRenderer(App.of(object))(object)).toMatchObject({ data: { a: 'HIGH' } });
  });

  it('is left to a toJson that somebody puts in the place of that of all objects', () => {
    const replaced = jest.spyOn(ApiObject.prototype, 'toJson').mockReturnValue({ from: 'elsewhere' });
    try {
      const object = objectOf({});
      expect(objectRenderer(App.of(object))(object)).toEqual({ from: 'elsewhere' });
    } finally {
      replaced.mockRestore();
    }
  });

  it.each(['labels', 'annotations', 'finalizers', 'ownerReferences', '_additionalAttributes'])(
    'is left to a cdk8s that keeps %s in another field',
    (field) => {
      jest.isolateModules(() => {
        const cdk8s = jest.requireActual<typeof Cdk8s>('cdk8s');
        cdk8s.ApiObjectMetadataDefinition.prototype.toJson = () => ({ name: 'elsewhere' });
        const rendering = jest.requireActual<typeof Rendering>('../../lib/manifests/render-object');
        const app = new cdk8s.App();
        const object = new cdk8s.ApiObject(new cdk8s.Chart(app, 'c'), 'o', { apiVersion: 'v1', kind: 'Secret' });
        Object.assign(object.metadata, { [field]: undefined });
        expect(rendering.objectRenderer(app)(object)).toMatchObject({ metadata: { name: 'elsewhere' } });
      });
    },
  );

  it('that holds itself is refused in the words of cdk8s', () => {
    const data: Record<string, unknown> = {};
    data['self'] = data;
    const object = objectOf({ data });
    expect(() => objectRenderer(App.of(object))(object)).toThrow("Failed serializing construct at path 'c/o'");
  });
});

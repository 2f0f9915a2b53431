import fc from 'fast-check';
import { kubernetesMinors, printKubernetesVersion } from '../../lib/kubernetes/versions';
import { validateManifest } from '../../lib/validation/validate-manifest';
import { readCorpus } from '../conformance/corpus';
import { workOf } from '../work';

const manifests = readCorpus().map(({ manifest }) => manifest);

/** Values that no program should send, next to those that many do. */
const odd = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withNullPrototype: true,
  }),
  fc.jsonValue(),
  fc.constantFrom(NaN, -0, Infinity, Symbol('x'), () => 1, '', '\u0000', '\ud800', '__proto__', 'x'.repeat(5000)),
  fc.constantFrom('1', '-1', '100m', '10.0.0.1', 'TCP', 'http', 'Always', 'a.b/c', '25%'),
  fc.integer(),
);

const release = fc.constantFrom(...kubernetesMinors.map(printKubernetesVersion));

/** A manifest of the recorded ones in which some values were replaced by odd ones. */
const broken = fc
  .tuple(fc.nat(manifests.length - 1), fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }))
  .map(([position, changes]) => {
    const manifest = structuredClone(manifests[position]) as unknown as Parent;
    for (const [site, value] of changes) change(manifest, site, value);
    return manifest;
  });

type Parent = Record<string | number, unknown>;

function change(manifest: Parent, site: number, value: unknown): void {
  const sites = sitesOf(manifest);
  const [parent, key] = sites[site % sites.length] ?? [manifest, 'spec'];
  parent[key] = value;
}

function sitesOf(parent: Parent): [Parent, string | number][] {
  return Object.keys(parent).flatMap((key): [Parent, string | number][] => {
    const value = parent[key];
    const inner =
      typeof value === 'object' && value !== null && Object.keys(value).length < 100 ? sitesOf(value as Parent) : [];
    return [[parent, key], ...inner];
  });
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) freeze((value as Parent)[key as string]);
}

test('no input crashes it', () => {
  fc.assert(
    fc.property(
      fc.oneof(odd, fc.record({ apiVersion: odd, kind: odd, metadata: odd, spec: odd }, { requiredKeys: [] })),
      (input) => {
        expect(Array.isArray(validateManifest(input))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('no manifest crashes it, whatever stands in it, and none is changed', () => {
  fc.assert(
    fc.property(broken, release, (manifest, kubernetes) => {
      freeze(manifest);
      for (const { field, message } of validateManifest(manifest, { kubernetes })) {
        expect(typeof field).toBe('string');
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 1500 },
  );
});

test('the answer does not depend on the order of fields', () => {
  const lines = (manifest: unknown): string[] =>
    validateManifest(manifest)
      .map(({ field, type }) => `${field} ${type}`)
      .sort();
  fc.assert(
    fc.property(fc.constantFrom(...manifests), (manifest) => {
      expect(lines(reverse(manifest))).toEqual(lines(manifest));
    }),
    { numRuns: 300 },
  );
});

function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverse(item)]),
  );
}

describe('long lists take work by their length', () => {
  const range = (length: number): number[] => Array.from({ length }, (_, position) => position);
  const pod = (spec: object): object => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec });
  const container = (more: object): object => ({ name: 'a', image: 'a', ...more });
  const grown: Readonly<Record<string, (length: number) => object>> = {
    'containers that are sound': (length) =>
      pod({ containers: range(length).map((n) => container({ name: `c${n}` })) }),
    'containers of one name': (length) => pod({ containers: range(length).map(() => container({})) }),
    'environment variables': (length) =>
      pod({ containers: [container({ env: range(length).map((n) => ({ name: `A${n}`, value: 'x' })) })] }),
    'ports that are taken': (length) =>
      pod({
        containers: [container({ ports: range(length).map(() => ({ name: 'a', containerPort: 0, hostPort: 1 })) })],
      }),
    'volumes and mounts': (length) =>
      pod({
        volumes: range(length).map((n) => ({ name: `v${n}`, emptyDir: {} })),
        containers: [container({ volumeMounts: range(length).map((n) => ({ name: `v${n}`, mountPath: `/${n}` })) })],
      }),
    'ports of a Service': (length) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: { ports: range(length).map((n) => ({ name: `p${n}`, port: (n % 65535) + 1 })) },
    }),
    'rules of an Ingress': (length) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'a' },
      spec: { rules: range(length).map((n) => ({ host: `h${n}.example.com` })) },
    }),
    'finalizers that are wrong': (length) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', finalizers: range(length).map(String) },
    }),
    'owners that control': (length) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'a',
        ownerReferences: range(length).map((n) => ({
          apiVersion: 'v1',
          kind: 'Pod',
          name: 'a',
          uid: String(n),
          controller: true,
        })),
      },
    }),
    'items of a List': (length) => ({
      apiVersion: 'v1',
      kind: 'List',
      items: range(length).map(() => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: {} })),
    }),
  };

  test.each(Object.entries(grown))('%s', (_name, grow) => {
    const work = (length: number): number => {
      const manifest = grow(length);
      return workOf(() => validateManifest(manifest));
    };
    // eight times as long: eight times the work; sixty-four times were it quadratic
    expect(work(16_000)).toBeLessThan(work(2000) * 10);
  });
});

import { validateManifest } from '../../../lib/validation/validate-manifest';

const web = { apiVersion: 'example.com/v1', kind: 'Web', metadata: { name: 'a' }, spec: { size: 1 } };
const definition = (versions: unknown, spec: object = {}): object => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'webs.example.com' },
  spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Web', plural: 'webs' }, versions, ...spec },
});
const schema = (openAPIV3Schema: unknown): object =>
  definition([{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }]);

test.each([
  ['versions that are no list', definition(0)],
  ['a version that is none', definition([null, 5])],
  ['names that are none', definition([], { names: 0 })],
  ['a schema that is none', schema(5)],
  ['properties that are none', schema({ type: 'object', properties: 5 })],
  ['a property that is none', schema({ type: 'object', properties: { spec: null } })],
  ['rules that are none', schema({ type: 'object', 'x-kubernetes-validations': [5] })],
  ['a type that is none', schema({ type: {}, properties: { spec: { type: 7 } } })],
])('nothing crashes for a definition with %s', (_, malformed) => {
  expect(() => validateManifest(web, { customResourceDefinitions: [malformed] })).not.toThrow();
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import schemas from '../../lib/kubernetes/schemas.json';
import type { SchemaFile } from '../../lib/kubernetes/schema-text';
import { kubernetesMinors } from '../../lib/kubernetes/versions';
import { printApiTypes } from '../../scripts/schemas/api-types';
import { fold, unfold } from '../../scripts/schemas/compact';
import { servedApi } from '../../scripts/schemas/openapi';

const file: SchemaFile = schemas;

test('the schema file is what its releases fold to', () => {
  const releases = new Map(kubernetesMinors.map((minor) => [minor, unfold(file, minor)]));
  expect(fold(releases)).toEqual(file);
});

test('the types are those of the schema file', () => {
  const written = readFileSync(join(__dirname, '../../lib/kubernetes/api.ts'), 'utf8');
  expect(printApiTypes(file)).toBe(written);
});

test('an OpenAPI document becomes texts', () => {
  const reference = (name: string): object => ({ allOf: [{ $ref: `#/components/schemas/${name}` }], default: {} });
  const document = {
    kinds: { 'apps/v1 Thing': { schema: 'io.k8s.api.apps.v1.Thing', namespaced: true } },
    schemas: {
      'io.k8s.api.apps.v1.Thing': {
        properties: {
          amount: reference('io.k8s.apimachinery.pkg.api.resource.Quantity'),
          names: { type: 'array', items: { type: 'string', default: '' } },
          parts: {
            type: 'object',
            additionalProperties: { type: 'array', items: reference('io.k8s.api.apps.v1.Part') },
          },
        },
      },
      'io.k8s.api.apps.v1.Part': { type: 'object' },
    },
  };
  const { kinds, types } = servedApi(document);
  expect([...kinds]).toEqual([['apps/v1 Thing', 'namespaced apps.v1.Thing']]);
  expect(Object.fromEntries(types.get('apps.v1.Thing') ?? [])).toEqual({
    amount: 'quantity',
    names: 'list string',
    parts: 'map list apps.v1.Part',
  });
  expect(types.get('apps.v1.Part')?.size).toBe(0);
});

test('a field bears the releases that know it, where its type is older', () => {
  const release = (...fields: string[]): ReturnType<typeof servedApi> => ({
    kinds: new Map([['v1 Thing', 'cluster core.v1.Thing']]),
    types: new Map([['core.v1.Thing', new Map(fields.map((field) => [field, 'string']))]]),
  });
  const folded = fold(
    new Map([
      [30, release('old', 'always')],
      [31, release('always')],
      [32, release('always', 'new')],
    ]),
  );
  expect(folded.types['core.v1.Thing']).toEqual({ always: 'string', new: 'string 1.32+', old: 'string 1.30-1.30' });
});

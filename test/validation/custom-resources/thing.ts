import type { StructuralSchema } from '../../../lib/validation/custom-resources/definition';
import { validateManifest } from '../../../lib/validation/validate-manifest';
import type { ValidateOptions } from '../../../lib/validation/validate-options';

/** A schema as it is written: also what validation does not look at. */
export type Schema = StructuralSchema & Readonly<Record<string, unknown>>;

/** The answer of a server that has the kind Thing, as `field type`. */
export function answerOf(
  thing: object,
  schema: Schema,
  version: object = {},
  options: ValidateOptions = {},
): readonly string[] {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Thing' },
      versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: schema }, ...version }],
    },
  };
  const manifest = { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' }, ...thing };
  return validateManifest(manifest, { ...options, customResourceDefinitions: [definition] }).map(
    ({ field, type }) => `${field} ${type.replace('FieldValue', '')}`,
  );
}

/** An object with these properties. */
export const objectOf = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  ...more,
});

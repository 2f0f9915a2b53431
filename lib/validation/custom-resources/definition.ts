import { isFields, itemsOf, textOf, valueAt } from '../../manifests/untyped';

/** A structural schema, as far as it is looked at. https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/ */
export interface StructuralSchema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly additionalProperties?: StructuralSchema | boolean;
  readonly items?: StructuralSchema;
  readonly allOf?: readonly StructuralSchema[];
  readonly anyOf?: readonly StructuralSchema[];
  readonly oneOf?: readonly StructuralSchema[];
  readonly not?: StructuralSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-validations'?: readonly CelRule[];
}

/** A rule in the Common Expression Language over the value at its place. */
export interface CelRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** One version of a custom kind. */
export interface CustomKind {
  readonly namespaced: boolean;
  /** The status is a resource of its own: what a creation says of it is dropped. */
  readonly hasStatus: boolean;
  readonly schema: StructuralSchema;
}

/** The custom kinds that CustomResourceDefinitions define, by `group/version kind`. */
export type CustomKinds = ReadonlyMap<string, CustomKind>;

/** Reads CustomResourceDefinitions; whatever is none is passed over, as is a version that is not served. */
export function customKindsOf(definitions: readonly unknown[]): CustomKinds {
  const kinds = new Map<string, CustomKind>();
  for (const definition of definitions) {
    const group = textOf(valueAt(definition, 'spec', 'group'));
    const kind = textOf(valueAt(definition, 'spec', 'names', 'kind'));
    if (valueAt(definition, 'kind') !== 'CustomResourceDefinition' || group === '' || kind === '') continue;
    const namespaced = valueAt(definition, 'spec', 'scope') !== 'Cluster';
    for (const version of itemsOf(valueAt(definition, 'spec', 'versions'))) {
      const name = textOf(valueAt(version, 'name'));
      if (name === '' || valueAt(version, 'served') === false) continue;
      const hasStatus = isFields(valueAt(version, 'subresources', 'status'));
      kinds.set(`${group}/${name} ${kind}`, { namespaced, hasStatus, schema: schemaOf(version) });
    }
  }
  return kinds;
}

/** Without a schema anything goes. */
function schemaOf(version: unknown): StructuralSchema {
  const schema = valueAt(version, 'schema', 'openAPIV3Schema');
  return isFields(schema) ? schema : { 'x-kubernetes-preserve-unknown-fields': true };
}

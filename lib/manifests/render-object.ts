import {
  ApiObject,
  ApiObjectMetadataDefinition,
  ImplicitTokenResolver,
  LazyResolver,
  NumberStringUnionResolver,
  type App,
  type IResolver,
} from 'cdk8s';
import { copyPlain, notPlain } from './plain-copy';

/** Makes the manifest of an object of an app. */
export type RenderObject = (object: ApiObject) => unknown;

/**
 * How the objects of this app are made into manifests: as `toJson()` of cdk8s does it. That asks for each value of the props whether it is a token of
 * any kind, and copies it thrice, which takes longer than to check it. Most props are plain data, and are copied once here; an object of which
 * anything is not plain, or which is rendered in a way of its own, is left to cdk8s.
 */
export function objectRenderer({ resolvers }: App): RenderObject {
  // eslint-disable-next-line no-restricted-globals -- cdk8s documents this variable, and what it renders depends on it
  const isSorted = !process.env['CDK8S_DISABLE_SORT'];
  const rendersPlainly = isSorted && resolvers.every(isBuiltIn);
  return (object) => (rendersPlainly ? plainManifest(object) : undefined) ?? (object.toJson() as unknown);
}

/** What cdk8s has before anybody changes it. */
const original = {
  object: methodOf(ApiObject.prototype, 'toJson'),
  metadata: methodOf(ApiObjectMetadataDefinition.prototype, 'toJson'),
  resolvers: [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver].map(({ prototype }) =>
    methodOf(prototype, 'resolve'),
  ),
} as const;

/** A method to compare with another one. */
export function methodOf<Of>(object: Of, name: keyof Of): unknown {
  return object[name];
}

/** Those that change nothing but tokens. */
function isBuiltIn(resolver: IResolver): boolean {
  return original.resolvers.includes(methodOf(resolver, 'resolve'));
}

type Fields = Readonly<Record<string, unknown>>;

function plainManifest(object: ApiObject): object | undefined {
  const { props, patches } = object as unknown as Fields;
  if (methodOf(object, 'toJson') !== original.object || !isEmptyList(patches)) return undefined;
  try {
    const { apiVersion, kind, ...others }: Fields = { ...(props as Fields), metadata: undefined };
    const metadata = plainMetadata(object.metadata);
    const copied = copyPlain(others);
    if (metadata === notPlain || copied === notPlain) return undefined;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
    return { apiVersion, kind, ...(metadata === undefined ? {} : { metadata }), ...(copied as object) };
  } catch {
    // Props that hold themselves, or throw when they are read: cdk8s says of which object.
    return undefined;
  }
}

/** As cdk8s renders it: without what is empty, at any depth. */
function plainMetadata(metadata: ApiObjectMetadataDefinition): unknown {
  const { labels, annotations, finalizers, ownerReferences, _additionalAttributes } = metadata as unknown as Fields;
  const areKnown = [labels, annotations, finalizers, ownerReferences].every(isObject);
  if (!areKnown || !isObject(_additionalAttributes)) return notPlain;
  if (methodOf(metadata, 'toJson') !== original.metadata) return notPlain;
  const { name, namespace } = metadata;
  const fields: Record<string, unknown> = { annotations, finalizers, labels, name, namespace, ownerReferences };
  for (const key of Object.keys(_additionalAttributes)) {
    if (!Object.hasOwn(fields, key)) fields[key] = _additionalAttributes[key];
  }
  return copyPlain(fields, { dropEmpty: true });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

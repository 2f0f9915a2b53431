import type { ObjectRef } from '../findings/finding';
import type { Labels } from '../kubernetes/label-selectors';
import type { ManifestDocument } from '../manifests/manifest-document';
import { textOf, valueAt } from '../manifests/untyped';
import { isClusterScoped, kindKey } from './kinds';

/** A manifest of which nothing but its being an object is known: read it with lib/manifests/untyped. */
export type UntypedBody = Readonly<Record<string, unknown>>;

/** One object of a set of manifests. `Body` is the shape of its manifest, where its kind is one that we know. */
export interface SetObject<Body extends object = UntypedBody> {
  /** Where it comes from. */
  readonly document: ManifestDocument;
  /** Its place within the document, `items[2].` in a List; empty where the document is the object. */
  readonly prefix: string;
  /** What tells its kind from others, whichever version it is written in: `Service`, `traefik.io IngressRoute`. */
  readonly key: string;
  /** How it is named in a report. */
  readonly ref: ObjectRef;
  /** The API group; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** The namespace that it lands in: `default` where it names none, empty where its kind has none. */
  readonly namespace: string;
  /** Empty where the server is to make it up. */
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, unknown>>;
  readonly body: Body;
}

/** Where an object of the set comes from. */
export type Origin = Pick<SetObject, 'document' | 'prefix'>;

/** The object that a manifest describes; undefined where it has no kind. */
export function setObject(manifest: object, origin: Origin): SetObject | undefined {
  const apiVersion = textOf(valueAt(manifest, 'apiVersion'));
  const kind = textOf(valueAt(manifest, 'kind'));
  if (apiVersion === '' || kind === '') return undefined;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const key = kindKey(apiVersion, kind);
  const said = textOf(valueAt(manifest, 'metadata', 'namespace'));
  const name = textOf(valueAt(manifest, 'metadata', 'name'));
  const shown = name === '' ? textOf(valueAt(manifest, 'metadata', 'generateName')) : name;
  // One shape for all, written out: there is one for every object of a set.
  return {
    document: origin.document,
    prefix: origin.prefix,
    key,
    ref: said === '' ? { apiVersion, kind, name: shown } : { apiVersion, kind, namespace: said, name: shown },
    group,
    kind,
    namespace: isClusterScoped(key) ? '' : said || 'default',
    name,
    labels: mapAt(manifest, 'labels') as Labels,
    annotations: mapAt(manifest, 'annotations'),
    body: manifest as UntypedBody,
  };
}

/** Stands for what is no object of the set, so that a finding about it has one. */
export function standIn({ document, prefix }: Origin, ref: ObjectRef): SetObject {
  const { kind, namespace = '', name } = ref;
  return {
    document,
    prefix,
    key: '',
    ref,
    group: '',
    kind,
    namespace,
    name,
    labels: {},
    annotations: none,
    body: none,
  };
}

const none: UntypedBody = {};

function mapAt(manifest: object, field: 'labels' | 'annotations'): UntypedBody {
  const map = valueAt(manifest, 'metadata', field);
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? (map as UntypedBody) : none;
}

/** How an object is named in a message: `Service 'shop/web'`. */
export function nameOf({ kind, namespace, name }: Pick<SetObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} '${namespace === '' ? '' : `${namespace}/`}${name}'`;
}

type Identity = Pick<SetObject, 'key' | 'namespace' | 'name'>;

/** Whether both are one object in the cluster, though it may stand in the set twice. */
export function isSameObject(one: Identity, other: Identity): boolean {
  if (one === other) return true;
  return one.name !== '' && one.key === other.key && one.namespace === other.namespace && one.name === other.name;
}

/** The value of an annotation; undefined where it is not a text. */
export function annotationOf({ annotations }: Pick<SetObject, 'annotations'>, key: string): string | undefined {
  if (!Object.hasOwn(annotations, key)) return undefined;
  const value = annotations[key];
  return typeof value === 'string' ? value : undefined;
}

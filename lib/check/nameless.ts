import type { Origin, SetObject } from '../graph/set-object';
import { textOf, valueAt } from '../manifests/untyped';

/** Stands for what is no object, so that a finding about it has one. */
export function nameless(origin: Origin, manifest: unknown): SetObject {
  const apiVersion = textOf(valueAt(manifest, 'apiVersion'));
  const kind = textOf(valueAt(manifest, 'kind'));
  const name = textOf(valueAt(manifest, 'metadata', 'name'));
  return {
    ...origin,
    ...{ key: '', ref: { apiVersion, kind, name }, group: '', kind, namespace: '', name },
    ...{ labels: {}, annotations: {}, body: {} },
  };
}

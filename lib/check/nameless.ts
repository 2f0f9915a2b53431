import { standIn, type Origin, type SetObject } from '../graph/set-object';
import { textOf, valueAt } from '../manifests/untyped';

/** Stands for a manifest that is no object, by what it says of itself. */
export function nameless(origin: Origin, manifest: unknown): SetObject {
  return standIn(origin, {
    apiVersion: textOf(valueAt(manifest, 'apiVersion')),
    kind: textOf(valueAt(manifest, 'kind')),
    name: textOf(valueAt(manifest, 'metadata', 'name')),
  });
}

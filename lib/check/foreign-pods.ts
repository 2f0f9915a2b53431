import { templatePlaces } from '../graph/workload';
import { textOf, valueAt } from '../manifests/untyped';
import { isBuiltInGroup } from '../validation/api-group';
import type { FieldError } from '../validation/field-errors';
import { validateManifest } from '../validation/validate-manifest';

/**
 * What has a wrong type in the pods of kinds that nobody decodes: those of operators without a definition in the set, and those that the server no
 * longer serves. Rules read pods by their types, whoever makes them.
 *
 * @param errors what the validation says of the manifest
 */
export function wrongTypesOfPods(manifest: object, errors: readonly FieldError[]): readonly string[] {
  const isDecoded = isBuiltInGroup(textOf(valueAt(manifest, 'apiVersion')));
  if (isDecoded && !errors.some(({ rule }) => rule === 'kind/known')) return [];
  return templatePlaces.flatMap((place) => {
    const template = valueAt(manifest, ...place);
    if (typeof template !== 'object' || template === null) return [];
    const pod = { ...template, apiVersion: 'v1', kind: 'Pod' };
    return wrongTypes(validateManifest(pod)).map((field) => `${place.join('.')}.${field}`);
  });
}

/** The fields of which the type is wrong. */
export function wrongTypes(errors: readonly FieldError[]): readonly string[] {
  return errors.filter(({ rule }) => rule === 'decode/type').map(({ field }) => field);
}

import { FieldPath } from '../findings/field-path';
import type { ValidationContext } from './context';
import { customKindsOf, type CustomKinds } from './custom-resources/definition';
import { knownCustomKind } from './custom-resources/known-definitions';
import type * as CustomResources from './custom-resources/validate-custom-resource';
import type { FieldErrors } from './field-errors';
import type { ValidateOptions } from './validate-options';

const read = new WeakMap<readonly unknown[], CustomKinds>();

/** A manifest of a kind that Kubernetes itself does not have. */
export function validateCustomResource(
  manifest: object,
  apiVersion: string,
  kind: string,
  { customResourceDefinitions }: ValidateOptions,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const name = `${apiVersion} ${kind}`;
  const given = kindsGiven(customResourceDefinitions)?.get(name);
  if (given !== undefined) {
    try {
      validator().validateCustomObject(manifest, given, context, errors);
    } catch (error) {
      // A server would have refused such a definition, whatever is wrong with it.
      const why = error instanceof Error ? error.message : String(error);
      errors.unchecked('kind/unchecked', FieldPath.of('apiVersion'), `the definition of ${name} is malformed: ${why}`);
    }
    return;
  }
  const found = knownCustomKind(apiVersion, kind);
  if (found !== undefined) {
    validator().validateCustomObject(manifest, found, context, errors);
    return;
  }
  const message = `no CustomResourceDefinition is known for ${name}: nothing of it was checked`;
  errors.unchecked('kind/unchecked', FieldPath.of('apiVersion'), message);
}

/** Read once: the same list usually comes with every document of a set. */
function kindsGiven(definitions: readonly unknown[] | undefined): CustomKinds | undefined {
  if (definitions === undefined) return undefined;
  let kinds = read.get(definitions);
  if (kinds === undefined) {
    kinds = customKindsOf(definitions);
    read.set(definitions, kinds);
  }
  return kinds;
}

/** The libraries behind it take longer to load than most sets take to check: they are loaded with the first object that needs them. */
function validator(): typeof CustomResources {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at run time, and synchronously
  return require('./custom-resources/validate-custom-resource') as typeof CustomResources;
}

import { FieldPath } from '../findings/field-path';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';
import type { ValidateOptions } from './validate-options';

/** A manifest of a kind that Kubernetes itself does not have. */
export function validateCustomResource(
  _manifest: object,
  apiVersion: string,
  kind: string,
  _options: ValidateOptions,
  _context: ValidationContext,
  errors: FieldErrors,
): void {
  const message = `no CustomResourceDefinition is known for ${apiVersion} ${kind}: nothing of it was checked`;
  errors.unchecked('kind/unchecked', FieldPath.of('apiVersion'), message);
}

import type { FieldPath } from '../../findings/field-path';
import type { HTTPIngressPath } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateIngressBackend } from './ingress-backend';

const pathTypes: readonly string[] = ['Exact', 'ImplementationSpecific', 'Prefix'];
const unclearParts: readonly string[] = ['//', '/./', '/../', '%2f', '%2F'];
const unclearEndings: readonly string[] = ['/..', '/.'];

/** validateHTTPIngressPath: without a type, nothing else is looked at. */
export function validateIngressPath(
  { backend, path, pathType }: HTTPIngressPath,
  at: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (pathType == null) {
    errors.required('ingress/path-type', at.child('pathType'), `one of ${pathTypes.join(', ')}`);
    return;
  }
  if (!pathTypes.includes(pathType)) {
    errors.notSupported('ingress/path-type', at.child('pathType'), pathType, pathTypes);
  } else if (pathType !== 'ImplementationSpecific') {
    validateExactPath(path ?? '', at.child('path'), errors);
  } else if (path && !path.startsWith('/')) {
    errors.invalid('ingress/path', at.child('path'), path, "must begin with '/'");
  }
  validateIngressBackend(backend ?? {}, at.child('backend'), context, errors);
}

function validateExactPath(path: string, at: FieldPath, errors: FieldErrors): void {
  if (!path.startsWith('/')) errors.invalid('ingress/path', at, path, "must begin with '/'");
  for (const part of unclearParts) {
    if (path.includes(part)) errors.invalid('ingress/path', at, path, `must not contain '${part}'`);
  }
  for (const ending of unclearEndings) {
    if (path.endsWith(ending)) errors.invalid('ingress/path', at, path, `must not end with '${ending}'`);
  }
}

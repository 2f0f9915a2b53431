import type { FieldPath } from '../../findings/field-path';
import type { CrossVersionObjectReference } from '../../kubernetes/api';
import { pathSegmentNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

/** ValidateCrossVersionObjectReference */
export function validateObjectReference(
  { apiVersion, kind, name }: CrossVersionObjectReference,
  path: FieldPath,
  groupNeeded: boolean,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  validatePart(kind ?? '', path.child('kind'), errors);
  validatePart(name ?? '', path.child('name'), errors);
  if (context.minor < 34) return;
  // Of what can be scaled, a ReplicationController alone has no group.
  const problem = apiVersionProblem(apiVersion ?? '', groupNeeded && kind !== 'ReplicationController');
  if (problem !== undefined) errors.invalid('autoscaler/target', path.child('apiVersion'), apiVersion ?? '', problem);
}

function validatePart(value: string, path: FieldPath, errors: FieldErrors): void {
  if (value === '') errors.required('autoscaler/target', path, 'an object has a kind and a name');
  errors.invalidForEach('autoscaler/target', path, value, pathSegmentNameProblems(value));
}

/** ValidateAPIVersion, since Kubernetes 1.34 */
function apiVersionProblem(apiVersion: string, groupNeeded: boolean): string | undefined {
  const slash = apiVersion.indexOf('/');
  if (slash >= 0 && apiVersion.includes('/', slash + 1)) return "must have at most one '/', between group and version";
  if (!groupNeeded || slash > 0) return undefined;
  return "must name an API group, such as 'apps/v1'";
}

import type { FieldPath } from '../../findings/field-path';
import type { PodSpec } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { containerResourceNameProblem } from './resource-names';
import { resourceList, roundUpAll, validateResourceAmounts } from './resource-requirements';

/** validateOverhead: read as the limits of a container. */
export function validateOverhead(overhead: PodSpec['overhead'], path: FieldPath, errors: FieldErrors): void {
  if (overhead == null) return;
  const amounts = roundUpAll({ limits: resourceList(overhead), requests: new Map() });
  validateResourceAmounts(amounts, isContainerResource, path, errors);
}

function isContainerResource(name: string, path: FieldPath, errors: FieldErrors): boolean {
  const problem = containerResourceNameProblem(name);
  if (problem !== undefined) errors.invalid('resources/name', path, name, problem);
  return problem === undefined;
}

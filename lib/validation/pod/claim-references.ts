import type { FieldPath } from '../../findings/field-path';
import type { ResourceRequirements } from '../../kubernetes/api';
import { dns1123LabelProblems } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';
import type { PodRules } from './pod-rules';

export const claimReferenceRules = {
  'resources/claim': "A container refers to the pod's resource claims by name, to each of their requests once.",
} as const;

/** validateResourceClaimNames */
export function validateClaimReferences(
  claims: NonNullable<ResourceRequirements['claims']>,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  // DynamicResourceAllocation, on since 1.34: before that the server drops the claims.
  if (pod.context.minor < 34) return;
  const known = new Set(pod.spec.resourceClaims?.map((claim) => claim?.name));
  const taken = new Set<string>();
  for (const [position, claim] of claims.entries()) {
    const at = path.index(position);
    const name = claim?.name;
    if (!name) {
      errors.required('resources/claim', at, 'a claim needs a name');
      continue;
    }
    const key = claim.request ? `${name}/${claim.request}` : name;
    if (claim.request && !taken.has(name)) validateRequestName(claim.request, at.child('request'), errors);
    if (taken.has(name) || taken.has(key) || (key === name && hasRequestOf(name, taken))) {
      errors.duplicate('resources/claim', at, key);
    }
    if (!taken.has(name)) taken.add(key);
    if (!known.has(name)) errors.notFound('resources/claim', at, name);
  }
}

/** The whole claim overlaps with each request of it. */
function hasRequestOf(name: string, taken: ReadonlySet<string>): boolean {
  for (const key of taken) if (key.indexOf('/') === name.length && key.startsWith(name)) return true;
  return false;
}

function validateRequestName(request: string, path: FieldPath, errors: FieldErrors): void {
  errors.invalidForEach('resources/claim', path, request, dns1123LabelProblems(request));
}

import { FieldPath } from '../../findings/field-path';
import type { PodResourceClaim } from '../../kubernetes/api';
import { dns1123LabelProblems, dns1123SubdomainProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

/** validatePodResourceClaims */
export function validatePodResourceClaims(
  claims: readonly (PodResourceClaim | null | undefined)[] | null | undefined,
  isMirrorPod: boolean,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  // DynamicResourceAllocation: on since 1.34, before it the claims are dropped unread
  if (claims == null || claims.length === 0 || context.minor < 34) return;
  if (isMirrorPod) {
    // the server reports it at no field, and prints its empty path so
    errors.forbidden('pod/resource-claim-mirror', FieldPath.of('[]'), 'a static pod has no resource claims');
    return;
  }
  const names = new Set<string>();
  for (const [position, entry] of claims.entries()) {
    const claim = entry ?? {};
    const at = path.index(position);
    validateName(claim.name ?? '', names, at.child('name'), errors);
    validateSource(claim, at, errors);
  }
}

function validateName(name: string, names: Set<string>, path: FieldPath, errors: FieldErrors): void {
  const rule = 'pod/resource-claim-name';
  if (name === '') {
    errors.required(rule, path, '');
  } else if (names.has(name)) {
    errors.duplicate(rule, path, name);
  } else {
    for (const problem of dns1123LabelProblems(name)) errors.invalid(rule, path, name, problem);
    names.add(name);
  }
}

function validateSource(claim: PodResourceClaim, path: FieldPath, errors: FieldErrors): void {
  const rule = 'pod/resource-claim-source';
  const { resourceClaimName: name, resourceClaimTemplateName: template } = claim;
  if ((name == null) === (template == null)) {
    errors.invalid(rule, path, claim, 'either resourceClaimName or resourceClaimTemplateName must be set');
  }
  for (const field of ['resourceClaimName', 'resourceClaimTemplateName'] as const) {
    const value = claim[field];
    if (value == null) continue;
    for (const problem of dns1123SubdomainProblems(value)) errors.invalid(rule, path.child(field), value, problem);
  }
}

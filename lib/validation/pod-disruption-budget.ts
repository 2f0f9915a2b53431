import { FieldPath } from '../findings/field-path';
import type { LabelSelector, PodDisruptionBudget } from '../kubernetes/api';
import { percentProblems } from '../kubernetes/names';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';
import { validateLabelSelector } from './labels';

export const podDisruptionBudgetRules = {
  'pod-disruption-budget/limit':
    'A budget says how many pods stay or may go, one of both, as a number or as a percentage up to 100%.',
  'pod-disruption-budget/eviction-policy': 'Unhealthy pods are evicted by IfHealthyBudget or AlwaysAllow.',
} as const;

const evictionPolicies: readonly string[] = ['AlwaysAllow', 'IfHealthyBudget'];
const serverMark = 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match';
const specPath = FieldPath.of('spec');

/** ValidatePodDisruptionBudget */
export function validatePodDisruptionBudget(
  object: PodDisruptionBudget,
  _context: ValidationContext,
  errors: FieldErrors,
): void {
  const { maxUnavailable, minAvailable, selector, unhealthyPodEvictionPolicy: policy } = object.spec ?? {};
  if (minAvailable != null && maxUnavailable != null) {
    const detail = 'minAvailable and maxUnavailable exclude each other';
    errors.invalid('pod-disruption-budget/limit', specPath, { minAvailable, maxUnavailable }, detail);
  }
  if (minAvailable != null) validateLimit(minAvailable, specPath.child('minAvailable'), errors);
  if (maxUnavailable != null) validateLimit(maxUnavailable, specPath.child('maxUnavailable'), errors);
  validateLabelSelector(withoutMark(selector), specPath.child('selector'), {}, errors);
  if (policy != null && !evictionPolicies.includes(policy)) {
    const path = specPath.child('unhealthyPodEvictionPolicy');
    errors.notSupported('pod-disruption-budget/eviction-policy', path, policy, evictionPolicies);
  }
}

/** StripPDBV1beta1Label: the server takes out expressions for a mark of its own, whatever they say. */
function withoutMark(selector: LabelSelector | null | undefined): LabelSelector | null | undefined {
  const expressions = selector?.matchExpressions;
  if (expressions == null || !expressions.some((expression) => expression?.key === serverMark)) return selector;
  return { ...selector, matchExpressions: expressions.filter((expression) => expression?.key !== serverMark) };
}

/** ValidatePositiveIntOrPercent and IsNotMoreThan100Percent */
function validateLimit(limit: number | string, path: FieldPath, errors: FieldErrors): void {
  if (typeof limit === 'number') {
    if (limit < 0) errors.invalid('pod-disruption-budget/limit', path, limit, 'must not be negative');
    return;
  }
  const problems = percentProblems(limit);
  errors.invalidForEach('pod-disruption-budget/limit', path, limit, problems);
  if (problems.length === 0 && Number(limit.slice(0, -1)) > 100) {
    errors.invalid('pod-disruption-budget/limit', path, limit, 'must not be more than 100%');
  }
}

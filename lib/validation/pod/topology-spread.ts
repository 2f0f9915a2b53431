import type { FieldPath } from '../../findings/field-path';
import type { TopologySpreadConstraint } from '../../kubernetes/api';
import type { Labels } from '../../kubernetes/label-selectors';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../labels';
import { validateLabelKeys, validateMatchLabelKeys, withLabelKeys } from './label-keys';

type Constraints = readonly (TopologySpreadConstraint | null | undefined)[];

const scheduleActions: readonly string[] = ['DoNotSchedule', 'ScheduleAnyway'];
const nodePolicies: readonly string[] = ['Honor', 'Ignore'];

/** validateTopologySpreadConstraints */
export function validateTopologySpreadConstraints(
  constraints: Constraints | null | undefined,
  labels: Labels | undefined,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (constraints == null) return;
  const last = new Map(constraints.map((constraint, position) => [kindOf(constraint), position]));
  for (const [position, entry] of constraints.entries()) {
    const constraint = entry ?? {};
    const at = path.index(position);
    const kind = kindOf(constraint);
    validateConstraint(constraint, at, errors);
    // ValidateSpreadConstraintNotRepeat: every one but the last is told
    if (last.get(kind) !== position) {
      errors.duplicate('pod/topology-spread-unique', at.child('{topologyKey, whenUnsatisfiable}'), kind);
    }
    validateSelector(constraint, labels, at, context, errors);
  }
}

function kindOf(constraint: TopologySpreadConstraint | null | undefined): string {
  return JSON.stringify([constraint?.topologyKey ?? '', constraint?.whenUnsatisfiable ?? '']);
}

function validateConstraint(constraint: TopologySpreadConstraint, path: FieldPath, errors: FieldErrors): void {
  const rule = 'pod/topology-spread';
  validatePositive(constraint.maxSkew ?? 0, path.child('maxSkew'), errors);
  if ((constraint.topologyKey ?? '') === '') errors.required(rule, path.child('topologyKey'), 'must not be empty');
  const action = constraint.whenUnsatisfiable ?? '';
  if (!scheduleActions.includes(action)) {
    errors.notSupported(rule, path.child('whenUnsatisfiable'), action, scheduleActions);
  }
  const { minDomains } = constraint;
  if (minDomains != null) {
    validatePositive(minDomains, path.child('minDomains'), errors);
    if (action !== 'DoNotSchedule') {
      errors.invalid(rule, path.child('minDomains'), minDomains, "needs whenUnsatisfiable 'DoNotSchedule'");
    }
  }
  for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
    const policy = constraint[field];
    if (policy != null && !nodePolicies.includes(policy)) {
      errors.notSupported(rule, path.child(field), policy, nodePolicies);
    }
  }
}

function validatePositive(value: number, path: FieldPath, errors: FieldErrors): void {
  if (value <= 0) errors.invalid('pod/topology-spread', path, value, 'must be greater than 0');
}

function validateSelector(
  constraint: TopologySpreadConstraint,
  labels: Labels | undefined,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  let selector = constraint.labelSelector;
  const keys = constraint.matchLabelKeys;
  // MatchLabelKeysInPodTopologySpreadSelectorMerge: on since 1.34
  if (context.minor >= 34) {
    selector = withLabelKeys(selector, keys, undefined, labels);
    validateLabelKeys(keys, undefined, selector, path, errors);
  } else {
    validateMatchLabelKeys(keys, selector, path.child('matchLabelKeys'), errors);
  }
  validateLabelSelector(selector, path.child('labelSelector'), {}, errors);
}

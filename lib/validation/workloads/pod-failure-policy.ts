import type { FieldPath } from '../../findings/field-path';
import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from '../../kubernetes/api';
import { qualifiedNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

const mostRules = 20;
const mostExitCodes = 255;
const mostConditions = 20;
const actions: readonly string[] = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const actionsOf127: readonly string[] = ['Count', 'FailJob', 'Ignore'];
const operators: readonly string[] = ['In', 'NotIn'];
const statuses: readonly string[] = ['False', 'True', 'Unknown'];

/**
 * validatePodFailurePolicy
 *
 * @param isDefaulted whether the server fills in the status of a pod condition
 */
export function validatePodFailurePolicy(
  spec: JobSpec,
  isDefaulted: boolean,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const rules = spec.podFailurePolicy?.rules ?? [];
  const at = path.child('rules');
  if (rules.length > mostRules) errors.tooMany('job/failure-policy', at, rules.length, mostRules);
  const containers = containerNames(spec);
  for (const [position, entry] of rules.entries()) {
    const rule = entry ?? {};
    validateAction(rule.action ?? '', spec, at.index(position).child('action'), context, errors);
    validateRule(rule, containers, isDefaulted, at.index(position), errors);
  }
}

function containerNames(spec: JobSpec): ReadonlySet<string> {
  const { containers, initContainers } = spec.template?.spec ?? {};
  return new Set([...(containers ?? []), ...(initContainers ?? [])].map((container) => container?.name ?? ''));
}

function validateAction(
  action: string,
  spec: JobSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const known = context.minor >= 28 ? actions : actionsOf127;
  if (action === '') errors.required('job/failure-policy', path, `one of ${known.join(', ')}`);
  else if (!known.includes(action)) errors.notSupported('job/failure-policy', path, action, known);
  else if (action === 'FailIndex' && spec.backoffLimitPerIndex == null) {
    errors.invalid('job/failure-policy', path, action, 'needs backoffLimitPerIndex');
  }
}

/** validatePodFailurePolicyRule */
function validateRule(
  rule: PodFailurePolicyRule,
  containers: ReadonlySet<string>,
  isDefaulted: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const conditions = rule.onPodConditions ?? [];
  if (rule.onExitCodes != null) validateExitCodes(rule.onExitCodes, containers, path.child('onExitCodes'), errors);
  if (conditions.length > mostConditions) {
    errors.tooMany('job/failure-conditions', path.child('onPodConditions'), conditions.length, mostConditions);
  }
  for (const [position, condition] of conditions.entries()) {
    validateCondition(condition ?? {}, isDefaulted, path.child('onPodConditions').index(position), errors);
  }
  if ((rule.onExitCodes != null) === conditions.length > 0) {
    errors.invalid('job/failure-policy', path, rule, 'has either onExitCodes or onPodConditions');
  }
}

/** validatePodFailurePolicyRuleOnPodConditions */
function validateCondition(
  condition: PodFailurePolicyOnPodConditionsPattern,
  isDefaulted: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const type = condition.type ?? '';
  for (const problem of qualifiedNameProblems(type)) {
    errors.invalid('job/failure-conditions', path.child('type'), type, problem);
  }
  const status = condition.status ?? '';
  if (status === '') {
    if (!isDefaulted) errors.required('job/failure-conditions', path.child('status'), `one of ${statuses.join(', ')}`);
  } else if (!statuses.includes(status)) {
    errors.notSupported('job/failure-conditions', path.child('status'), status, statuses);
  }
}

/** validatePodFailurePolicyRuleOnExitCodes */
function validateExitCodes(
  requirement: PodFailurePolicyOnExitCodesRequirement,
  containers: ReadonlySet<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const rule = 'job/failure-exit-codes';
  const operator = requirement.operator ?? '';
  if (operator === '') errors.required(rule, path.child('operator'), `one of ${operators.join(', ')}`);
  else if (!operators.includes(operator)) errors.notSupported(rule, path.child('operator'), operator, operators);
  const container = requirement.containerName;
  if (container != null && !containers.has(container)) {
    errors.invalid(rule, path.child('containerName'), container, 'the template has no such container');
  }
  const values = (requirement.values ?? []).map((value) => value ?? 0);
  validateValues(values, operator, path.child('values'), errors);
}

function validateValues(values: readonly number[], operator: string, path: FieldPath, errors: FieldErrors): void {
  const rule = 'job/failure-exit-codes';
  if (values.length === 0) errors.invalid(rule, path, values, 'at least one exit code is needed');
  if (values.length > mostExitCodes) errors.tooMany(rule, path, values.length, mostExitCodes);
  const seen = new Set<number>();
  for (const [position, value] of values.entries()) {
    if (operator === 'In' && value === 0) errors.invalid(rule, path.index(position), value, "must not be 0 with 'In'");
    if (seen.has(value)) errors.duplicate(rule, path.index(position), value);
    seen.add(value);
  }
  if (values.some((value, position) => value < (values[position - 1] ?? value))) {
    errors.invalid(rule, path, values, 'must be in ascending order');
  }
}

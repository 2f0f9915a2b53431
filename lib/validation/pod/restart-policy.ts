import type { FieldPath } from '../../findings/field-path';
import type { Container, ContainerRestartRule } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { isGiven } from './given';

export const restartPolicyRules = {
  'container/restart-policy':
    'A container restarts Always, OnFailure or Never; before 1.35 only init containers say so.',
  'container/restart-rules': 'At most 20 rules, each for exit codes, restart a container against its policy.',
} as const;

const policies = ['Always', 'Never', 'OnFailure'];
const operators = ['In', 'NotIn'];
const mostRules = 20;
const mostExitCodes = 255;

/** Whether an init container runs beside the others, instead of before them. */
export function isSidecar(container: Container, context: ValidationContext): boolean {
  // SidecarContainers, on since 1.29
  return container.restartPolicy === 'Always' && context.minor >= 29;
}

/** The restart policy of a regular container. */
export function validateRestartPolicy(
  container: Container,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (context.minor >= 35) {
    validateContainerRestartPolicy(container, context, path, errors);
  } else if (isGiven(container.restartPolicy) && context.minor !== 34) {
    // ContainerRestartRules, on since 1.35; 1.34 drops the fields (dropContainerRestartRules).
    const detail = 'may be set for init containers only, before Kubernetes 1.34';
    errors.forbidden('container/restart-policy', path.child('restartPolicy'), detail);
  }
}

/** validateInitContainerRestartPolicy */
export function validateInitRestartPolicy(
  container: Container,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { restartPolicy, restartPolicyRules: rules } = container;
  if (context.minor >= 35 && !isGiven(restartPolicy)) {
    if (rules && rules.length > 0) requirePolicy(path, errors);
  } else if (context.minor >= 36 || (context.minor === 35 && restartPolicy !== 'Always')) {
    validateContainerRestartPolicy(container, context, path, errors);
  } else if (context.minor === 35) {
    // RestartAllContainersOnContainerExits, on since 1.36
    if (!rules || rules.length === 0) return;
    const detail = "may not be set for an init container with 'restartPolicy: Always', before Kubernetes 1.36";
    errors.forbidden('container/restart-rules', path.child('restartPolicyRules'), detail);
  } else if (context.minor >= 29 && context.minor < 34 && isGiven(restartPolicy) && restartPolicy !== 'Always') {
    errors.notSupported('container/restart-policy', path.child('restartPolicy'), restartPolicy, ['Always']);
  }
}

/** validateContainerRestartPolicy */
function validateContainerRestartPolicy(
  container: Container,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { restartPolicy, restartPolicyRules: rules } = container;
  const ruleCount = rules?.length ?? 0;
  if (!isGiven(restartPolicy)) {
    if (ruleCount === 0) return;
    requirePolicy(path, errors);
  } else if (!policies.includes(restartPolicy)) {
    errors.notSupported('container/restart-policy', path.child('restartPolicy'), restartPolicy, policies);
  }
  if (ruleCount > mostRules) reportTooMany(path.child('restartPolicyRules'), ruleCount, mostRules, context, errors);
  for (const [position, rule] of (rules ?? []).entries()) {
    validateRestartRule(rule ?? {}, context, path.child('restartPolicyRules').index(position), errors);
  }
}

function requirePolicy(path: FieldPath, errors: FieldErrors): void {
  const detail = "must be given where there are 'restartPolicyRules'";
  errors.required('container/restart-policy', path.child('restartPolicy'), detail);
}

function validateRestartRule(
  rule: ContainerRestartRule,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const actions = context.minor >= 36 ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  const action = rule.action ?? '';
  if (!actions.includes(action)) errors.notSupported('container/restart-rules', path.child('action'), action, actions);
  const at = path.child('exitCodes');
  if (!rule.exitCodes) {
    errors.required('container/restart-rules', at, 'a rule says for which exit codes it is');
    return;
  }
  const operator = rule.exitCodes.operator ?? '';
  if (!operators.includes(operator)) {
    errors.notSupported('container/restart-rules', at.child('operator'), operator, operators);
  }
  const count = rule.exitCodes.values?.length ?? 0;
  if (count > mostExitCodes) reportTooMany(at.child('values'), count, mostExitCodes, context, errors);
}

/** 1.35 reports a list with too many items as a text that is too long. */
function reportTooMany(
  path: FieldPath,
  count: number,
  limit: number,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (context.minor >= 36) errors.tooMany('container/restart-rules', path, count, limit);
  else errors.tooLong('container/restart-rules', path, limit);
}

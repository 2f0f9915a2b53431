import { FieldPath } from '../../findings/field-path';
import type { Deployment, DeploymentSpec, RollingUpdateDeployment } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateCounts } from './counts';
import { isZero, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { validateReplicatedPods } from './replica-set';

const specPath = FieldPath.of('spec');
const counts = ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'] as const;
const strategies: readonly string[] = ['Recreate', 'RollingUpdate'];
const defaultShare = '25%';
const defaultDeadline = 600;

/** ValidateDeployment but for the metadata; the status of a new object is dropped. */
export function validateDeployment(deployment: Deployment, context: ValidationContext, errors: FieldErrors): void {
  const spec = deployment.spec ?? {};
  validateCounts(spec, counts, specPath, errors);
  validateReplicatedPods(spec, specPath, context, errors);
  validateStrategy(spec, errors);
  const deadline = spec.progressDeadlineSeconds ?? defaultDeadline;
  if (deadline <= (spec.minReadySeconds ?? 0)) {
    const detail = `must be greater than minReadySeconds (${defaultDeadline} is the default)`;
    errors.invalid('deployment/progress-deadline', specPath.child('progressDeadlineSeconds'), deadline, detail);
  }
}

/** ValidateDeploymentStrategy */
function validateStrategy(spec: DeploymentSpec, errors: FieldErrors): void {
  const path = specPath.child('strategy');
  const given = spec.strategy?.type ?? '';
  const type = given === '' ? 'RollingUpdate' : given;
  const rollingUpdate = spec.strategy?.rollingUpdate;
  if (!strategies.includes(type)) {
    errors.notSupported('workload/strategy', path, type, strategies);
  } else if (type === 'RollingUpdate') {
    if (rollingUpdate != null) validateRollingUpdate(rollingUpdate, path.child('rollingUpdate'), errors);
  } else if (rollingUpdate != null) {
    errors.forbidden('workload/strategy', path.child('rollingUpdate'), "has no place beside type 'Recreate'");
  }
}

/** ValidateRollingUpdateDeployment */
function validateRollingUpdate(update: RollingUpdateDeployment, path: FieldPath, errors: FieldErrors): void {
  const maxUnavailable = update.maxUnavailable ?? defaultShare;
  const maxSurge = update.maxSurge ?? defaultShare;
  validateIntOrPercent(maxUnavailable, path.child('maxUnavailable'), errors);
  validateIntOrPercent(maxSurge, path.child('maxSurge'), errors);
  validateAtMostAll(maxUnavailable, path.child('maxUnavailable'), errors);
  if (isZero(maxUnavailable) && isZero(maxSurge)) {
    const detail = 'must not be 0 while maxSurge is 0';
    errors.invalid('workload/rolling-update', path.child('maxUnavailable'), maxUnavailable, detail);
  }
}

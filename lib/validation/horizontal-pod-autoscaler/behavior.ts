import type { FieldPath } from '../../findings/field-path';
import type { HPAScalingPolicy, HPAScalingRules } from '../../kubernetes/api';
import { parseQuantity, quantitySign } from '../../kubernetes/quantities';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

const selections: readonly string[] = ['Disabled', 'Max', 'Min'];
const policyTypes: readonly string[] = ['Percent', 'Pods'];
const longestStabilization = 3600;
const longestPeriod = 1800;

/** validateScalingRules; what is absent is filled in before (GenerateHPAScaleUpRules). */
export function validateScalingRules(
  rules: HPAScalingRules,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const { policies, selectPolicy, stabilizationWindowSeconds: seconds, tolerance } = rules;
  if (seconds != null && (seconds < 0 || seconds > longestStabilization)) {
    const detail = `must be between 0 and ${longestStabilization} seconds`;
    errors.invalid('autoscaler/behavior', path.child('stabilizationWindowSeconds'), seconds, detail);
  }
  if (selectPolicy != null && !selections.includes(selectPolicy)) {
    errors.notSupported('autoscaler/behavior', path.child('selectPolicy'), selectPolicy, selections);
  }
  if (policies != null) {
    const policiesPath = path.child('policies');
    if (policies.length === 0) errors.required('autoscaler/behavior', policiesPath, 'at least one policy is needed');
    for (const [position, policy] of policies.entries()) {
      validatePolicy(policy ?? {}, policiesPath.index(position), errors);
    }
  }
  // Dropped unread before Kubernetes 1.35 (gate HPAConfigurableTolerance).
  if (tolerance == null || context.minor < 35) return;
  const quantity = parseQuantity(tolerance);
  if (quantity !== undefined && quantitySign(quantity) < 0) {
    errors.invalid('autoscaler/behavior', path.child('tolerance'), tolerance, 'must not be negative');
  }
}

/** validateScalingPolicy */
function validatePolicy({ type, value, periodSeconds }: HPAScalingPolicy, path: FieldPath, errors: FieldErrors): void {
  if (!policyTypes.includes(type ?? '')) {
    errors.notSupported('autoscaler/behavior', path.child('type'), type ?? '', policyTypes);
  }
  const amount = value ?? 0;
  if (amount <= 0) errors.invalid('autoscaler/behavior', path.child('value'), amount, 'must be greater than 0');
  const period = periodSeconds ?? 0;
  if (period <= 0 || period > longestPeriod) {
    const detail = `must be between 1 and ${longestPeriod} seconds`;
    errors.invalid('autoscaler/behavior', path.child('periodSeconds'), period, detail);
  }
}

import type { FieldPath } from '../../findings/field-path';
import type { Toleration } from '../../kubernetes/api';
import { labelValueProblems } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';
import { validateLabelKey } from '../labels';

const operators: readonly string[] = ['Equal', 'Exists'];
const effects: readonly string[] = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'];

/** ValidateTolerations. Comparing operators (Lt, Gt) belong to TaintTolerationComparisonOperators, which is off by default. */
export function validateTolerations(
  tolerations: readonly (Toleration | null | undefined)[] | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (tolerations == null) return;
  for (const [position, toleration] of tolerations.entries()) {
    validateToleration(toleration ?? {}, path.index(position), errors);
  }
}

function validateToleration(toleration: Toleration, path: FieldPath, errors: FieldErrors): void {
  const key = toleration.key ?? '';
  const operator = toleration.operator ?? '';
  const effect = toleration.effect ?? '';
  if (key !== '') validateLabelKey(key, path.child('key'), errors);
  if (key === '' && operator !== 'Exists') {
    const detail = "without a key the operator must be 'Exists', which tolerates every taint";
    errors.invalid('pod/toleration-operator', path.child('operator'), operator, detail);
  }
  if (toleration.tolerationSeconds != null && effect !== 'NoExecute') {
    const detail = "must be 'NoExecute' where tolerationSeconds is set";
    errors.invalid('pod/toleration-effect', path.child('effect'), effect, detail);
  }
  validateValue(operator, toleration.value ?? '', path.child('operator'), errors);
  if (effect !== '' && !effects.includes(effect)) {
    errors.notSupported('pod/toleration-effect', path.child('effect'), effect, effects);
  }
}

/** The server reports values at the operator. */
function validateValue(operator: string, value: string, path: FieldPath, errors: FieldErrors): void {
  switch (operator) {
    case '':
    case 'Equal':
      for (const problem of labelValueProblems(value)) {
        errors.invalid('pod/toleration-value', path, value, problem);
      }
      break;
    case 'Exists':
      if (value !== '') errors.invalid('pod/toleration-value', path, value, "must be empty with operator 'Exists'");
      break;
    default:
      errors.notSupported('pod/toleration-operator', path, operator, operators);
  }
}

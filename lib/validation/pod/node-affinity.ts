import type { FieldPath } from '../../findings/field-path';
import type { NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../../kubernetes/api';
import { dns1123SubdomainProblems, labelValueProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabelKey } from '../labels';
import { validateWeight } from './affinity-weight';

/** validateNodeAffinity */
export function validateNodeAffinity(
  affinity: NodeAffinity,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const required = affinity.requiredDuringSchedulingIgnoredDuringExecution;
  if (required != null) {
    validateNodeSelector(required, path.child('requiredDuringSchedulingIgnoredDuringExecution'), context, errors);
  }
  const preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  for (const [position, term] of preferred.entries()) {
    const at = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    validateWeight(term?.weight, at, errors);
    validateTerm(term?.preference ?? {}, false, at.child('preference'), errors);
  }
}

/** ValidateNodeSelector */
export function validateNodeSelector(
  selector: NodeSelector,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const at = path.child('nodeSelectorTerms');
  const terms = selector.nodeSelectorTerms ?? [];
  if (terms.length === 0) errors.required('pod/node-selector-terms', at, 'at least one term is needed');
  for (const [position, term] of terms.entries()) {
    // values must be label values: ungated, since 1.33
    validateTerm(term ?? {}, context.minor >= 33, at.index(position), errors);
  }
}

/** ValidateNodeSelectorTerm */
function validateTerm(term: NodeSelectorTerm, checkValues: boolean, path: FieldPath, errors: FieldErrors): void {
  for (const [position, expression] of (term.matchExpressions ?? []).entries()) {
    const at = path.child('matchExpressions').index(position);
    validateExpression(expression ?? {}, at, errors);
    if (!checkValues) continue;
    for (const [valuePosition, value] of (expression?.values ?? []).entries()) {
      for (const problem of labelValueProblems(value ?? '')) {
        errors.invalid('labels/value', at.child('values').index(valuePosition), value, problem);
      }
    }
  }
  for (const [position, field] of (term.matchFields ?? []).entries()) {
    validateField(field ?? {}, path.child('matchFields').index(position), errors);
  }
}

/** ValidateNodeSelectorRequirement */
function validateExpression(expression: NodeSelectorRequirement, path: FieldPath, errors: FieldErrors): void {
  const values = expression.values?.length ?? 0;
  const operator = expression.operator ?? '';
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values === 0) errors.required('pod/node-selector-values', path.child('values'), `'${operator}' needs values`);
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values > 0) {
        errors.forbidden('pod/node-selector-values', path.child('values'), `'${operator}' takes no values`);
      }
      break;
    case 'Gt':
    case 'Lt':
      if (values !== 1) {
        errors.required('pod/node-selector-values', path.child('values'), `'${operator}' needs one value`);
      }
      break;
    default: {
      const allowed = 'must be In, NotIn, Exists, DoesNotExist, Gt or Lt';
      errors.invalid('pod/node-selector-operator', path.child('operator'), operator, allowed);
    }
  }
  validateLabelKey(expression.key ?? '', path.child('key'), errors);
}

/** ValidateNodeFieldSelectorRequirement: the name is the only field of a node that can be asked for. */
function validateField(field: NodeSelectorRequirement, path: FieldPath, errors: FieldErrors): void {
  const values = field.values ?? [];
  const operator = field.operator ?? '';
  if (operator !== 'In' && operator !== 'NotIn') {
    errors.invalid('pod/node-selector-operator', path.child('operator'), operator, 'must be In or NotIn');
  } else if (values.length !== 1) {
    errors.required('pod/node-selector-values', path.child('values'), `'${operator}' takes one value for a field`);
  }
  if (field.key !== 'metadata.name') {
    errors.invalid('pod/node-selector-field', path.child('key'), field.key ?? '', "must be 'metadata.name'");
    return;
  }
  for (const [position, entry] of values.entries()) {
    const value = entry ?? '';
    for (const problem of dns1123SubdomainProblems(value)) {
      errors.invalid('pod/node-name', path.child('values').index(position), value, problem);
    }
  }
}

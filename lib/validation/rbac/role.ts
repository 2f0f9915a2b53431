import { FieldPath } from '../../findings/field-path';
import type { ClusterRole, PolicyRule, Role } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../labels';

export const roleRules = {
  'role/verbs': 'A rule of a role lists verbs.',
  'role/resources': 'A rule of a role lists API groups and resources, or else URLs that are no resources.',
  'role/non-resource-urls':
    'Rules for URLs that are no resources are for ClusterRoles, and have no API groups or resources.',
  'role/aggregation': 'The aggregation of a ClusterRole lists sound label selectors.',
} as const;

const rulesPath = FieldPath.of('rules');
const selectorsPath = FieldPath.of('aggregationRule').child('clusterRoleSelectors');

/** ValidateRole */
export function validateRole(object: Role, _context: ValidationContext, errors: FieldErrors): void {
  validateRules(object.rules, true, errors);
}

/** ValidateClusterRole */
export function validateClusterRole(object: ClusterRole, _context: ValidationContext, errors: FieldErrors): void {
  validateRules(object.rules, false, errors);
  if (object.aggregationRule == null) return;
  const selectors = object.aggregationRule.clusterRoleSelectors ?? [];
  if (selectors.length === 0) errors.required('role/aggregation', selectorsPath, 'at least one selector is needed');
  for (const [position, selector] of selectors.entries()) {
    const path = selectorsPath.index(position);
    const before = errors.found.length;
    validateLabelSelector(selector ?? {}, path, {}, errors);
    // LabelSelectorAsSelector fails on what ValidateLabelSelector finds, and is reported as well.
    if (errors.found.length > before) errors.invalid('role/aggregation', path, selector, 'is no label selector');
  }
}

function validateRules(rules: Role['rules'], namespaced: boolean, errors: FieldErrors): void {
  for (const [position, rule] of (rules ?? []).entries()) {
    validateRule(rule ?? {}, namespaced, rulesPath.index(position), errors);
  }
}

/** ValidatePolicyRule */
function validateRule(rule: PolicyRule, namespaced: boolean, path: FieldPath, errors: FieldErrors): void {
  if (isEmpty(rule.verbs)) errors.required('role/verbs', path.child('verbs'), 'at least one verb is needed');
  if (isEmpty(rule.nonResourceURLs)) {
    if (isEmpty(rule.apiGroups)) {
      errors.required('role/resources', path.child('apiGroups'), "at least one API group is needed, '' for core");
    }
    if (isEmpty(rule.resources)) errors.required('role/resources', path.child('resources'), 'at least one is needed');
    return;
  }
  const urlsPath = path.child('nonResourceURLs');
  if (namespaced) {
    errors.invalid('role/non-resource-urls', urlsPath, rule.nonResourceURLs, 'a Role is for resources alone');
  }
  if (!isEmpty(rule.apiGroups) || !isEmpty(rule.resources) || !isEmpty(rule.resourceNames)) {
    const detail = 'a rule is either for resources or for other URLs';
    errors.invalid('role/non-resource-urls', urlsPath, rule.nonResourceURLs, detail);
  }
}

function isEmpty(list: PolicyRule['verbs']): boolean {
  return list == null || list.length === 0;
}

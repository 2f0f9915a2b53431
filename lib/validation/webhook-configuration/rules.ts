import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import type { RuleWithOperations } from './types';

const id = 'webhook/rule';
const operations: readonly string[] = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const scopes: readonly string[] = ['*', 'Cluster', 'Namespaced'];

/** validateRuleWithOperations */
export function validateRule(rule: RuleWithOperations, path: FieldPath, errors: FieldErrors): void {
  for (const [position, operation] of listed(rule, 'operations', path, errors).entries()) {
    const at = path.child('operations').index(position);
    if (!operations.includes(operation)) errors.notSupported(id, at, operation, operations);
  }
  listed(rule, 'apiGroups', path, errors);
  requireEach(listed(rule, 'apiVersions', path, errors), path.child('apiVersions'), errors);
  validateResources((rule.resources ?? []).map(textOf), path.child('resources'), errors);
  if (rule.scope != null && !scopes.includes(rule.scope)) {
    errors.notSupported(id, path.child('scope'), rule.scope, scopes);
  }
}

/** The list, which is not empty, and has `*` alone if at all. */
function listed(
  rule: RuleWithOperations,
  field: 'operations' | 'apiGroups' | 'apiVersions',
  path: FieldPath,
  errors: FieldErrors,
): readonly string[] {
  const list = (rule[field] ?? []).map(textOf);
  if (list.length === 0) errors.required(id, path.child(field), '');
  if (list.length > 1 && list.includes('*')) {
    errors.invalid(id, path.child(field), list, "'*' has no place beside others");
  }
  return list;
}

function requireEach(list: readonly string[], path: FieldPath, errors: FieldErrors): void {
  for (const [position, text] of list.entries()) if (text === '') errors.required(id, path.index(position), '');
}

/** validateResources: what is covered by an entry before it must not be listed. */
function validateResources(resources: readonly string[], path: FieldPath, errors: FieldErrors): void {
  if (resources.length === 0) errors.required(id, path, '');
  requireEach(resources, path, errors);
  const whole = new Set<string>();
  const everywhere = new Set<string>();
  for (const [position, text] of resources.entries()) {
    const slash = text.indexOf('/');
    if (slash < 0) continue;
    const [resource, subresource] = [text.slice(0, slash), text.slice(slash + 1)];
    const at = path.index(position);
    if (whole.has(resource)) errors.invalid(id, at, text, `'${resource}/*' covers it`);
    if (everywhere.has(subresource)) errors.invalid(id, at, text, `'*/${subresource}' covers it`);
    if (subresource === '*') whole.add(resource);
    if (resource === '*') everywhere.add(subresource);
  }
  if (resources.length > 1 && resources.includes('*/*')) {
    errors.invalid(id, path, resources, "'*/*' has no place beside others");
  }
  if (resources.includes('*') && resources.some((text) => text !== '' && text !== '*' && !text.includes('/'))) {
    errors.invalid(id, path, resources, "'*' has no place beside other resources");
  }
}

function textOf(text: string | null | undefined): string {
  return text ?? '';
}

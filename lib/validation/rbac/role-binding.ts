import { FieldPath } from '../../findings/field-path';
import type { ClusterRoleBinding, RoleBinding, RoleRef, Subject } from '../../kubernetes/api';
import { dns1123SubdomainProblems, pathSegmentNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

export const roleBindingRules = {
  'role-binding/role': 'A binding names a Role or ClusterRole, a ClusterRoleBinding a ClusterRole.',
  'role-binding/subject': 'A subject is a User, a Group or a ServiceAccount, with a name.',
  'role-binding/subject-namespace': 'A ClusterRoleBinding says in which namespace a ServiceAccount is.',
} as const;

const group = 'rbac.authorization.k8s.io';
const subjectKinds: readonly string[] = ['ServiceAccount', 'User', 'Group'];
const roleRefPath = FieldPath.of('roleRef');
const subjectsPath = FieldPath.of('subjects');

/** ValidateRoleBinding */
export function validateRoleBinding(object: RoleBinding, _context: ValidationContext, errors: FieldErrors): void {
  validateRoleRef(object.roleRef ?? {}, ['Role', 'ClusterRole'], errors);
  validateSubjects(object.subjects, true, errors);
}

/** ValidateClusterRoleBinding */
export function validateClusterRoleBinding(
  object: ClusterRoleBinding,
  _context: ValidationContext,
  errors: FieldErrors,
): void {
  validateRoleRef(object.roleRef ?? {}, ['ClusterRole'], errors);
  validateSubjects(object.subjects, false, errors);
}

function validateRoleRef({ apiGroup, kind, name }: RoleRef, kinds: readonly string[], errors: FieldErrors): void {
  if (apiGroup && apiGroup !== group) {
    errors.notSupported('role-binding/role', roleRefPath.child('apiGroup'), apiGroup, [group]);
  }
  if (!kinds.includes(kind ?? '')) {
    errors.notSupported('role-binding/role', roleRefPath.child('kind'), kind ?? '', kinds);
  }
  if (!name) errors.required('role-binding/role', roleRefPath.child('name'), 'the name of the role');
  else {
    errors.invalidForEach('role-binding/role', roleRefPath.child('name'), name, pathSegmentNameProblems(name));
  }
}

function validateSubjects(subjects: RoleBinding['subjects'], namespaced: boolean, errors: FieldErrors): void {
  for (const [position, subject] of (subjects ?? []).entries()) {
    validateSubject(subject ?? {}, namespaced, subjectsPath.index(position), errors);
  }
}

/** ValidateRoleBindingSubject */
function validateSubject(subject: Subject, namespaced: boolean, path: FieldPath, errors: FieldErrors): void {
  const kind = subject.kind ?? '';
  if (!subject.name)
    errors.required('role-binding/subject', path.child('name'), `the name of the ${kind || 'subject'}`);
  if (!subjectKinds.includes(kind)) {
    errors.notSupported('role-binding/subject', path.child('kind'), kind, subjectKinds);
  } else if (kind === 'ServiceAccount') {
    validateServiceAccount(subject, namespaced, path, errors);
  } else if (subject.apiGroup && subject.apiGroup !== group) {
    errors.notSupported('role-binding/subject', path.child('apiGroup'), subject.apiGroup, [group]);
  }
}

function validateServiceAccount(
  { apiGroup, name, namespace }: Subject,
  namespaced: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (name) {
    errors.invalidForEach('role-binding/subject', path.child('name'), name, dns1123SubdomainProblems(name));
  }
  if (apiGroup) errors.notSupported('role-binding/subject', path.child('apiGroup'), apiGroup, ['']);
  if (!namespaced && !namespace) {
    errors.required('role-binding/subject-namespace', path.child('namespace'), 'that of the ServiceAccount');
  }
}

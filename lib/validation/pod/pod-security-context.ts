import type { FieldPath } from '../../findings/field-path';
import type { PodSecurityContext } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { isGiven } from './given';
import type { PodRules } from './pod-rules';
import { validateAppArmorProfile, validateSeccompProfile } from './security-profiles';
import { validateSysctls } from './sysctls';
import { idRange, isId, validateId } from './user-ids';
import { validateWindowsOptions } from './windows-options';

export const podSecurityContextRules = {
  'security-context/fs-group-change-policy': 'The group of files changes Always or OnRootMismatch.',
  'security-context/supplemental-groups-policy': 'Further groups are found out by Merge or Strict.',
  'security-context/se-linux-change-policy':
    'SELinux labels of volumes change Recursive or, since 1.37, by MountOption.',
} as const;

/** validatePodSpecSecurityContext; `path` is the one of the security context. */
export function validatePodSecurityContext(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const context = pod.spec.securityContext;
  if (!context) return;
  validateId(context.fsGroup, path, 'fsGroup', errors);
  validateId(context.runAsUser, path, 'runAsUser', errors);
  validateId(context.runAsGroup, path, 'runAsGroup', errors);
  for (const [position, group] of (context.supplementalGroups ?? []).entries()) {
    validateGroup(group ?? 0, position, path, errors);
  }
  if (context.sysctls) validateSysctls(context.sysctls, pod, path.child('sysctls'), errors);
  validatePolicies(context, pod.context, path, errors);
  if (context.seccompProfile) validateSeccompProfile(context.seccompProfile, path.child('seccompProfile'), errors);
  if (context.windowsOptions) validateWindowsOptions(context.windowsOptions, path.child('windowsOptions'), errors);
  if (context.appArmorProfile) validateAppArmorProfile(context.appArmorProfile, path.child('appArmorProfile'), errors);
}

function validateGroup(group: number, position: number, path: FieldPath, errors: FieldErrors): void {
  if (isId(group)) return;
  const at = path.child('supplementalGroups').index(position);
  errors.invalid('security-context/id', at, group, idRange);
}

interface Policy {
  readonly field: 'fsGroupChangePolicy' | 'supplementalGroupsPolicy' | 'seLinuxChangePolicy';
  readonly rule: keyof typeof podSecurityContextRules;
  /** The first release that does not drop the field. */
  readonly since: number;
  readonly values: (context: ValidationContext) => readonly string[];
}

const policies: readonly Policy[] = [
  {
    field: 'fsGroupChangePolicy',
    rule: 'security-context/fs-group-change-policy',
    since: 27,
    values: () => ['Always', 'OnRootMismatch'],
  },
  {
    // SupplementalGroupsPolicy, on since 1.33
    field: 'supplementalGroupsPolicy',
    rule: 'security-context/supplemental-groups-policy',
    since: 33,
    values: () => ['Merge', 'Strict'],
  },
  {
    // SELinuxChangePolicy, on since 1.33; its second value needs SELinuxMount, on since 1.37.
    field: 'seLinuxChangePolicy',
    rule: 'security-context/se-linux-change-policy',
    since: 33,
    values: ({ minor }) => (minor >= 37 ? ['MountOption', 'Recursive'] : ['Recursive']),
  },
];

function validatePolicies(
  security: PodSecurityContext,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const { field, rule, since, values } of policies) {
    const value = security[field];
    if (!isGiven(value) || context.minor < since) continue;
    const allowed = values(context);
    if (!allowed.includes(value)) errors.notSupported(rule, path.child(field), value, allowed);
  }
}

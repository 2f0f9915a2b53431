import type { FieldPath } from '../../findings/field-path';
import type { SecurityContext } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { validateAppArmorProfile, validateSeccompProfile } from './security-profiles';
import { hasOwnUsers } from './host-namespaces';
import type { PodRules } from './pod-rules';
import { validateId } from './user-ids';
import { validateWindowsOptions } from './windows-options';

export const securityContextRules = {
  'security-context/proc-mount': '/proc is mounted Default or, with users of its own, Unmasked.',
  'security-context/privilege-escalation': 'What is privileged or has CAP_SYS_ADMIN cannot forbid to gain privileges.',
} as const;

const procMounts = ['Default', 'Unmasked'];

/** ValidateSecurityContext of a container, on a server that allows privileged containers. */
export function validateSecurityContext(
  context: SecurityContext,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateId(context.runAsUser, path, 'runAsUser', errors);
  validateId(context.runAsGroup, path, 'runAsGroup', errors);
  validateProcMount(context, pod, path, errors);
  validatePrivilegeEscalation(context, path, errors);
  if (context.seccompProfile) validateSeccompProfile(context.seccompProfile, path.child('seccompProfile'), errors);
  if (context.windowsOptions) validateWindowsOptions(context.windowsOptions, path.child('windowsOptions'), errors);
  if (context.appArmorProfile) validateAppArmorProfile(context.appArmorProfile, path.child('appArmorProfile'), errors);
}

function validateProcMount(context: SecurityContext, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const procMount = context.procMount;
  // ProcMountType, on since 1.33: before that the server puts in Default.
  if (procMount === null || procMount === undefined || pod.context.minor < 33) return;
  const at = path.child('procMount');
  if (!procMounts.includes(procMount)) {
    errors.notSupported('security-context/proc-mount', at, procMount, procMounts);
  } else if (procMount === 'Unmasked' && !hasOwnUsers(pod)) {
    errors.invalid('security-context/proc-mount', at, procMount, "needs 'hostUsers: false'");
  }
}

/** The server reports this on the whole security context. */
function validatePrivilegeEscalation(context: SecurityContext, path: FieldPath, errors: FieldErrors): void {
  if (context.allowPrivilegeEscalation !== false) return;
  const { privileged, capabilities } = context;
  if (privileged) {
    const detail = "'allowPrivilegeEscalation: false' contradicts 'privileged: true'";
    errors.invalid('security-context/privilege-escalation', path, context, detail);
  }
  if (capabilities?.add?.includes('CAP_SYS_ADMIN')) {
    const detail = "'allowPrivilegeEscalation: false' contradicts the capability CAP_SYS_ADMIN";
    errors.invalid('security-context/privilege-escalation', path, context, detail);
  }
}

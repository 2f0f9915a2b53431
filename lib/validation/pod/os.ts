import type { FieldPath } from '../../findings/field-path';
import type { PodSpec, SecurityContext } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { visitContainers } from './every-container';

const systems: readonly string[] = ['linux', 'windows'];

/** validateOS, then validateLinux or validateWindows */
export function validateOs(spec: PodSpec, path: FieldPath, context: ValidationContext, errors: FieldErrors): void {
  if (spec.os == null) return;
  const name = spec.os.name ?? '';
  if (name === '') errors.required('pod/os', path.child('os').child('name'), '');
  else if (!systems.includes(name)) errors.notSupported('pod/os', path.child('os'), name, systems);
  else if (name === 'linux') validateLinux(spec, path, errors);
  else validateWindows(spec, path, context, errors);
}

function validateLinux(spec: PodSpec, path: FieldPath, errors: FieldErrors): void {
  const detail = 'a Linux pod has no Windows options';
  if (spec.securityContext?.windowsOptions != null) {
    errors.forbidden('pod/os-field', path.child('securityContext').child('windowsOptions'), detail);
  }
  visitContainers(spec, path, ({ securityContext }, at) => {
    if (securityContext?.windowsOptions == null) return;
    errors.forbidden('pod/os-field', at().child('securityContext').child('windowsOptions'), detail);
  });
}

/** What a Windows pod has no use for. The older servers do not look at, or drop, what they do not support by default. */
function validateWindows(spec: PodSpec, path: FieldPath, { minor }: ValidationContext, errors: FieldErrors): void {
  const pod = spec.securityContext ?? {};
  const forbid = (isSet: boolean, at: FieldPath): void => {
    if (isSet) errors.forbidden('pod/os-field', at, 'may not be set for a Windows pod');
  };
  for (const field of podFields) forbid(pod[field] != null, path.child('securityContext').child(field));
  forbid((pod.sysctls ?? []).length > 0, path.child('securityContext').child('sysctls'));
  if (minor >= 33) {
    // SupplementalGroupsPolicy, SELinuxChangePolicy and UserNamespacesSupport: on since 1.33
    forbid(pod.supplementalGroupsPolicy != null, path.child('securityContext').child('supplementalGroupsPolicy'));
    forbid(pod.seLinuxChangePolicy != null, path.child('securityContext').child('seLinuxChangePolicy'));
    forbid(spec.hostUsers != null, path.child('hostUsers'));
  }
  forbid(spec.hostPID === true, path.child('hostPID'));
  forbid(spec.hostIPC === true, path.child('hostIPC'));
  forbid(spec.shareProcessNamespace != null, path.child('shareProcessNamespace'));
  visitContainers(spec, path, ({ securityContext }, at) => {
    if (securityContext == null) return;
    for (const field of containerFields)
      forbid(securityContext[field] != null, at().child('securityContext').child(field));
  });
}

const podFields = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
] as const;

const containerFields: readonly (keyof SecurityContext)[] = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

import type { FieldPath } from '../../findings/field-path';
import type { PodSecurityContext, PodSpec } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import type { PodRules } from './pod-rules';

export const sysctlRules = {
  'security-context/sysctl': 'A kernel parameter is named properly and once, and does not belong to the node.',
} as const;

const longestName = 253;
const namePattern = /^(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/;

/** validateSysctls */
export function validateSysctls(
  sysctls: NonNullable<PodSecurityContext['sysctls']>,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const names = new Set<string>();
  for (const [position, sysctl] of sysctls.entries()) {
    const name = sysctl?.name ?? '';
    const at = path.index(position).child('name');
    if (name === '') {
      errors.required('security-context/sysctl', at, 'a kernel parameter needs a name');
    } else if (name.length > longestName || !namePattern.test(name)) {
      const detail = `must have at most ${longestName} characters, parts of lower case letters, digits, '-' and '_' between dots or slashes`;
      errors.invalid('security-context/sysctl', at, name, detail);
    } else if (names.has(name)) {
      errors.duplicate('security-context/sysctl', at, name);
    }
    names.add(name);
    const shared = pod.context.minor >= 29 ? sharedNamespace(name, pod.spec) : undefined;
    if (shared !== undefined)
      errors.invalid('security-context/sysctl', at, name, `may not be set while '${shared}' is true`);
  }
}

/** The namespace that a parameter belongs to, where the pod shares it with the node (ValidateHostSysctl, since 1.29). */
function sharedNamespace(name: string, spec: PodSpec): 'hostNetwork' | 'hostIPC' | undefined {
  const parameter = normalize(name);
  if (spec.hostNetwork && parameter.startsWith('net.')) return 'hostNetwork';
  if (spec.hostIPC && (ipcParameters.has(parameter) || parameter.startsWith('fs.mqueue.'))) return 'hostIPC';
  return undefined;
}

const ipcParameters: ReadonlySet<string> = new Set([
  'kernel.sem',
  'kernel.shm',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.msg',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
]);

/** `net/ipv4/conf/eno2.100/rp_filter` is `net.ipv4.conf.eno2/100.rp_filter`: the first separator decides. A `*` ends the name. */
function normalize(name: string): string {
  const separator = /[./]/.exec(name)?.[0];
  const dotted = separator === '/' ? name.replace(/[./]/g, (one) => (one === '/' ? '.' : '/')) : name;
  const star = dotted.indexOf('*');
  return star < 0 ? dotted : dotted.slice(0, star);
}

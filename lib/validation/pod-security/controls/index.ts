import type { Control } from '../control';
import { allowPrivilegeEscalation } from './allow-privilege-escalation';
import { appArmorProfile } from './app-armor-profile';
import { capabilitiesBaseline, capabilitiesRestricted } from './capabilities';
import { hostNamespaces } from './host-namespaces';
import { hostPorts } from './host-ports';
import { hostProbesAndHostLifecycle } from './host-probes-and-lifecycle';
import { privileged } from './privileged';
import { procMountBaseline, procMountRestricted } from './proc-mount';
import { runAsNonRoot } from './run-as-non-root';
import { runAsUser } from './run-as-user';
import { seLinuxOptions } from './se-linux-options';
import { seccompProfileBaseline, seccompProfileRestricted } from './seccomp-profile';
import { sysctls } from './sysctls';
import { hostPathVolumes, restrictedVolumes } from './volumes';
import { windowsHostProcess } from './windows-host-process';

/** Every control of the Pod Security Standards, those of the baseline first. */
export const controls: readonly Control[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMountBaseline,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
];

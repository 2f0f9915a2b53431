import { containerRules } from './container';
import { containerPortRules } from './container-ports';
import { containersRules } from './containers';
import { downwardApiRules } from './downward-api';
import { envRules } from './env';
import { envSourceRules } from './env-source';
import { ephemeralContainerRules } from './ephemeral-containers';
import { handlerRules } from './handler';
import { hostNamespaceRules } from './host-namespaces';
import { hostProcessRules } from './host-process';
import { initContainerRules } from './init-containers';
import { podLevelResourceRules } from './pod-level-resources';
import { podSecurityContextRules } from './pod-security-context';
import { probeRules } from './probes';
import { profileAnnotationRules } from './profile-annotations';
import { profileConflictRules } from './profile-conflicts';
import { resizePolicyRules } from './resize-policy';
import { claimReferenceRules } from './claim-references';
import { resourceRules } from './resource-requirements';
import { restartPolicyRules } from './restart-policy';
import { securityContextRules } from './security-context';
import { securityProfileRules } from './security-profiles';
import { sysctlRules } from './sysctls';
import { userIdRules } from './user-ids';
import { volumeDeviceRules } from './volume-devices';
import { volumeMountRules } from './volume-mounts';
import { windowsOptionRules } from './windows-options';

/** The rules of containers and security contexts, for the catalogue of the validation. */
export const podContainerRules = {
  ...containersRules,
  ...containerRules,
  ...containerPortRules,
  ...envRules,
  ...envSourceRules,
  ...downwardApiRules,
  ...resourceRules,
  ...claimReferenceRules,
  ...podLevelResourceRules,
  ...resizePolicyRules,
  ...restartPolicyRules,
  ...probeRules,
  ...handlerRules,
  ...volumeMountRules,
  ...volumeDeviceRules,
  ...securityContextRules,
  ...podSecurityContextRules,
  ...securityProfileRules,
  ...profileAnnotationRules,
  ...profileConflictRules,
  ...sysctlRules,
  ...userIdRules,
  ...windowsOptionRules,
  ...hostNamespaceRules,
  ...hostProcessRules,
  ...initContainerRules,
  ...ephemeralContainerRules,
} as const;

/**
 * What a container may do beyond Pod Security "restricted". Each relaxation is one prop; none is given by default.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export interface SecurityProps {
  /** The numeric user. Needed where the image names none or names root: the kubelet then refuses to start it as non-root. @default - the image's */
  readonly runAsUser?: number;
  /** The numeric group. @default - the image's */
  readonly runAsGroup?: number;
  /** Let the process be root. Below Pod Security "restricted". @default false */
  readonly runAsRoot?: boolean;
  /** Let the process write everywhere in its image; `writableDirectories` is the narrower way. @default false */
  readonly writableRootFilesystem?: boolean;
  /** Let the process gain rights by set-uid programs and file capabilities. Below "restricted". @default false */
  readonly allowPrivilegeEscalation?: boolean;
  /** Capabilities to add after all were dropped. "restricted" allows `NET_BIND_SERVICE` only. @default - none */
  readonly addCapabilities?: readonly string[];
  /** All rights of the node. Below "baseline". @default false */
  readonly privileged?: boolean;
  /** Let the process make any system call. Below "baseline". @default false */
  readonly unconfinedSeccomp?: boolean;
  /** Fields of Kubernetes' own `securityContext` for the container, over what the props above say. @default - none */
  readonly securityContext?: Readonly<Record<string, unknown>>;
}

/** The `securityContext` of a container: "restricted", less what was relaxed. */
export function containerSecurityContext(props: SecurityProps): object {
  const { addCapabilities = [], privileged = false } = props;
  const capabilities = { drop: ['ALL'], add: addCapabilities.length > 0 ? addCapabilities : undefined };
  return {
    // A privileged container has every capability and may always gain more: the API server refuses to hear otherwise.
    allowPrivilegeEscalation: privileged || (props.allowPrivilegeEscalation ?? false),
    capabilities: privileged ? undefined : capabilities,
    privileged: privileged || undefined,
    readOnlyRootFilesystem: !(props.writableRootFilesystem ?? false),
    runAsNonRoot: props.runAsRoot === true ? false : undefined,
    runAsUser: props.runAsUser,
    runAsGroup: props.runAsGroup,
    seccompProfile: props.unconfinedSeccomp === true ? { type: 'Unconfined' } : undefined,
    ...props.securityContext,
  };
}

/** The sysctl that lets a process of any user bind a port below 1024; Pod Security counts it as safe. */
const unprivilegedPortStart = { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' };

/** The `securityContext` of a pod: "restricted", with low ports open to any user where one is declared. */
export function podSecurityContext(
  bindsLowPort: boolean,
  overrides: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  return {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
    sysctls: bindsLowPort ? [unprivilegedPortStart] : undefined,
    ...overrides,
  };
}

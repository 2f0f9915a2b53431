import type { IConstruct } from 'constructs';
import { ConstructError } from '../construct-error';
import type { AppPort } from '../ports';
import type { ContainerContext, InitContainerProps, NamedContainerProps } from './container';
import { writeContainer } from './container';
import type { Named } from './env';
import { nameOf } from './env';
import { podSecurityContext } from './security';
import type { VolumeProps } from './volumes';

/** Fields of the pod that all its containers share. */
export interface PodProps {
  /** Volumes by name, for the containers' `mounts`. @default - none */
  readonly volumes?: Readonly<Record<string, VolumeProps>>;
  /** The ServiceAccount that the pod runs as; it is not made here. @default - the namespace's `default` */
  readonly serviceAccount?: Named;
  /** Give the pod a token for the API server. @default false */
  readonly mountServiceAccountToken?: boolean;
  /** Secrets with the credentials of image registries. @default - the ServiceAccount's */
  readonly imagePullSecrets?: readonly Named[];
  /** Labels that a node must have. @default - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Taints that the pod bears, in Kubernetes' shape. @default - none */
  readonly tolerations?: readonly Readonly<Record<string, unknown>>[];
  /** Kubernetes' own `affinity`. @default - one pod a node on the host network, else none */
  readonly affinity?: Readonly<Record<string, unknown>>;
  /** Kubernetes' own `topologySpreadConstraints`; false for none. @default - over nodes where there are two or more replicas */
  readonly topologySpread?: readonly Readonly<Record<string, unknown>>[] | false;
  /** @default - the cluster's default priority */
  readonly priorityClass?: string;
  /** Seconds between the request to end and the kill, the wait before the end included. @default 30 */
  readonly terminationGracePeriodSeconds?: number;
  /** Seconds that containers with ports go on serving after the pod was taken out of its Services. 0 for none. @default 5 where there are two or more replicas */
  readonly drainSeconds?: number;
  /** Environment variables for every Service of the namespace, as in old times; they are known to break applications. @default false */
  readonly serviceLinks?: boolean;
  /** Fields of Kubernetes' own `securityContext` for the pod, over the restricted defaults. @default - none */
  readonly podSecurityContext?: Readonly<Record<string, unknown>>;
  /** Annotations of the pod alone. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>>;
}

/** The containers of a pod. */
export interface PodContainers {
  readonly containers: readonly NamedContainerProps[];
  /** Native sidecars: they start before the containers, and end after them. */
  readonly sidecars: readonly NamedContainerProps[];
  readonly initContainers: readonly InitContainerProps[];
}

/** What the ways in ask of the pod. */
export interface HostAccess {
  readonly hostNetwork: boolean;
  /** Host port by port name. */
  readonly hostPorts: ReadonlyMap<string, { readonly hostPort: number; readonly hostIP: string | undefined }>;
}

export interface PodTemplate {
  readonly props: PodProps;
  readonly containers: PodContainers;
  readonly host: HostAccess;
  readonly selector: Readonly<Record<string, string>>;
  /** Whether two or more pods are meant to run. */
  readonly replicated: boolean;
}

/** The `spec` of the pods of an application. */
export function writePodSpec(template: PodTemplate, context: ContainerContext): Record<string, unknown> {
  const { props, containers, host, selector } = template;
  const write = (container: NamedContainerProps): Record<string, unknown> =>
    withHookAddress(withHostPorts(writeContainer(container, context), container.ports, host), host);
  const sidecars = containers.sidecars.map((sidecar) => ({ ...write(sidecar), restartPolicy: 'Always' }));
  const initContainers = [...sidecars, ...containers.initContainers.map(write)];
  const written = containers.containers.map(write);
  const volumes = context.volumes.list();
  return {
    hostNetwork: host.hostNetwork || undefined,
    dnsPolicy: host.hostNetwork ? 'ClusterFirstWithHostNet' : undefined,
    automountServiceAccountToken: props.mountServiceAccountToken ?? false,
    enableServiceLinks: props.serviceLinks ?? false,
    serviceAccountName: props.serviceAccount === undefined ? undefined : nameOf(props.serviceAccount),
    imagePullSecrets: props.imagePullSecrets?.map((secret) => ({ name: nameOf(secret) })),
    nodeSelector: props.nodeSelector,
    tolerations: props.tolerations,
    affinity: props.affinity ?? (host.hostNetwork ? onePodANode(selector) : undefined),
    topologySpreadConstraints: spreadConstraints(template),
    priorityClassName: props.priorityClass,
    terminationGracePeriodSeconds: gracePeriod(props, context),
    securityContext: podSecurityContext(bindsLowPort(context.scope, template), props.podSecurityContext),
    initContainers: initContainers.length > 0 ? initContainers : undefined,
    containers: written,
    volumes: volumes.length > 0 ? volumes : undefined,
  };
}

/**
 * The host port stands beside the container port that it leads to. On the host network it is left out: there the API server gives every
 * pod the container's number, and a mirrored one in a template shows as a difference for ever.
 */
function withHostPorts(
  container: Record<string, unknown>,
  ports: readonly AppPort[] | undefined,
  { hostPorts }: HostAccess,
): Record<string, unknown> {
  if (hostPorts.size === 0 || ports === undefined) return container;
  const written = container['ports'] as readonly object[];
  return { ...container, ports: ports.map(({ name }, i) => ({ ...written[i], ...hostPorts.get(name) })) };
}

/** On the host network the kubelet finds no address of the pod for a hook by HTTP, which fails (handlerRunner.runHTTPHandler). */
function withHookAddress(container: Record<string, unknown>, { hostNetwork }: HostAccess): Record<string, unknown> {
  const lifecycle = container['lifecycle'] as Readonly<Record<string, Hook | undefined>> | undefined;
  if (!hostNetwork || lifecycle === undefined) return container;
  const addressed = Object.entries(lifecycle).map(([end, hook]) => [
    end,
    hook?.httpGet === undefined ? hook : { ...hook, httpGet: { host: '127.0.0.1', ...hook.httpGet } },
  ]);
  return { ...container, lifecycle: Object.fromEntries(addressed) as object };
}

interface Hook {
  readonly httpGet?: object;
}

/** Two pods of the host network cannot bind one port of one node. */
function onePodANode(selector: Readonly<Record<string, string>>): object {
  const term = { labelSelector: { matchLabels: selector }, topologyKey: 'kubernetes.io/hostname' };
  return { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } };
}

function spreadConstraints({ props, selector, replicated, host }: PodTemplate): readonly object[] | undefined {
  if (props.topologySpread === false) return undefined;
  if (props.topologySpread !== undefined) return props.topologySpread;
  if (!replicated || host.hostNetwork) return undefined;
  const labelSelector = { matchLabels: selector };
  return [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector }];
}

function gracePeriod(props: PodProps, { scope, drainSeconds = 0 }: ContainerContext): number | undefined {
  const seconds = props.terminationGracePeriodSeconds;
  if (drainSeconds > 0 && (seconds ?? 30) <= drainSeconds) {
    throw new ConstructError(
      scope,
      `terminationGracePeriodSeconds is ${seconds ?? 30}, and the wait before the end alone takes ${drainSeconds} of them (drainSeconds). ` +
        'Give the process more time, or wait less.',
    );
  }
  return seconds;
}

/** Whether the pod must be let bind a port below 1024 by the sysctl for it. */
function bindsLowPort(scope: IConstruct, { containers, host }: PodTemplate): boolean {
  const all = [...containers.containers, ...containers.sidecars];
  const low = all.filter((container) => container.ports?.some(({ number }) => number < 1024));
  const [helpless] = low.filter((container) => !mayBindLowPort(container));
  if (helpless === undefined) return false;
  if (!host.hostNetwork) return true;
  throw new ConstructError(
    scope,
    `Container '${helpless.name}' binds a port below 1024 on the host network, where a non-root process may not, and the sysctl that allows it in a pod is refused. ` +
      'Bind a port from 1024 on, use Exposure.hostPort, or relax: runAsRoot with addCapabilities: [NET_BIND_SERVICE].',
  );
}

function mayBindLowPort({
  runAsRoot,
  allowPrivilegeEscalation,
  privileged,
  addCapabilities,
}: NamedContainerProps): boolean {
  const capable = addCapabilities?.includes('NET_BIND_SERVICE') ?? false;
  return privileged === true || (capable && (runAsRoot === true || allowPrivilegeEscalation === true));
}

import type { IConstruct } from 'constructs';
import { ConstructError } from '../construct-error';
import type {
  DaemonSetUpdateStrategy,
  DeploymentUpdateStrategy,
  ReplicatedProps,
  ScalingProps,
  StatefulProps,
  StatefulSetProps,
  VolumeClaim,
} from './scaling';

/** What a workload is made of, whatever its kind. */
export interface WorkloadParts {
  readonly scope: IConstruct;
  readonly selector: Readonly<Record<string, string>>;
  readonly podMetadata: object;
  readonly podSpec: object;
  /** The headless Service of a StatefulSet. */
  readonly governingService: string;
  /** Undefined leaves the number to an autoscaler. */
  readonly replicas: number | undefined;
  /** Whether the pods take ports of their node, so that an old pod must go before a new one comes. */
  readonly takesNodePorts: boolean;
}

export interface WorkloadObject {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'Deployment' | 'DaemonSet' | 'StatefulSet';
  readonly spec: object;
}

export function writeWorkload(scaling: ScalingProps, parts: WorkloadParts): WorkloadObject {
  const { selector, podMetadata, podSpec, takesNodePorts } = parts;
  const common = {
    minReadySeconds: scaling.minReadySeconds,
    selector: { matchLabels: selector },
    template: { metadata: podMetadata, spec: podSpec },
  };
  if (scaling.perNode === true) {
    const updateStrategy = daemonSetStrategy(parts.scope, scaling.updateStrategy, takesNodePorts);
    return { apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { ...common, updateStrategy } };
  }
  if (scaling.stateful !== undefined) {
    return { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { ...common, ...statefulSetSpec(scaling, parts) } };
  }
  const strategy = deploymentStrategy(parts.scope, scaling.updateStrategy, takesNodePorts);
  return { apiVersion: 'apps/v1', kind: 'Deployment', spec: { ...common, replicas: parts.replicas, strategy } };
}

/** @throws ConstructError where the number is no whole number from 0 on. */
export function checkReplicas(scope: IConstruct, { replicas }: Pick<ReplicatedProps, 'replicas'>): void {
  if (replicas === undefined || (Number.isInteger(replicas) && replicas >= 0)) return;
  throw new ConstructError(scope, `replicas is ${replicas}. Give a whole number from 0 on.`);
}

function deploymentStrategy(
  scope: IConstruct,
  strategy: DeploymentUpdateStrategy | undefined,
  takesNodePorts: boolean,
): object | undefined {
  if (strategy?.type === 'Recreate') return { type: 'Recreate' };
  if (takesNodePorts) refuseSurge(scope, strategy?.maxSurge);
  if (strategy === undefined && !takesNodePorts) return undefined;
  const { maxSurge, maxUnavailable } = strategy ?? {};
  const rollingUpdate = takesNodePorts
    ? { maxSurge: 0, maxUnavailable: maxUnavailable ?? 1 }
    : { maxSurge, maxUnavailable };
  return { type: 'RollingUpdate', rollingUpdate };
}

function daemonSetStrategy(
  scope: IConstruct,
  strategy: DaemonSetUpdateStrategy | undefined,
  takesNodePorts: boolean,
): object | undefined {
  if (strategy?.type === 'OnDelete') return { type: 'OnDelete' };
  if (takesNodePorts) refuseSurge(scope, strategy?.maxSurge);
  if (strategy === undefined) return undefined;
  const { maxSurge, maxUnavailable } = strategy;
  return { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } };
}

/** With a surge the new pod waits for the port that the old one holds, and the rollout never ends. */
function refuseSurge(scope: IConstruct, maxSurge: number | string | undefined): void {
  if (maxSurge === undefined || maxSurge === 0 || maxSurge === '0%') return;
  throw new ConstructError(
    scope,
    `updateStrategy.maxSurge is ${maxSurge}, and the pods take ports of their node: a new pod would wait for the port of the old one. Leave maxSurge out, or 0.`,
  );
}

function statefulSetSpec(scaling: StatefulSetProps, { governingService, replicas }: WorkloadParts): object {
  const { volumeClaims = {}, podManagementPolicy }: StatefulProps = scaling.stateful === true ? {} : scaling.stateful;
  const claims = Object.entries(volumeClaims).map(([name, claim]) => writeClaim(name, claim));
  const { type = 'RollingUpdate', partition } = scaling.updateStrategy ?? {};
  return {
    serviceName: governingService,
    replicas,
    podManagementPolicy,
    updateStrategy:
      scaling.updateStrategy === undefined
        ? undefined
        : { type, rollingUpdate: partition === undefined ? undefined : { partition } },
    volumeClaimTemplates: claims.length > 0 ? claims : undefined,
  };
}

function writeClaim(name: string, { size, storageClassName, accessModes = ['ReadWriteOnce'] }: VolumeClaim): object {
  return { metadata: { name }, spec: { accessModes, storageClassName, resources: { requests: { storage: size } } } };
}

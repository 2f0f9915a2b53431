/** A number, or a share of the pods as `25%`. */
export type Share = number | `${number}%`;

/** How a Deployment replaces its pods. */
export type DeploymentUpdateStrategy =
  | {
      readonly type?: 'RollingUpdate';
      /** Pods above the wanted number during an update. @default '25%' */
      readonly maxSurge?: Share;
      /** Pods that may be missing during an update. @default '25%' */
      readonly maxUnavailable?: Share;
    }
  | { readonly type: 'Recreate'; readonly maxSurge?: never; readonly maxUnavailable?: never };

/** How a DaemonSet replaces its pods. */
export type DaemonSetUpdateStrategy =
  | {
      readonly type?: 'RollingUpdate';
      /** @default 0 */
      readonly maxSurge?: Share;
      /** @default 1 */
      readonly maxUnavailable?: Share;
    }
  | { readonly type: 'OnDelete'; readonly maxSurge?: never; readonly maxUnavailable?: never };

/** How a StatefulSet replaces its pods. */
export type StatefulSetUpdateStrategy =
  | {
      readonly type?: 'RollingUpdate';
      /** Pods with a lower ordinal stay as they are. @default 0 */
      readonly partition?: number;
    }
  | { readonly type: 'OnDelete'; readonly partition?: never };

/** A HorizontalPodAutoscaler. */
export interface AutoscalingProps {
  /** @default 2 */
  readonly minReplicas?: number;
  readonly maxReplicas: number;
  /** Wanted use of the requested CPU in percent. @default 80, where neither memory nor metrics are given */
  readonly cpuUtilization?: number;
  /** Wanted use of the requested memory in percent. @default - not looked at */
  readonly memoryUtilization?: number;
  /** More metrics in Kubernetes' shape (`autoscaling/v2`). @default - none */
  readonly metrics?: readonly Readonly<Record<string, unknown>>[];
  /** Kubernetes' own `behavior`. @default - the API server's */
  readonly behavior?: Readonly<Record<string, unknown>>;
}

/** A volume that each pod of a StatefulSet gets for itself, mounted by its name. */
export interface VolumeClaim {
  /** How much storage: `10Gi`. */
  readonly size: string;
  /** @default - the cluster's default class */
  readonly storageClassName?: string;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly ('ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod')[];
}

export interface StatefulProps {
  /** Volumes of each pod by name, for the containers' `mounts`. @default - none */
  readonly volumeClaims?: Readonly<Record<string, VolumeClaim>>;
  /** @default 'OrderedReady' */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
}

/** A PodDisruptionBudget: one of the two. */
export type DisruptionBudgetProps =
  | { readonly maxUnavailable: Share; readonly minAvailable?: never }
  | { readonly minAvailable: Share; readonly maxUnavailable?: never };

interface Common {
  /** Seconds that a new pod must be ready before it counts. @default 0 */
  readonly minReadySeconds?: number;
}

interface Budgeted extends Common {
  /** How many pods a drain may take at once; false for no PodDisruptionBudget. @default - one at a time where there are two or more replicas */
  readonly disruptionBudget?: DisruptionBudgetProps | false;
}

/** A fixed number of equal pods: a Deployment. */
export interface ReplicatedProps extends Budgeted {
  /** @default 2, and 1 where a port of the node is taken */
  readonly replicas?: number;
  readonly updateStrategy?: DeploymentUpdateStrategy;
  readonly autoscaling?: never;
  readonly perNode?: never;
  readonly stateful?: never;
}

/** As many pods as the load asks for: a Deployment with a HorizontalPodAutoscaler. */
export interface AutoscaledProps extends Budgeted {
  readonly autoscaling: AutoscalingProps;
  readonly updateStrategy?: DeploymentUpdateStrategy;
  readonly replicas?: never;
  readonly perNode?: never;
  readonly stateful?: never;
}

/** One pod on each node: a DaemonSet. */
export interface PerNodeProps extends Common {
  readonly perNode: true;
  readonly updateStrategy?: DaemonSetUpdateStrategy;
  readonly replicas?: never;
  readonly autoscaling?: never;
  readonly stateful?: never;
  readonly disruptionBudget?: never;
}

/** Pods with names and volumes of their own: a StatefulSet with its headless Service. */
export interface StatefulSetProps extends Budgeted {
  readonly stateful: true | StatefulProps;
  /** @default 1 */
  readonly replicas?: number;
  readonly updateStrategy?: StatefulSetUpdateStrategy;
  readonly autoscaling?: never;
  readonly perNode?: never;
}

/** How many pods there are, and of what kind their workload is. */
export type ScalingProps = ReplicatedProps | AutoscaledProps | PerNodeProps | StatefulSetProps;

/** The fewest pods that are meant to run at any time; undefined for one on each node. */
export function fewestPods(scaling: ScalingProps, takesNodePorts: boolean): number | undefined {
  if (scaling.perNode === true) return undefined;
  if (scaling.autoscaling !== undefined) return scaling.autoscaling.minReplicas ?? 2;
  return scaling.replicas ?? (scaling.stateful !== undefined || takesNodePorts ? 1 : 2);
}

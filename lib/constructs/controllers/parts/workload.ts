import { Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp } from '../../exposed-app';
import type { ContainerAppProps } from '../../exposed-app-props';
import type { AppPort } from '../../ports';
import type { ContainerProps } from '../../workload/container';
import type { Probes } from '../../workload/probes';
import type { ScalingProps } from '../../workload/scaling';
import type { ControllerProps } from '../controller-props';
import type { Identity } from './identity';
import { takesNodePorts } from './namespace';
import { completed } from './ports';

/** What the pods of a controller are made of. */
export interface ControllerWorkload<Side extends string> {
  readonly image: string;
  /** Asked for when the manifests are written, so that routes may still add to them. */
  readonly args: () => readonly string[];
  /** The ports that the ways in lead to. */
  readonly ports: readonly AppPort[];
  /** The others. */
  readonly sidePorts: readonly AppPort<Side>[];
  readonly runAsUser: number;
  readonly writableDirectories: readonly string[];
  readonly probes: Probes<Side>;
  readonly gracePeriodSeconds: number;
  /** How many pods. @default - as the props say */
  readonly scaling?: ScalingProps;
  /** What its container asks for. @default - as the props say */
  readonly resources?: ContainerProps['resources'];
  /** Whether it asks the API server, by the account of its name. @default true */
  readonly asksApiServer?: boolean;
  /** More of its container. @default - nothing */
  readonly container?: Pick<
    ContainerProps<Side>,
    | 'command'
    | 'env'
    | 'mounts'
    | 'lifecycle'
    | 'addCapabilities'
    | 'allowPrivilegeEscalation'
    | 'writableRootFilesystem'
  >;
  /** More of its pods. @default - nothing */
  readonly pod?: Pick<ContainerAppProps, 'volumes' | 'sidecars' | 'initContainers' | 'podAnnotations'>;
}

/** What a controller asks for where nothing is said. */
export const defaultResources = { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } } as const;

/** A controller is itself an application with ways in. */
export function makeWorkload<Side extends string>(
  scope: Construct,
  { name, namespace, labels }: Identity,
  props: ControllerProps,
  workload: ControllerWorkload<Side>,
): ExposedApp {
  const { nodeSelector, tolerations, affinity, priorityClass, imagePullSecrets, waivers } = props;
  return new ExposedApp<string>(scope, 'controller', {
    name,
    namespace,
    labels,
    nodeSelector: { 'kubernetes.io/os': 'linux', ...nodeSelector },
    ...(tolerations === undefined ? {} : { tolerations }),
    ...(affinity === undefined ? {} : { affinity }),
    ...(priorityClass === undefined ? {} : { priorityClass }),
    ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
    ...(waivers === undefined ? {} : { waivers }),
    ...(workload.asksApiServer === false ? {} : { serviceAccount: name, mountServiceAccountToken: true }),
    terminationGracePeriodSeconds: workload.gracePeriodSeconds,
    image: props.image ?? workload.image,
    args: Lazy.any({ produce: () => workload.args() }) as readonly string[],
    ports: [...workload.ports, ...workload.sidePorts],
    runAsUser: workload.runAsUser,
    runAsGroup: workload.runAsUser,
    writableDirectories: workload.writableDirectories,
    probes: workload.probes,
    resources: workload.resources ?? props.resources ?? defaultResources,
    exposures: props.exposures.map((exposure) => completed(exposure, workload.ports)),
    ...workload.container,
    ...workload.pod,
    ...(workload.scaling ?? scalingOf(props)),
  });
}

function scalingOf({ perNode, replicas, autoscaling, exposures }: ControllerProps): ScalingProps {
  if (autoscaling !== undefined) return { autoscaling };
  if (perNode ?? (replicas === undefined && exposures.some(takesNodePorts))) return { perNode: true };
  return replicas === undefined ? {} : { replicas };
}

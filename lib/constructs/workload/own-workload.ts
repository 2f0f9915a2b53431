import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Target } from '../../target/target';
import { ConstructError } from '../construct-error';
import type { ContainerAppProps, ContainersAppProps } from '../exposed-app-props';
import type { ObjectMaker } from '../object-maker';
import type { AppPorts } from '../ports';
import { writeAutoscaler, writeDisruptionBudget } from './autoscaler';
import type { NamedContainerProps } from './container';
import type { HostAccess, PodContainers } from './pod-template';
import { writePodSpec } from './pod-template';
import { fewestPods } from './scaling';
import { Volumes } from './volumes';
import { checkReplicas, writeWorkload } from './workload';

/** From these releases on the fields are there by default. */
const nativeSidecars = 29;
const sleepAction = 30;

export type OwnWorkloadProps = ContainerAppProps | ContainersAppProps;

/** What the workload has to know of the application around it. */
export interface OwnWorkloadContext {
  readonly scope: Construct;
  readonly name: string;
  readonly ports: AppPorts;
  readonly host: HostAccess;
  readonly selector: Readonly<Record<string, string>>;
  readonly target: Target;
  readonly maker: ObjectMaker;
  /** The headless Service of a StatefulSet. */
  readonly governingService: string;
}

export interface OwnWorkload {
  readonly workload: ApiObject;
  readonly autoscaler: ApiObject | undefined;
  readonly disruptionBudget: ApiObject | undefined;
}

/** The containers of the pod; the only one is named as the application is. */
export function containersOf(name: string, props: OwnWorkloadProps): PodContainers {
  const containers: readonly NamedContainerProps[] = props.containers ?? [{ ...containerProps(props), name }];
  return { containers, sidecars: props.sidecars ?? [], initContainers: props.initContainers ?? [] };
}

/** The workload with its autoscaler and its disruption budget. */
export function makeOwnWorkload(props: OwnWorkloadProps, context: OwnWorkloadContext): OwnWorkload {
  const { scope, name, host, maker, selector } = context;
  checkReplicas(scope, props);
  const containers = containersOf(name, props);
  checkContainers(containers, context);
  const takesNodePorts = host.hostNetwork || host.hostPorts.size > 0;
  const fewest = fewestPods(props, takesNodePorts);
  const replicated = fewest !== undefined && fewest > 1;
  const podSpec = writePod(props, containers, replicated, context);
  const written = writeWorkload(props, {
    scope,
    selector,
    podMetadata: { labels: { ...props.labels, ...selector }, annotations: props.podAnnotations },
    podSpec,
    governingService: context.governingService,
    replicas: props.autoscaling === undefined ? fewest : undefined,
    takesNodePorts,
  });
  const workload = maker.make(written.apiVersion, written.kind, name, written);
  const all = [...containers.containers, ...containers.sidecars];
  return {
    workload,
    autoscaler:
      props.autoscaling === undefined
        ? undefined
        : maker.make('autoscaling/v2', 'HorizontalPodAutoscaler', name, {
            spec: writeAutoscaler(scope, name, props.autoscaling, all),
          }),
    disruptionBudget: makeBudget(props, replicated, context),
  };
}

function writePod(
  props: OwnWorkloadProps,
  containers: PodContainers,
  replicated: boolean,
  context: OwnWorkloadContext,
): object {
  const { scope, ports, host, selector } = context;
  const claims = typeof props.stateful === 'object' ? Object.keys(props.stateful.volumeClaims ?? {}) : [];
  const volumes = new Volumes(scope, props.volumes, claims);
  const drainSeconds = drainSecondsOf(props, replicated, context);
  return writePodSpec({ props, containers, host, selector, replicated }, { scope, ports, volumes, drainSeconds });
}

function drainSecondsOf(
  props: OwnWorkloadProps,
  replicated: boolean,
  { scope, target }: OwnWorkloadContext,
): number | undefined {
  const { drainSeconds } = props;
  if (drainSeconds === undefined) return replicated && target.minor >= sleepAction ? 5 : undefined;
  if (!(Number.isInteger(drainSeconds) && drainSeconds >= 0)) {
    throw new ConstructError(scope, `drainSeconds is ${drainSeconds}. Give a whole number from 0 on.`);
  }
  if (drainSeconds > 0 && target.minor < sleepAction) {
    throw new ConstructError(
      scope,
      `drainSeconds needs Kubernetes 1.${sleepAction}; the target is 1.${target.minor}. Leave it out, and give containers lifecycle.preStop with a command that waits.`,
    );
  }
  return drainSeconds === 0 ? undefined : drainSeconds;
}

function makeBudget(
  props: OwnWorkloadProps,
  replicated: boolean,
  { name, maker, selector }: OwnWorkloadContext,
): ApiObject | undefined {
  const { disruptionBudget } = props;
  if (disruptionBudget === false || (disruptionBudget === undefined && !replicated)) return undefined;
  return maker.make('policy/v1', 'PodDisruptionBudget', name, {
    spec: writeDisruptionBudget(selector, disruptionBudget),
  });
}

function checkContainers(
  { containers, sidecars, initContainers }: PodContainers,
  { scope, target }: OwnWorkloadContext,
): void {
  const names = [...containers, ...sidecars, ...initContainers].map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new ConstructError(scope, `Two containers are named '${twice}'. Give each a name of its own.`);
  if (sidecars.length > 0 && target.minor < nativeSidecars) {
    throw new ConstructError(
      scope,
      `sidecars need Kubernetes 1.${nativeSidecars}; the target is 1.${target.minor}. Put them into \`containers\`, or aim at a newer version.`,
    );
  }
}

function containerProps(props: ContainerAppProps): Omit<NamedContainerProps, 'name'> {
  return props;
}

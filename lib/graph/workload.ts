import type { Container, ContainerPort, PodSpec, PodTemplateSpec } from '../kubernetes/api';
import type { Labels } from '../kubernetes/label-selectors';
import { itemsOf, numberOf, textOf, valueAt } from '../manifests/untyped';
import type { SetObject } from './set-object';

/** A container of a pod template, and its place. */
export interface WorkloadContainer {
  readonly container: Container;
  /** `spec.template.spec.containers[0]`. */
  readonly field: string;
  /** Whether it runs as long as the pod does: an ordinary container, or an init container that restarts always. */
  readonly stays: boolean;
}

/** A port that a container says it listens on. */
export interface WorkloadPort {
  readonly port: ContainerPort;
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
  /** `spec.template.spec.containers[0].ports[1]`. */
  readonly field: string;
  readonly container: WorkloadContainer;
}

/** Pods that an object makes: a Pod itself, a Deployment, or any other kind that has a pod template. */
export interface Workload {
  readonly object: SetObject;
  /** What stands before the fields of the pod: `spec.template.`, empty for a Pod. */
  readonly template: string;
  readonly namespace: string;
  /** The labels of its pods. */
  readonly labels: Labels;
  /** The annotations of its pods. */
  readonly annotations: Readonly<Record<string, unknown>>;
  readonly spec: PodSpec;
  readonly containers: readonly WorkloadContainer[];
  /** The ports of the containers that stay. */
  readonly ports: readonly WorkloadPort[];
  /** How many pods it keeps; undefined where the nodes or an autoscaler decide. */
  readonly replicas: number | undefined;
  /** Whether it has one pod on each node. */
  readonly perNode: boolean;
  /** Whether its pods end by themselves: Job and CronJob. */
  readonly ends: boolean;
}

/** Where kinds keep the template of their pods: CronJob, then Deployment and its like. */
export const templatePlaces = [
  ['spec', 'jobTemplate', 'spec', 'template'],
  ['spec', 'template'],
] as const;

/** The pods that an object makes; undefined where it makes none. */
export function workloadOf(object: SetObject): Workload | undefined {
  if (object.key === ' Pod') return workload(object, '', object.body);
  if (object.key === ' PodTemplate') return undefined;
  for (const place of templatePlaces) {
    const template = valueAt(object.body, ...place);
    if (itemsOf(valueAt(template, 'spec', 'containers')).length === 0) continue;
    return workload(object, `${place.join('.')}.`, template as PodTemplateSpec);
  }
  return undefined;
}

function workload(object: SetObject, template: string, pod: PodTemplateSpec): Workload {
  const spec = pod.spec ?? {};
  const containers = [
    ...containersAt(
      spec.initContainers,
      `${template}spec.initContainers`,
      ({ restartPolicy }) => restartPolicy === 'Always',
    ),
    ...containersAt(spec.containers, `${template}spec.containers`, () => true),
  ];
  const perNode = object.key === 'apps DaemonSet';
  return {
    object,
    template,
    namespace: object.namespace,
    labels: pod.metadata?.labels ?? {},
    annotations: pod.metadata?.annotations ?? {},
    spec,
    containers,
    ports: containers.filter(({ stays }) => stays).flatMap(portsOf),
    replicas: perNode ? undefined : replicasOf(object),
    perNode,
    ends: object.group === 'batch',
  };
}

function containersAt(
  list: PodSpec['containers'],
  field: string,
  stays: (container: Container) => boolean,
): WorkloadContainer[] {
  return itemsOf(list).map((item, position) => {
    const container = (item ?? {}) as Container;
    return { container, field: `${field}[${position}]`, stays: stays(container) };
  });
}

function portsOf(container: WorkloadContainer): WorkloadPort[] {
  return itemsOf(container.container.ports).map((item, position) => ({
    port: item ?? {},
    name: textOf(valueAt(item, 'name')),
    number: numberOf(valueAt(item, 'containerPort')) ?? 0,
    protocol: textOf(valueAt(item, 'protocol')) || 'TCP',
    field: `${container.field}.ports[${position}]`,
    container,
  }));
}

/** One where nothing is said, as the API server fills in. */
function replicasOf({ key, body }: SetObject): number {
  return key === ' Pod' ? 1 : (numberOf(valueAt(body, 'spec', 'replicas')) ?? 1);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Ingress, KubeObject, Pod, Service } from '../objects';
import { isReady } from '../ways/live';
import type { Kubectl } from './kubectl';

interface Workload extends KubeObject {
  readonly spec: { readonly replicas?: number; readonly parallelism?: number };
  readonly status?: {
    readonly readyReplicas?: number;
    readonly numberReady?: number;
    readonly ready?: number;
    readonly succeeded?: number;
    readonly desiredNumberScheduled?: number;
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
  };
}

/** The objects of some namespaces. */
export async function listIn<T extends KubeObject>(
  kubectl: Kubectl,
  namespaces: readonly string[],
  kind: string,
): Promise<readonly T[]> {
  const lists = await Promise.all(namespaces.map((namespace) => kubectl.list<T>([kind, '-n', namespace])));
  return lists.flat();
}

/** Waits until the condition has no complaint left, and gives back those that there are when the time is over. */
export async function settle(
  seconds: number,
  signal: AbortSignal,
  complaints: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await complaints();
    if (found.length === 0 || Date.now() > end || signal.aborted) return found;
    await sleep(1000);
  }
}

/** Workloads that do not have all of their pods yet, with what the cluster says of it. */
export async function unreadyWorkloads(kubectl: Kubectl, namespaces: readonly string[]): Promise<readonly string[]> {
  const [workloads, pods] = await Promise.all([
    listIn<Workload>(kubectl, namespaces, 'deployments,statefulsets,daemonsets,jobs'),
    listIn<Pod>(kubectl, namespaces, 'pods'),
  ]);
  const bare = pods.filter((pod) => !isReady(pod) && (pod as Owned).metadata.ownerReferences === undefined);
  return [
    ...workloads.filter((one) => ready(one) < wanted(one)).map((one) => complaint(one, pods)),
    ...bare.map((pod) => `Pod ${pod.metadata.name}: ${reasonOf(pod)}`),
  ];
}

interface Owned {
  readonly metadata: { readonly ownerReferences?: readonly unknown[] };
}

function wanted({ kind, spec, status }: Workload): number {
  // A DaemonSet whose controller has not seen it yet wants an unknown number.
  if (kind === 'DaemonSet') return status?.desiredNumberScheduled || 1;
  return spec.replicas ?? spec.parallelism ?? 1;
}

function ready({ kind, status }: Workload): number {
  // The pods of a Job that came to their end are not waited for.
  if (kind === 'Job') return (status?.ready ?? 0) + (status?.succeeded ?? 0);
  return status?.readyReplicas ?? status?.numberReady ?? 0;
}

function complaint(workload: Workload, pods: readonly Pod[]): string {
  const { kind, metadata, status } = workload;
  const failed = status?.conditions?.find(({ type, status: is }) => type === 'ReplicaFailure' && is === 'True');
  const pod = pods.find(
    (one) =>
      one.metadata.namespace === metadata.namespace &&
      one.metadata.name.startsWith(`${metadata.name}-`) &&
      !isReady(one),
  );
  const reason = failed?.message ?? (pod === undefined ? '' : reasonOf(pod));
  return `${kind} ${metadata.name}: ${ready(workload)} of ${wanted(workload)} pods are ready${reason === '' ? '' : `; ${reason}`}`;
}

function reasonOf({ status }: Pod): string {
  const waiting = status?.containerStatuses?.flatMap(({ state }) => state?.waiting ?? [])[0];
  const condition = status?.conditions?.find(({ status: is, message }) => is === 'False' && message !== undefined);
  return waiting?.message ?? waiting?.reason ?? condition?.message ?? status?.phase ?? '';
}

/** Load balancers and Ingresses that nobody gave an address yet. */
export async function addressless(
  kubectl: Kubectl,
  namespaces: readonly string[],
  kinds: readonly ('services' | 'ingresses')[],
): Promise<readonly string[]> {
  const lists = await Promise.all(kinds.map((kind) => listIn<Service | Ingress>(kubectl, namespaces, kind)));
  return lists
    .flat()
    .filter(({ kind, spec }) => kind === 'Ingress' || spec['type'] === 'LoadBalancer')
    .filter(({ status }) => (status?.loadBalancer?.ingress ?? []).length === 0)
    .map(({ kind, metadata }) => `${kind} ${metadata.name} has no address`);
}

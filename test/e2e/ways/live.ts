import type { ClusterNode } from '../cluster/facts';
import type { Ingress, Pod, Service } from '../objects';
import { selects } from '../objects';
import type { PodChoice } from './way';

/** The objects of a set as the cluster has them. */
export interface Live {
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly Pod[];
  readonly services: readonly Service[];
  readonly ingresses: readonly Ingress[];
  readonly clusterDomain: string;
  /** Where the client pod of a namespace runs. */
  readonly clientNode: (namespace: string) => string | undefined;
}

export function isReady({ status }: Pod): boolean {
  return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
}

/** The pods that a Service leads to. */
export function podsOf({ metadata, spec }: Service, { pods }: Pick<Live, 'pods'>): readonly Pod[] {
  return pods.filter(
    (pod) => isChosen(pod, { namespace: metadata.namespace ?? '', labels: spec.selector }) && isReady(pod),
  );
}

export function isChosen({ metadata }: Pod, { namespace, labels, names }: PodChoice): boolean {
  if (metadata.namespace !== namespace) return false;
  return names === undefined ? selects(labels, metadata.labels) : names.includes(metadata.name);
}

/** Whether a node has a pod of the Service: with the policy `Local` only such a node takes traffic. */
export function hasPodOn(node: string | undefined, service: Service, live: Pick<Live, 'pods'>): boolean {
  return podsOf(service, live).some(({ spec }) => spec.nodeName === node);
}

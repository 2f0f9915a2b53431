import { setTimeout as sleep } from 'node:timers/promises';
import type { Ingress, Pod, Service } from '../objects';
import type { RewrittenSet } from '../rewrite/rewrite-set';
import { clientPodName } from '../send/client-pod';
import type { Live } from '../ways/live';
import type { ClusterFacts } from './facts';
import type { Kubectl } from './kubectl';
import { listIn } from './wait';

/** The objects of a set as the cluster has them now. */
export async function observe(
  kubectl: Kubectl,
  { namespaces, outside }: Pick<RewrittenSet, 'namespaces' | 'outside'>,
  { nodes }: Pick<ClusterFacts, 'nodes'>,
  clusterDomain: string,
): Promise<Live> {
  const own = namespaces.filter((name) => name !== outside);
  const [pods, services, ingresses] = await Promise.all([
    listIn<Pod>(kubectl, namespaces, 'pods'),
    listIn<Service>(kubectl, own, 'services'),
    listIn<Ingress>(kubectl, own, 'ingresses'),
  ]);
  const clients = pods.filter(({ metadata }) => metadata.name === clientPodName);
  return {
    nodes,
    pods,
    services,
    ingresses,
    clusterDomain,
    clientNode: (namespace) => clients.find(({ metadata }) => metadata.namespace === namespace)?.spec.nodeName,
  };
}

/** The pods as they are at most a second ago, since many ask at once. */
export function recentPods(kubectl: Kubectl, namespaces: readonly string[]): () => Promise<readonly Pod[]> {
  let last: Promise<readonly Pod[]> | undefined;
  return () => {
    if (last === undefined) {
      last = listIn<Pod>(kubectl, namespaces, 'pods');
      void sleep(1000).then(() => {
        last = undefined;
      });
    }
    return last;
  };
}

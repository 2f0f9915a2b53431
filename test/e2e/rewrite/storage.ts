import type { ClusterFacts } from '../cluster/facts';
import type { KubeObject, Volume } from '../objects';
import { podTemplateOf, withPodSpec } from '../objects';

interface Claim {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly storageClassName?: string };
}

type StatefulSet = KubeObject & { readonly spec: { readonly volumeClaimTemplates?: readonly Claim[] } };
type Storage = Pick<ClusterFacts, 'defaultStorage' | 'storageClasses'>;

/** Claims that nobody on this cluster would fill become empty folders: a pod would wait for them for ever. */
export function replaceClaims(
  documents: readonly KubeObject[],
  storage: Storage,
): { readonly documents: readonly KubeObject[]; readonly changes: readonly string[] } {
  const changes: string[] = [];
  const replaced = documents.map((document) => {
    if (document.kind !== 'StatefulSet') return document;
    const stateful = document as StatefulSet;
    const claims = stateful.spec.volumeClaimTemplates ?? [];
    const hopeless = claims.filter((claim) => !isFilled(claim, storage));
    if (hopeless.length === 0) return document;
    const names = hopeless.map(({ metadata }) => metadata.name);
    changes.push(`StatefulSet ${document.metadata.name}: no storage class fills ${names.join(', ')}: emptyDir`);
    return withEmptyFolders(stateful, names);
  });
  return { documents: replaced, changes };
}

function isFilled({ spec }: Claim, { defaultStorage, storageClasses }: Storage): boolean {
  return spec.storageClassName === undefined ? defaultStorage : storageClasses.includes(spec.storageClassName);
}

function withEmptyFolders(stateful: StatefulSet, names: readonly string[]): KubeObject {
  const { volumeClaimTemplates = [], ...spec } = stateful.spec;
  const kept = volumeClaimTemplates.filter(({ metadata }) => !names.includes(metadata.name));
  const workload = {
    ...stateful,
    spec: kept.length > 0 ? { ...spec, volumeClaimTemplates: kept } : spec,
  } as KubeObject;
  const pod = podTemplateOf(workload)?.spec;
  if (pod === undefined) return workload;
  const folders: readonly Volume[] = names.map((name) => ({ name, emptyDir: {} }));
  return withPodSpec(workload, { ...pod, volumes: [...(pod.volumes ?? []), ...folders] });
}

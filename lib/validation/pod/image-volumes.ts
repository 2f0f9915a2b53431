import type { Container, EphemeralContainer, PodSpec, VolumeMount } from '../../kubernetes/api';
import type { ValidationContext } from '../context';

/**
 * The pod spec without its image volumes and their mounts, where the server knows the fields but drops them: ImageVolume is on since 1.35.
 * What comes after them in a list moves up, in the paths of errors too. Follows dropImageVolumes.
 */
export function withoutImageVolumes(spec: PodSpec, context: ValidationContext): PodSpec {
  if (context.minor >= 35 || spec.volumes == null) return spec;
  const names = new Set(spec.volumes.flatMap((volume) => (volume?.image == null ? [] : (volume.name ?? ''))));
  if (names.size === 0) return spec;
  return {
    ...spec,
    volumes: spec.volumes.filter((volume) => volume?.image == null),
    containers: withoutMounts<Container>(spec.containers, names),
    initContainers: withoutMounts<Container>(spec.initContainers, names),
    ephemeralContainers: withoutMounts<EphemeralContainer>(spec.ephemeralContainers, names),
  };
}

type List<Item> = readonly (Item | null | undefined)[] | null | undefined;

function withoutMounts<Item extends { readonly volumeMounts?: List<VolumeMount> }>(
  containers: List<Item>,
  names: ReadonlySet<string>,
): List<Item> {
  return containers?.map((container) => {
    if (container?.volumeMounts == null) return container;
    const volumeMounts = container.volumeMounts.filter((mount) => !names.has(mount?.name ?? ''));
    return { ...container, volumeMounts };
  });
}

/** The minor releases of Kubernetes 1.x that this library knows, oldest first. */
export const kubernetesMinors = [27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37] as const;

/** A known minor release: 36 stands for Kubernetes 1.36. */
export type KubernetesMinor = (typeof kubernetesMinors)[number];

/** The newest release known, and the one aimed at unless another is named. */
export const newestMinor: KubernetesMinor = 37;

/**
 * The minor release that a version text names: `1.36`, `v1.36`, `1.36.3` and `v1.36.3-gke.100` are all 36.
 *
 * @returns undefined where the text is no version or the release is not known.
 */
export function parseKubernetesVersion(version: string): KubernetesMinor | undefined {
  const minor = /^v?1\.(\d{1,3})(?:[.+-].*)?$/.exec(version)?.[1];
  return kubernetesMinors.find((known) => String(known) === minor);
}

/** The version text of a minor release, `1.36`. */
export function printKubernetesVersion(minor: KubernetesMinor): string {
  return `1.${minor}`;
}

import type { PodSpec, Volume } from '../../kubernetes/api';
import type { ValidationContext } from '../context';

/**
 * A pod spec with all that its parts need to know of the rest: what the validators of containers and security contexts are given.
 *
 * Who answers for what of ValidatePodSpec, where a name alone does not say it: `validateAllContainers` also takes validatePodHostNetworkDeps,
 * validateFileKeyRefVolumes, validateHostUsers, validateShareProcessNamespace, validateWindowsHostProcessPod and validatePodResources.
 * `validateProfileAnnotations` takes the seccomp and AppArmor annotations, and that they agree with the fields of a Pod.
 * validateOS, validateLinux and validateWindows belong to the pod spec.
 */
export interface PodRules {
  /** A Pod of its own, or the template of a workload: the API server defaults and asks more of the former. */
  readonly kind: 'pod' | 'template';
  readonly spec: PodSpec;
  /** The volumes whose name is valid, by name: what mounts and devices may refer to. */
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly context: ValidationContext;
  /** `metadata.annotations` of the pod or template, where AppArmor and seccomp once were set. */
  readonly annotations?: Readonly<Record<string, string | null | undefined>> | null | undefined;
}

/** Where a container stands in the pod spec: `containers`, `initContainers` or `ephemeralContainers`. */
export type ContainerKind = 'regular' | 'init' | 'ephemeral';

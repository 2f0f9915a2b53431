import { type KubernetesMinor, newestMinor, parseKubernetesVersion } from '../../kubernetes/versions';
import { controls } from './controls';
import { podOf } from '../pod-of-manifest';

/** One field that breaks a level of the Pod Security Standards. */
export interface PodSecurityViolation {
  /** The level that it breaks. */
  readonly level: 'baseline' | 'restricted';
  /** The control, by the name upstream uses: `hostPorts`. */
  readonly control: string;
  /** The field from the root of the manifest: `spec.template.spec.hostNetwork`. */
  readonly field: string;
  readonly message: string;
}

/** How a manifest stands to the Pod Security Standards. */
export interface PodSecurityReport {
  /** The strictest level that the manifest meets; `restricted` for one that asks for no pod. */
  readonly level: 'privileged' | 'baseline' | 'restricted';
  readonly violations: readonly PodSecurityViolation[];
}

export interface PodSecurityOptions {
  /**
   * The release whose standards hold, `1.36`.
   *
   * @default - the newest release known
   */
  readonly kubernetes?: string;
}

/**
 * Judges a Pod, or the pod template of any kind, by the Pod Security Standards of a Kubernetes release.
 *
 * Each control of both levels is reported. A restricted control that takes the place of a baseline one
 * (`capabilities_restricted`) stands beside it, so that the violations of a level are those with its name.
 *
 * @throws RangeError where the options name a Kubernetes version that is not known. The manifest may be anything.
 */
export function podSecurity(manifest: unknown, options: PodSecurityOptions = {}): PodSecurityReport {
  const minor = minorOf(options.kubernetes);
  const pod = podOf(manifest);
  const violations: PodSecurityViolation[] = [];
  if (pod === undefined) return { level: 'restricted', violations };
  for (const control of controls) {
    for (const { path, message } of control.check(pod, minor)) {
      violations.push({ level: control.level, control: control.name, field: path.toString(), message });
    }
  }
  return { level: levelMet(violations), violations };
}

function minorOf(version: string | undefined): KubernetesMinor {
  const minor = version === undefined ? newestMinor : parseKubernetesVersion(version);
  if (minor === undefined) throw new RangeError(`Kubernetes '${version ?? ''}' is not known`);
  return minor;
}

function levelMet(violations: readonly PodSecurityViolation[]): PodSecurityReport['level'] {
  if (violations.some(({ level }) => level === 'baseline')) return 'privileged';
  return violations.length > 0 ? 'baseline' : 'restricted';
}

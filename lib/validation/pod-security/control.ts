import type { FieldPath } from '../../findings/field-path';
import type { KubernetesMinor } from '../../kubernetes/versions';
import type { PodOfManifest } from '../pod-of-manifest';

/** One field that a control objects to. */
export interface Objection {
  readonly path: FieldPath;
  /** What is wrong, with the value seen and the values allowed. */
  readonly message: string;
}

/** One control of the Pod Security Standards, a `Check` of k8s.io/pod-security-admission. */
export interface Control {
  /** The name upstream uses, `hostPorts`. */
  readonly name: string;
  /** The level that asks for it. */
  readonly level: 'baseline' | 'restricted';
  /** The objections to the pod under the standards of that release. */
  check(pod: PodOfManifest, minor: KubernetesMinor): Iterable<Objection>;
}

const longestPrinted = 120;

/** The value as it stands in a message; of a list or an object only what it is, since it may be huge or cyclic. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, longestPrinted));
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

/** What stands there instead of what is asked for. */
export function seen(value: unknown): string {
  return value === undefined ? 'it is not set' : `it is ${printed(value)}`;
}

/** The values as they stand in a message: `"a", "b" or "c"`. */
export function oneOf(values: readonly string[]): string {
  const quoted = values.map(printed);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

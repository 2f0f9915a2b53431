/**
 * What cdk8s-plus makes, recognized by shape and not by class: this library never loads cdk8s-plus, and objects of any of its lines work.
 */

/** A probe, volume or lifecycle handler of cdk8s-plus: it renders itself. */
export interface PlusRenderable {
  _toKube(container?: unknown): unknown;
}

export function isPlusRenderable(value: unknown): value is PlusRenderable {
  return (
    typeof value === 'object' && value !== null && typeof (value as Partial<PlusRenderable>)._toKube === 'function'
  );
}

/** What cdk8s-plus' `L1` spells differently from Kubernetes, among what its probes and volumes render. */
const kubernetesSpelling: Readonly<Record<string, string>> = {
  volumeId: 'volumeID',
  diskUri: 'diskURI',
  hostIp: 'hostIP',
};

/** The value in Kubernetes' own spelling: quantities and int-or-strings unwrapped, field names of `L1` mended. */
export function inKubernetesSpelling(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKubernetesSpelling);
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value) as object | null;
  // IntOrString and Quantity are classes around one `value`.
  if (prototype !== null && prototype !== Object.prototype && 'value' in value) return value.value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [kubernetesSpelling[key] ?? key, inKubernetesSpelling(member)]),
  );
}

import { FieldPath } from '../../findings/field-path';
import type { KubernetesMinor } from '../../kubernetes/versions';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { addressWarnings, rangeWarnings } from './addresses';
import type { Warnings } from './warning';

/** What controllers write is fixed by them: the server does not look. */
function isWrittenBy(object: unknown, label: string, controllers: readonly string[]): boolean {
  return controllers.includes(textOf(valueAt(object, 'metadata', 'labels', label)));
}

/** endpointsWarnings. */
export function* endpointsWarnings(endpoints: unknown, minor: KubernetesMinor): Warnings {
  if (minor < 33 || isWrittenBy(endpoints, 'endpoints.kubernetes.io/managed-by', ['endpoint-controller'])) return;
  for (const [position, subset] of itemsOf(valueAt(endpoints, 'subsets')).entries()) {
    for (const list of ['addresses', 'notReadyAddresses']) {
      const path = FieldPath.of('subsets').index(position).child(list);
      for (const [at, address] of itemsOf(valueAt(subset, list)).entries()) {
        yield* addressWarnings(textOf(valueAt(address, 'ip')), path.index(at).child('ip'), minor);
      }
    }
  }
}

const sliceControllers = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

/** warnOnDeprecatedAddressType and warnOnBadIPs. */
export function* endpointSliceWarnings(slice: unknown, minor: KubernetesMinor): Warnings {
  const path = FieldPath.of('endpoints');
  if (valueAt(slice, 'addressType') === 'FQDN') {
    const message = 'FQDN is deprecated: kube-proxy never sends traffic to names; use an ExternalName Service';
    yield { rule: 'warning/deprecated-field', path: FieldPath.of('addressType'), message };
  }
  if (minor < 33 || isWrittenBy(slice, 'endpointslice.kubernetes.io/managed-by', sliceControllers)) return;
  for (const [position, endpoint] of itemsOf(valueAt(slice, 'endpoints')).entries()) {
    for (const [at, address] of itemsOf(valueAt(endpoint, 'addresses')).entries()) {
      yield* addressWarnings(textOf(address), path.index(position).child('addresses').index(at), minor);
    }
  }
}

const directions = [
  ['ingress', 'from'],
  ['egress', 'to'],
] as const;

/** networkPolicyWarnings. */
export function* networkPolicyWarnings(policy: unknown, minor: KubernetesMinor): Warnings {
  if (minor < 33) return;
  for (const [direction, side] of directions) {
    for (const [position, rule] of itemsOf(valueAt(policy, 'spec', direction)).entries()) {
      const peersPath = FieldPath.of('spec').child(direction).index(position).child(side);
      for (const [at, peer] of itemsOf(valueAt(rule, side)).entries()) {
        yield* blockWarnings(valueAt(peer, 'ipBlock'), peersPath.index(at).child('ipBlock'), minor);
      }
    }
  }
}

function* blockWarnings(block: unknown, path: FieldPath, minor: KubernetesMinor): Warnings {
  yield* rangeWarnings(textOf(valueAt(block, 'cidr')), path.child('cidr'), minor);
  for (const [position, except] of itemsOf(valueAt(block, 'except')).entries()) {
    yield* rangeWarnings(textOf(except), path.child('except').index(position), minor);
  }
}

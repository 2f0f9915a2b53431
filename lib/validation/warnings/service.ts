import { FieldPath } from '../../findings/field-path';
import type { KubernetesMinor } from '../../kubernetes/versions';
import { fieldsOf, itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { addressWarnings, rangeWarnings } from './addresses';
import type { Warnings } from './warning';

const specPath = FieldPath.of('spec');
const topologyHints = 'service.kubernetes.io/topology-aware-hints';

/** GetWarningsForService. */
export function* serviceWarnings(service: unknown, minor: KubernetesMinor): Warnings {
  const spec = valueAt(service, 'spec');
  if (fieldsOf(valueAt(service, 'metadata', 'annotations')).includes(topologyHints)) {
    yield {
      rule: 'warning/deprecated-annotation',
      path: FieldPath.of('metadata').child('annotations').key(topologyHints),
      message: "deprecated: use 'service.kubernetes.io/topology-mode'",
    };
  }
  yield* addressForms(spec, minor);
  yield* ignoredFields(spec, minor);
  yield* deprecatedFields(spec, minor);
}

function* addressForms(spec: unknown, minor: KubernetesMinor): Warnings {
  const loadBalancerIp = textOf(valueAt(spec, 'loadBalancerIP'));
  if (typeOf(spec) !== 'ExternalName' && !isHeadless(spec)) {
    for (const [position, address] of clusterIps(spec).entries()) {
      yield* addressWarnings(textOf(address), specPath.child('clusterIPs').index(position), minor);
    }
  }
  for (const [position, address] of itemsOf(valueAt(spec, 'externalIPs')).entries()) {
    yield* addressWarnings(textOf(address), specPath.child('externalIPs').index(position), minor);
  }
  yield* addressWarnings(loadBalancerIp, specPath.child('loadBalancerIP'), minor);
  for (const [position, range] of itemsOf(valueAt(spec, 'loadBalancerSourceRanges')).entries()) {
    yield* rangeWarnings(textOf(range), specPath.child('loadBalancerSourceRanges').index(position), minor);
  }
}

/** clusterIP stands for the only item of clusterIPs where that is not given. */
function clusterIps(spec: unknown): readonly unknown[] {
  const list = itemsOf(valueAt(spec, 'clusterIPs'));
  return list.length > 0 ? list : [valueAt(spec, 'clusterIP')];
}

function* ignoredFields(spec: unknown, minor: KubernetesMinor): Warnings {
  const rule = 'warning/ignored-field';
  const hasExternalIps = itemsOf(valueAt(spec, 'externalIPs')).length > 0;
  if (minor >= 34 && typeOf(spec) === 'ClusterIP' && isHeadless(spec)) {
    const message = 'a headless Service ignores it: it has no address that traffic could be sent to';
    if (textOf(valueAt(spec, 'loadBalancerIP')) !== '') yield { rule, path: specPath.child('loadBalancerIP'), message };
    if (hasExternalIps) yield { rule, path: specPath.child('externalIPs'), message };
    const affinity = textOf(valueAt(spec, 'sessionAffinity'));
    if (affinity !== '' && affinity !== 'None') yield { rule, path: specPath.child('sessionAffinity'), message };
  }
  if (typeOf(spec) === 'ExternalName') {
    const message = 'an ExternalName Service ignores it: it is a name in the DNS alone';
    if (hasExternalIps) yield { rule, path: specPath.child('externalIPs'), message };
  } else if (textOf(valueAt(spec, 'externalName')) !== '') {
    yield { rule, path: specPath.child('externalName'), message: 'ignored but in a Service of type ExternalName' };
  }
}

function* deprecatedFields(spec: unknown, minor: KubernetesMinor): Warnings {
  const rule = 'warning/deprecated-field';
  const plain = typeOf(spec) !== 'ExternalName' && !(typeOf(spec) === 'ClusterIP' && isHeadless(spec));
  if (minor >= 36 && plain && itemsOf(valueAt(spec, 'externalIPs')).length > 0) {
    const message = 'deprecated, and clusters may stop acting on it: use a LoadBalancer or NodePort Service';
    yield { rule, path: specPath.child('externalIPs'), message };
  }
  if (minor >= 35 && valueAt(spec, 'trafficDistribution') === 'PreferClose') {
    yield {
      rule,
      path: specPath.child('trafficDistribution'),
      message: "PreferClose is deprecated: use 'PreferSameZone'",
    };
  }
}

function typeOf(spec: unknown): string {
  return textOf(valueAt(spec, 'type')) || 'ClusterIP';
}

function isHeadless(spec: unknown): boolean {
  return textOf(clusterIps(spec)[0]) === 'None';
}

import type { KubernetesMinor } from '../../kubernetes/versions';
import type { PodOfManifest } from '../pod-of-manifest';
import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import { addressWarnings } from './addresses';
import { affinityWarnings } from './pod-affinity';
import { podAnnotationWarnings } from './pod-annotations';
import { containerPortWarnings, portNameWarnings } from './pod-ports';
import { containerWarnings } from './container';
import { fractionalBytes } from './fractional-bytes';
import { volumePathWarnings } from './volume-paths';
import { volumeWarnings } from './volumes';
import type { Warnings } from './warning';

const duplicate = 'warning/duplicate-entry';

/** GetWarningsForPod and GetWarningsForPodTemplate. */
export function* podWarnings(pod: PodOfManifest, minor: KubernetesMinor): Warnings {
  const { spec, specPath } = pod;
  yield* affinityWarnings(spec, specPath, minor);
  yield* podAnnotationWarnings(pod, minor);
  yield* volumeWarnings(spec, specPath, minor);
  if (minor >= 32) yield* volumePathWarnings(spec, specPath, minor);
  yield* repeatedNames(pod);
  yield* fractionalBytes(valueAt(spec, 'overhead'), specPath.child('overhead'), ['memory', 'ephemeral-storage']);
  for (const container of pod.containers) yield* containerWarnings(container);
  yield* containerPortWarnings(pod);
  if (minor >= 33) yield* portNameWarnings(pod);
  // SetDefaults_Pod: in a Pod itself it becomes 1 without a word.
  if (!pod.isPod && (numberOf(valueAt(spec, 'terminationGracePeriodSeconds')) ?? 0) < 0) {
    const path = specPath.child('terminationGracePeriodSeconds');
    yield { rule: 'warning/negative-value', path, message: 'a negative grace period counts as one second' };
  }
  if (minor >= 33) yield* addressForms(pod, minor);
}

function* repeatedNames({ spec, specPath }: PodOfManifest): Warnings {
  const addresses = new Set<string>();
  for (const [position, alias] of itemsOf(valueAt(spec, 'hostAliases')).entries()) {
    const ip = textOf(valueAt(alias, 'ip'));
    const path = specPath.child('hostAliases').index(position).child('ip');
    if (addresses.has(ip))
      yield { rule: duplicate, path, message: `there is an entry for ${ip} already; put its names together` };
    addresses.add(ip);
  }
  const secrets = new Set<string>();
  for (const [position, secret] of itemsOf(valueAt(spec, 'imagePullSecrets')).entries()) {
    const name = textOf(valueAt(secret, 'name'));
    const path = specPath.child('imagePullSecrets').index(position).child('name');
    if (secrets.has(name)) yield { rule: duplicate, path, message: `the Secret '${name}' is named already` };
    if (name === '') yield { rule: 'warning/ignored-field', path, message: 'the entry names no Secret' };
    secrets.add(name);
  }
}

function* addressForms({ spec, specPath }: PodOfManifest, minor: KubernetesMinor): Warnings {
  const servers = specPath.child('dnsConfig').child('nameservers');
  for (const [position, address] of itemsOf(valueAt(spec, 'dnsConfig', 'nameservers')).entries()) {
    yield* addressWarnings(textOf(address), servers.index(position), minor);
  }
  for (const [position, alias] of itemsOf(valueAt(spec, 'hostAliases')).entries()) {
    const path = specPath.child('hostAliases').index(position).child('ip');
    yield* addressWarnings(textOf(valueAt(alias, 'ip')), path, minor);
  }
}

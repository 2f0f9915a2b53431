import type { FieldPath } from '../../findings/field-path';
import type { KubernetesMinor } from '../../kubernetes/versions';
import { fieldsOf, itemsOf, valueAt } from '../../manifests/untyped';
import { claimSpecWarnings } from './storage';
import type { Warnings } from './warning';

/** Kinds of volumes that were taken out of Kubernetes, with the release that began to warn. */
const gone: Readonly<Record<string, { readonly since: number; readonly message: string }>> = {
  photonPersistentDisk: { since: 11, message: 'no longer mounted since 1.16' },
  gitRepo: { since: 11, message: 'no longer fetched since 1.33: clone it with an init container into an emptyDir' },
  scaleIO: { since: 16, message: 'no longer mounted since 1.22' },
  flocker: { since: 22, message: 'no longer mounted since 1.25' },
  storageos: { since: 22, message: 'no longer mounted since 1.25' },
  quobyte: { since: 22, message: 'no longer mounted since 1.25' },
  glusterfs: { since: 25, message: 'no longer mounted since 1.26' },
  cephfs: { since: 28, message: 'no longer mounted since 1.31: use a CSI driver' },
  rbd: { since: 28, message: 'no longer mounted since 1.31: use a CSI driver' },
};

export function* volumeWarnings(spec: unknown, path: FieldPath, minor: KubernetesMinor): Warnings {
  for (const [position, volume] of itemsOf(valueAt(spec, 'volumes')).entries()) {
    const here = path.child('volumes').index(position);
    for (const source of fieldsOf(volume)) {
      const found = Object.hasOwn(gone, source) && valueAt(volume, source) !== undefined ? gone[source] : undefined;
      if (found === undefined || minor < found.since) continue;
      yield { rule: 'warning/deprecated-volume', path: here.child(source), message: found.message };
    }
    const claim = here.child('ephemeral').child('volumeClaimTemplate').child('spec');
    yield* claimSpecWarnings(valueAt(volume, 'ephemeral', 'volumeClaimTemplate', 'spec'), claim);
  }
}

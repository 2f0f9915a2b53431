import type { Control } from '../control';
import { itemsOf, valueAt } from '../../../manifests/untyped';

/** Sources that read nothing of the node and name no storage outside the cluster's own claims. */
const restrictedSources = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

export const hostPathVolumes: Control = {
  name: 'hostPathVolumes',
  level: 'baseline',
  *check(pod) {
    for (const [position, volume] of itemsOf(valueAt(pod.spec, 'volumes')).entries()) {
      if (valueAt(volume, 'hostPath') === undefined) continue;
      const path = pod.specPath.child('volumes').index(position).child('hostPath');
      yield { path, message: 'the volume is a directory or file of the node; take another kind of volume' };
    }
  },
};

export const restrictedVolumes: Control = {
  name: 'restrictedVolumes',
  level: 'restricted',
  *check(pod) {
    for (const [position, volume] of itemsOf(valueAt(pod.spec, 'volumes')).entries()) {
      if (restrictedSources.some((source) => valueAt(volume, source) !== undefined)) continue;
      const source = sourceOf(volume);
      // SetDefaults_Volume: without a source it is an emptyDir.
      if (source === undefined) continue;
      const path = pod.specPath.child('volumes').index(position).child(source);
      yield { path, message: `a ${source} volume is not allowed, only ${restrictedSources.join(', ')}` };
    }
  },
};

/** The field that says what the volume is. */
function sourceOf(volume: unknown): string | undefined {
  if (typeof volume !== 'object' || volume === null || Array.isArray(volume)) return undefined;
  return Object.keys(volume).find((key) => key !== 'name' && valueAt(volume, key) !== undefined);
}

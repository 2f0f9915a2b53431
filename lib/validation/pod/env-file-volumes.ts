import type { FieldPath } from '../../findings/field-path';
import type { Container, Volume } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { visitContainers } from './every-container';
import type { PodRules } from './pod-rules';

/** Reports variables taken from a file in a volume that is not there or no emptyDir (validateFileKeyRefVolumes). */
export function validateEnvFileVolumes(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  // EnvFiles, on since 1.35
  if (pod.context.minor < 35) return;
  visitContainers(pod.spec, path, (container, at) => {
    validateVolumeNames(container, pod, at, errors);
  });
}

function validateVolumeNames(container: Container, pod: PodRules, path: () => FieldPath, errors: FieldErrors): void {
  for (const [position, variable] of (container.env ?? []).entries()) {
    const selector = variable?.valueFrom?.fileKeyRef;
    if (!selector) continue;
    const name = selector.volumeName ?? '';
    const volume = pod.spec.volumes?.findLast((one) => (one?.name ?? '') === name);
    const at = path().child('env').index(position).child('valueFrom').child('fileKeyRef').child('volumeName');
    if (volume === undefined) errors.notFound('env/file-key', at, name);
    else if (!isEmptyDir(volume ?? {})) errors.invalid('env/file-key', at, name, 'must be an emptyDir volume');
  }
}

/** A volume without a source becomes an emptyDir (SetDefaults_Volume). */
function isEmptyDir(volume: Volume): boolean {
  if (volume.emptyDir) return true;
  return Object.entries(volume).every(([field, value]) => field === 'name' || value === null || value === undefined);
}

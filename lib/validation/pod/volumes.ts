import type { FieldPath } from '../../findings/field-path';
import type { Volume } from '../../kubernetes/api';
import { dns1123LabelProblems, dns1123SubdomainProblems } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';
import { validateIscsiPortalLength } from './volumes/network-disks';
import { otherSources, sourceOf } from './volumes/sources';
import type { VolumeScope } from './volumes/volume-source';

type Volumes = readonly (Volume | null | undefined)[];

/**
 * ValidateVolumes.
 *
 * @returns the sound volumes by name: what mounts may refer to
 */
export function validateVolumes(
  volumes: Volumes | null | undefined,
  path: FieldPath,
  scope: VolumeScope,
  errors: FieldErrors,
): ReadonlyMap<string, Volume> {
  const sound = new Map<string, Volume>();
  if (volumes == null) return sound;
  const claims = claimsToCreate(volumes, scope.podName);
  for (const [position, entry] of volumes.entries()) {
    const volume = entry ?? {};
    const name = volume.name ?? '';
    const at = path.index(position);
    const errorsBefore = errors.found.length;
    validateSource(volume, at, scope, errors);
    validateName(name, at.child('name'), errors);
    if (sound.has(name)) errors.duplicate('volume/name', at.child('name'), name);
    if (errors.found.length === errorsBefore) sound.set(name, volume);
    const claim = volume.persistentVolumeClaim?.claimName;
    if (claim != null && claims.has(claim)) {
      const detail = 'is the claim that an ephemeral volume of this pod creates';
      errors.invalid('volume/claim-name', at.child('persistentVolumeClaim').child('claimName'), claim, detail);
    }
  }
  return sound;
}

const noClaims: ReadonlySet<string> = new Set();

/** The claims that come with the ephemeral volumes of a Pod; templates do not know the names of their pods. */
function claimsToCreate(volumes: Volumes, podName: string): ReadonlySet<string> {
  if (podName === '' || !volumes.some((volume) => volume?.ephemeral != null)) return noClaims;
  return new Set(volumes.flatMap((volume) => (volume?.ephemeral == null ? [] : `${podName}-${volume.name ?? ''}`)));
}

function validateName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') errors.required('volume/name', path, '');
  else for (const problem of dns1123LabelProblems(name)) errors.invalid('volume/name', path, name, problem);
}

/** Where the server's name of a source is not that of the API. */
const validatedAt: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };
const forbiddenAt: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };

/** validateVolumeSource */
function validateSource(volume: Volume, path: FieldPath, scope: VolumeScope, errors: FieldErrors): void {
  const source = sourceOf(volume);
  if (source === undefined) return;
  source.validate(volume, path.child(validatedAt[source.field] ?? source.field), scope, errors);
  if (Object.keys(volume).length > ('name' in volume ? 2 : 1)) {
    for (const { field } of otherSources(volume, source)) {
      errors.forbidden('volume/type', path.child(forbiddenAt[field] ?? field), 'a volume has one source');
    }
  }
  if (volume.iscsi != null) validateIscsiPortalLength(volume.name ?? '', volume.iscsi, path, errors);
  if (source.field === 'ephemeral') validateClaimName(volume.name ?? '', path, scope, errors);
}

function validateClaimName(name: string, path: FieldPath, { podName }: VolumeScope, errors: FieldErrors): void {
  if (podName === '' || name === '') return;
  const claim = `${podName}-${name}`;
  for (const problem of dns1123SubdomainProblems(claim)) {
    errors.invalid('volume/claim-name', path.child('name'), name, `the claim would be named '${claim}': ${problem}`);
  }
}

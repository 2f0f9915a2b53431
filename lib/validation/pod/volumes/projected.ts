import type { FieldPath } from '../../../findings/field-path';
import type { ServiceAccountTokenProjection, VolumeProjection } from '../../../kubernetes/api';
import type { ValidationContext } from '../../context';
import type { FieldErrors } from '../../field-errors';
import { validateDownwardApiFile } from './downward-api';
import { validateFileMode, validateKeysToPaths, validateVolumePath } from './paths';
import { validatePodCertificate } from './pod-certificate';
import { validateClusterTrustBundle } from './trust-bundle';
import { validateProjectedUsers } from './users';
import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';
import { WrittenPaths } from './written-paths';

/** validateProjectedVolumeSource */
export const projected: VolumeSource = {
  field: 'projected',
  validate: ({ projected: volume }, path, { context }, errors) => {
    validateFileMode(volume?.defaultMode, path.child('defaultMode'), errors);
    if (volume?.sources == null) return;
    const written = new WrittenPaths(path, errors);
    for (const [position, entry] of volume.sources.entries()) {
      const source = entry ?? {};
      const at = path.child('sources').index(position);
      const kinds =
        validateFiles(source, at, written, context, errors) +
        validateCredentials(source, path, at, written, context, errors);
      if (kinds < 2) continue;
      errors.forbidden('volume/projection', at, 'a source is of one kind; add an entry for each');
      validateProjectedUsers(source, at, errors);
    }
  },
};

/** The kinds of source that show files of the API.
 *
 * @returns how many kinds there are
 */
function validateFiles(
  source: VolumeProjection,
  path: FieldPath,
  written: WrittenPaths,
  context: ValidationContext,
  errors: FieldErrors,
): number {
  let kinds = 0;
  for (const kind of ['secret', 'configMap'] as const) {
    const projection = source[kind];
    if (projection == null) continue;
    kinds++;
    requireMembers(projection, ['name'], path.child(kind), errors);
    validateKeysToPaths(projection.items, path.child(kind).child('items'), errors);
    written.addAll(projection.items);
  }
  if (source.downwardAPI != null) {
    kinds++;
    for (const file of source.downwardAPI.items ?? []) {
      validateDownwardApiFile(file ?? {}, path.child('downwardAPI'), context, errors);
    }
    written.addAll(source.downwardAPI.items);
  }
  return kinds;
}

/** The kinds of source that show credentials.
 *
 * @returns how many kinds there are
 */
function validateCredentials(
  source: VolumeProjection,
  volume: FieldPath,
  path: FieldPath,
  written: WrittenPaths,
  context: ValidationContext,
  errors: FieldErrors,
): number {
  let kinds = 0;
  if (source.serviceAccountToken != null) {
    kinds++;
    validateToken(source.serviceAccountToken, volume, path.child('serviceAccountToken'), context, errors);
  }
  // ClusterTrustBundleProjection and PodCertificateRequest: on since 1.37, before it these sources are dropped unread
  if (context.minor < 37) return kinds;
  if (source.clusterTrustBundle != null) {
    kinds++;
    validateClusterTrustBundle(source.clusterTrustBundle, path.child('clusterTrustBundle'), written, errors);
  }
  if (source.podCertificate != null) {
    kinds++;
    validatePodCertificate(source.podCertificate, path.child('podCertificate'), written, errors);
  }
  return kinds;
}

const shortestToken = 10 * 60;
const longestToken = 2 ** 32;

/** The server reports the path at the volume. */
function validateToken(
  token: ServiceAccountTokenProjection,
  volume: FieldPath,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const seconds = token.expirationSeconds;
  if (seconds != null && (seconds < shortestToken || seconds > longestToken)) {
    const detail = `must lie between ${shortestToken} and ${longestToken} seconds`;
    errors.invalid('volume/token-expiration', path.child('expirationSeconds'), seconds, detail);
  }
  requireMembers(token, ['path'], volume, errors);
  // ungated, since 1.30
  if (context.minor >= 30) validateVolumePath(token.path ?? '', volume.child('path'), errors);
}

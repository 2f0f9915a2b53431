import { validateDownwardApiFile } from './downward-api';
import { validateFileMode, validateKeysToPaths } from './paths';
import { validateUsers } from './users';
import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';

/** validateConfigMapVolumeSource */
export const configMap: VolumeSource = {
  field: 'configMap',
  validate: ({ configMap: source }, path, _scope, errors) => {
    requireMembers(source, ['name'], path, errors);
    validateFileMode(source?.defaultMode, path.child('defaultMode'), errors);
    validateKeysToPaths(source?.items, path.child('items'), errors);
  },
};

/** validateSecretVolumeSource */
export const secret: VolumeSource = {
  field: 'secret',
  validate: ({ secret: source }, path, _scope, errors) => {
    requireMembers(source, ['secretName'], path, errors);
    validateFileMode(source?.defaultMode, path.child('defaultMode'), errors);
    validateKeysToPaths(source?.items, path.child('items'), errors);
  },
};

/** validateDownwardAPIVolumeSource: files are reported at the source, without their position. */
export const downwardAPI: VolumeSource = {
  field: 'downwardAPI',
  validate: ({ downwardAPI: source, configMap: other }, path, { context }, errors) => {
    validateFileMode(source?.defaultMode, path.child('defaultMode'), errors);
    for (const file of source?.items ?? []) validateDownwardApiFile(file ?? {}, path, context, errors);
    if (other != null && source != null) validateUsers(source, path, () => path, errors);
  },
};

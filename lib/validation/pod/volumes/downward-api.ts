import type { FieldPath } from '../../../findings/field-path';
import type { DownwardAPIVolumeFile } from '../../../kubernetes/api';
import type { ValidationContext } from '../../context';
import type { FieldErrors } from '../../field-errors';
import { validateFieldSelector, validateResourceFieldSelector } from '../downward-api';
import { validateFileMode, validateVolumePath } from './paths';
import { requireMembers } from './volume-source';

/** The fields that a file may show (validVolumeDownwardAPIFieldPathExpressions). */
const shownFields: readonly string[] = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];

/** validateDownwardAPIVolumeFile */
export function validateDownwardApiFile(
  file: DownwardAPIVolumeFile,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const { fieldRef, resourceFieldRef } = file;
  requireMembers(file, ['path'], path, errors);
  validateVolumePath(file.path ?? '', path.child('path'), errors);
  if (fieldRef != null) {
    validateFieldSelector(fieldRef, shownFields, context, path.child('fieldRef'), errors);
    if (resourceFieldRef != null) {
      errors.invalid('volume/downward-api', path, file, 'fieldRef and resourceFieldRef exclude each other');
    }
  } else if (resourceFieldRef != null) {
    validateResourceFieldSelector(resourceFieldRef, 'named', path.child('resourceFieldRef'), errors);
  } else {
    errors.required('volume/downward-api', path, 'fieldRef or resourceFieldRef is needed');
  }
  validateFileMode(file.mode, path.child('mode'), errors);
}

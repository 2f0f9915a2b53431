import type { FieldPath } from '../../../findings/field-path';
import type { PodTemplateSpec } from '../../../kubernetes/api';
import type { ValidationContext } from '../../context';
import type { FieldErrors } from '../../field-errors';

/** ValidateReadOnlyPersistentDisks, of a template that several pods are made of; SkipReadOnlyValidationGCE is on since 1.29. */
export function validateReadOnlyDisks(
  template: PodTemplateSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (context.minor >= 29) return;
  for (const [position, volume] of (template.spec?.volumes ?? []).entries()) {
    if (volume?.gcePersistentDisk == null || volume.gcePersistentDisk.readOnly === true) continue;
    const at = path.child('spec').child('volumes').index(position).child('gcePersistentDisk').child('readOnly');
    errors.invalid('volume/read-only-disk', at, false, 'must be true: several pods mount the disk');
  }
}

import type { FieldPath } from '../../../findings/field-path';
import type { ObjectMeta } from '../../../kubernetes/api';
import { dns1123SubdomainProblems, isLongerThan } from '../../../kubernetes/names';
import type { FieldErrors } from '../../field-errors';
import { validateAnnotations, validateLabels } from '../../labels';
import { validatePersistentVolumeClaimSpec } from '../../storage/persistent-volume-claim';
import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';

const longestDriver = 63;

/** validateCSIVolumeSource */
export const csi: VolumeSource = {
  field: 'csi',
  validate: ({ csi: source }, path, { context }, errors) => {
    const driver = source?.driver ?? '';
    if (driver === '') errors.required('volume/csi-driver', path.child('driver'), '');
    // since 1.35 an empty name is reported once
    if (driver !== '' || context.minor < 35) validateDriver(driver, path.child('driver'), errors);
    if (source?.nodePublishSecretRef == null) return;
    requireMembers(source.nodePublishSecretRef, ['name'], path.child('nodePublishSecretRef'), errors);
    const secret = source.nodePublishSecretRef.name ?? '';
    if (secret === '') return;
    for (const problem of dns1123SubdomainProblems(secret)) {
      errors.invalid('volume/secret-name', path.child('name'), secret, problem);
    }
  },
};

/** ValidateCSIDriverName */
function validateDriver(driver: string, path: FieldPath, errors: FieldErrors): void {
  if (isLongerThan(driver, longestDriver)) errors.tooLong('volume/csi-driver', path, longestDriver);
  for (const problem of dns1123SubdomainProblems(driver.toLowerCase())) {
    errors.invalid('volume/csi-driver', path, driver, problem);
  }
}

/** validateEphemeralVolumeSource */
export const ephemeral: VolumeSource = {
  field: 'ephemeral',
  validate: ({ ephemeral: source }, path, { context }, errors) => {
    const template = source?.volumeClaimTemplate;
    if (template == null) {
      errors.required('volume/claim-template', path.child('volumeClaimTemplate'), '');
    } else {
      const at = path.child('volumeClaimTemplate');
      validateTemplateMeta(template.metadata ?? {}, at.child('metadata'), errors);
      validatePersistentVolumeClaimSpec(template.spec ?? {}, at.child('spec'), context, errors);
    }
  },
};

/** `uID` is how the server prints the field. */
const metaFields: readonly (readonly [keyof ObjectMeta, string])[] = [
  ['name', 'name'],
  ['generateName', 'generateName'],
  ['namespace', 'namespace'],
  ['selfLink', 'selfLink'],
  ['uid', 'uID'],
  ['resourceVersion', 'resourceVersion'],
  ['generation', 'generation'],
  ['creationTimestamp', 'creationTimestamp'],
  ['deletionTimestamp', 'deletionTimestamp'],
  ['deletionGracePeriodSeconds', 'deletionGracePeriodSeconds'],
  ['ownerReferences', 'ownerReferences'],
  ['finalizers', 'finalizers'],
  ['managedFields', 'managedFields'],
];

/** ValidateTemplateObjectMeta: labels and annotations alone may be set. */
function validateTemplateMeta(meta: ObjectMeta, path: FieldPath, errors: FieldErrors): void {
  validateAnnotations(meta.annotations, path.child('annotations'), errors);
  validateLabels(meta.labels, path.child('labels'), errors);
  for (const [field, printed] of metaFields) {
    const value = meta[field];
    if (value == null || value === '' || (field === 'generation' && value === 0)) continue;
    errors.forbidden('volume/claim-template', path.child(printed), 'a template has labels and annotations alone');
  }
}

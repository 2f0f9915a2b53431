import { posix } from 'node:path';
import { FieldPath } from '../../findings/field-path';
import type { PersistentVolume, PersistentVolumeSpec } from '../../kubernetes/api';
import { dns1123SubdomainProblems } from '../../kubernetes/names';
import { compareQuantities, parseQuantity, zeroQuantity } from '../../kubernetes/quantities';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateNodeSelector } from '../pod/node-affinity';
import { validateVolumeSources } from './persistent-volume-sources';

export const persistentVolumeRules = {
  'persistent-volume/access-mode': 'A volume lists known access modes, and ReadWriteOncePod alone if at all.',
  'persistent-volume/capacity': 'The capacity of a volume is its storage, greater than zero, and nothing else.',
  'persistent-volume/source': 'A volume has one source.',
  'persistent-volume/node-affinity': 'A volume that only some nodes reach says which, and a local one must.',
  'persistent-volume/reclaim-policy': 'A volume is retained, deleted or recycled; the root of a node is not recycled.',
  'persistent-volume/class-name':
    'Names of storage classes and volume attributes classes are DNS subdomains; the latter are for csi.',
  'persistent-volume/volume-mode': 'The volume mode is Block or Filesystem.',
} as const;

const specPath = FieldPath.of('spec');
const exclusiveMode = 'ReadWriteOncePod';
const accessModes: readonly string[] = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', exclusiveMode];
const reclaimPolicies: readonly string[] = ['Delete', 'Recycle', 'Retain'];
const volumeModes: readonly string[] = ['Block', 'Filesystem'];

/** ValidatePersistentVolume but for the metadata; the status of a new object is dropped. */
export function validatePersistentVolume(
  volume: PersistentVolume,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const spec = volume.spec ?? {};
  validateAccessModes(spec, errors);
  validateCapacity(spec, errors);
  validateNodes(spec, context, errors);
  validateVolumeSources(spec, specPath, context, errors);
  validateReclaimPolicy(spec, errors);
  validateClasses(spec, context, errors);
  const mode = spec.volumeMode ?? 'Filesystem';
  if (!volumeModes.includes(mode)) {
    errors.notSupported('persistent-volume/volume-mode', specPath.child('volumeMode'), mode, volumeModes);
  }
}

function validateAccessModes({ accessModes: modes }: PersistentVolumeSpec, errors: FieldErrors): void {
  const rule = 'persistent-volume/access-mode';
  const path = specPath.child('accessModes');
  const written = (modes ?? []).map((mode) => mode ?? '');
  if (written.length === 0) errors.required(rule, path, '');
  for (const mode of written) {
    if (!accessModes.includes(mode)) errors.notSupported(rule, path, mode, accessModes);
  }
  if (written.includes(exclusiveMode) && written.some((mode) => mode !== exclusiveMode)) {
    errors.forbidden(rule, path, `${exclusiveMode} has no place beside other modes`);
  }
}

function validateCapacity({ capacity }: PersistentVolumeSpec, errors: FieldErrors): void {
  const rule = 'persistent-volume/capacity';
  const path = specPath.child('capacity');
  const amounts = Object.entries(capacity ?? {});
  if (amounts.length === 0) errors.required(rule, path, '');
  if (amounts.length !== 1 || amounts[0]?.[0] !== 'storage') errors.notSupported(rule, path, capacity, ['storage']);
  for (const [name, amount] of amounts) {
    const quantity = parseQuantity(amount ?? 0);
    if (quantity !== undefined && compareQuantities(quantity, zeroQuantity) > 0) continue;
    errors.invalid(rule, path.key(name), amount, 'must be greater than zero');
  }
}

/** validateVolumeNodeAffinity */
function validateNodes({ nodeAffinity }: PersistentVolumeSpec, context: ValidationContext, errors: FieldErrors): void {
  if (nodeAffinity == null) return;
  const path = specPath.child('nodeAffinity').child('required');
  if (nodeAffinity.required == null) errors.required('persistent-volume/node-affinity', path, '');
  else validateNodeSelector(nodeAffinity.required, path, context, errors);
}

function validateReclaimPolicy(spec: PersistentVolumeSpec, errors: FieldErrors): void {
  const rule = 'persistent-volume/reclaim-policy';
  const path = specPath.child('persistentVolumeReclaimPolicy');
  const policy = spec.persistentVolumeReclaimPolicy ?? '';
  if (policy !== '' && !reclaimPolicies.includes(policy)) errors.notSupported(rule, path, policy, reclaimPolicies);
  if (policy === 'Recycle' && spec.hostPath != null && posix.resolve('/', spec.hostPath.path ?? '') === '/') {
    errors.forbidden(rule, path, "must not be 'Recycle' for the root of a node");
  }
}

function validateClasses(spec: PersistentVolumeSpec, { minor }: ValidationContext, errors: FieldErrors): void {
  const rule = 'persistent-volume/class-name';
  const storageClass = spec.storageClassName ?? '';
  if (storageClass !== '') {
    const problems = dns1123SubdomainProblems(storageClass);
    errors.invalidForEach(rule, specPath.child('storageClassName'), storageClass, problems);
  }
  const attributesClass = spec.volumeAttributesClassName;
  // VolumeAttributesClass: on since 1.34
  if (attributesClass == null || minor < 34) return;
  const path = specPath.child('volumeAttributesClassName');
  if (attributesClass === '') errors.required(rule, path, 'must not be empty');
  else errors.invalidForEach(rule, path, attributesClass, dns1123SubdomainProblems(attributesClass));
  if (spec.csi == null) errors.required(rule, specPath.child('csi'), 'is needed with volumeAttributesClassName');
}

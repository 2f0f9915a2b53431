import { FieldPath } from '../../findings/field-path';
import type { PersistentVolumeSpec, SecretReference } from '../../kubernetes/api';
import { dns1123LabelProblems, dns1123SubdomainProblems, isLongerThan } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { backstepProblems } from '../pod/local-path';
import { awsElasticBlockStore, azureDisk, gcePersistentDisk } from '../pod/volumes/cloud-disks';
import { hostPath } from '../pod/volumes/local-sources';
import { fc, iscsi, nfs } from '../pod/volumes/network-disks';
import { flocker, quobyte, storageos } from '../pod/volumes/storage-systems';
import { requireMembers, type VolumeSource } from '../pod/volumes/volume-source';

type SourceField = keyof PersistentVolumeSpec;

interface Source {
  readonly field: SourceField;
  /** How the server names the field. @default as the API does */
  readonly printed?: string;
  validate(spec: PersistentVolumeSpec, path: FieldPath, context: ValidationContext, errors: FieldErrors): void;
}

const nodeAffinityPath = FieldPath.of('spec').child('nodeAffinity');
const longestDriver = 63;
const csiSecrets = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;

/** Every kind of volume, in the order of ValidatePersistentVolumeSpec: of several the first counts, the others are too many. */
const sources: readonly Source[] = [
  asInPods(hostPath),
  { ...asInPods(gcePersistentDisk), printed: 'persistentDisk' },
  asInPods(awsElasticBlockStore),
  { field: 'glusterfs', validate: validateGlusterfs },
  asInPods(flocker),
  asInPods(nfs),
  needing('rbd', 'monitors', 'image'),
  asInPods(quobyte),
  needing('cephfs', 'monitors'),
  {
    field: 'iscsi',
    validate: (spec, path, context, errors) => {
      asInPods(iscsi).validate(spec, path, context, errors);
      if (spec.iscsi?.secretRef != null)
        requireMembers(spec.iscsi.secretRef, ['name'], path.child('secretRef'), errors);
    },
  },
  {
    field: 'cinder',
    validate: ({ cinder }, path, _context, errors) => {
      requireMembers(cinder, ['volumeID'], path, errors);
      requireSecret(cinder?.secretRef, path, errors);
    },
  },
  asInPods(fc),
  needing('flexVolume', 'driver'),
  {
    field: 'azureFile',
    validate: ({ azureFile }, path, _context, errors) => {
      requireMembers(azureFile, ['secretName', 'shareName'], path, errors);
      if (azureFile?.secretNamespace === '') errors.required('volume/source', path.child('secretNamespace'), '');
    },
  },
  needing('vsphereVolume', 'volumePath'),
  needing('photonPersistentDisk', 'pdID'),
  needing('portworxVolume', 'volumeID'),
  asInPods(azureDisk),
  needing('scaleIO', 'gateway', 'system', 'volumeName'),
  { field: 'local', validate: validateLocal },
  {
    field: 'storageos',
    validate: (spec, path, context, errors) => {
      asInPods(storageos).validate({ storageos: { ...spec.storageos, secretRef: null } }, path, context, errors);
      requireSecret(spec.storageos?.secretRef, path, errors);
    },
  },
  { field: 'csi', validate: validateCsi },
];

/** The one source of a volume, and that it is the only one. */
export function validateVolumeSources(
  spec: PersistentVolumeSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const [source, ...others] = sources.filter(({ field }) => spec[field] != null);
  if (source === undefined) {
    errors.required('persistent-volume/source', path, 'a volume has a source, such as csi');
    return;
  }
  source.validate(spec, path.child(source.printed ?? source.field), context, errors);
  for (const { field, printed } of others) {
    errors.forbidden(
      'persistent-volume/source',
      path.child(printed ?? field),
      `the volume has ${source.field} already`,
    );
  }
}

/** A source of which the same is asked in the volume of a pod. */
function asInPods(source: VolumeSource): Source {
  return {
    field: source.field as SourceField,
    validate: (spec, path, context, errors) => {
      source.validate(spec, path, { kind: 'template', context, podName: '' }, errors);
    },
  };
}

/** A source whose fields `members` must be there, and of which nothing else is asked. */
function needing<Field extends SourceField>(
  field: Field,
  ...members: (keyof NonNullable<PersistentVolumeSpec[Field]> & string)[]
): Source {
  return {
    field,
    validate: (spec, path, _context, errors) => {
      requireMembers(spec[field] as object, members as never[], path, errors);
    },
  };
}

function requireSecret(secret: SecretReference | null | undefined, path: FieldPath, errors: FieldErrors): void {
  if (secret != null) requireMembers(secret, ['name', 'namespace'], path.child('secretRef'), errors);
}

/** validateGlusterfsPersistentVolumeSource */
function validateGlusterfs(
  { glusterfs }: PersistentVolumeSpec,
  path: FieldPath,
  _context: ValidationContext,
  errors: FieldErrors,
): void {
  requireMembers(glusterfs, ['endpoints', 'path'], path, errors);
  const namespace = glusterfs?.endpointsNamespace;
  if (namespace == null) return;
  errors.invalidForEach('volume/source', path.child('endpointsNamespace'), namespace, dns1123LabelProblems(namespace));
}

/** validateLocalVolumeSource; such a volume is on some nodes alone. */
function validateLocal(
  { local, nodeAffinity }: PersistentVolumeSpec,
  path: FieldPath,
  _context: ValidationContext,
  errors: FieldErrors,
): void {
  const target = local?.path ?? '';
  if (target === '') errors.required('volume/source', path.child('path'), '');
  errors.invalidForEach('volume/host-path', path.child('path'), target, backstepProblems(target));
  if (nodeAffinity != null) return;
  errors.required('persistent-volume/node-affinity', nodeAffinityPath, 'a local volume names its nodes');
}

/** validateCSIPersistentVolumeSource */
function validateCsi(
  { csi }: PersistentVolumeSpec,
  path: FieldPath,
  _context: ValidationContext,
  errors: FieldErrors,
): void {
  requireMembers(csi, ['driver', 'volumeHandle'], path, errors);
  const driver = csi?.driver ?? '';
  if (isLongerThan(driver, longestDriver)) errors.tooLong('volume/csi-driver', path.child('driver'), longestDriver);
  if (driver !== '') {
    const problems = dns1123SubdomainProblems(driver.toLowerCase());
    errors.invalidForEach('volume/csi-driver', path.child('driver'), driver, problems);
  }
  for (const field of csiSecrets) {
    const secret = csi?.[field];
    if (secret == null) continue;
    const at = path.child(field);
    requireMembers(secret, ['name', 'namespace'], at, errors);
    const { name, namespace } = secret;
    if (name) errors.invalidForEach('volume/source', at.child('name'), name, dns1123SubdomainProblems(name));
    if (namespace) {
      errors.invalidForEach('volume/source', at.child('namespace'), namespace, dns1123LabelProblems(namespace));
    }
  }
}

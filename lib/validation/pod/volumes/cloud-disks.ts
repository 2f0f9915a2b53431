import type { FieldPath } from '../../../findings/field-path';
import type { FieldErrors } from '../../field-errors';
import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';

/** validateGCEPersistentDiskVolumeSource */
export const gcePersistentDisk: VolumeSource = {
  field: 'gcePersistentDisk',
  validate: ({ gcePersistentDisk: source }, path, _scope, errors) => {
    requireMembers(source, ['pdName'], path, errors);
    validatePartition(source?.partition, path, errors);
  },
};

/** validateAWSElasticBlockStoreVolumeSource */
export const awsElasticBlockStore: VolumeSource = {
  field: 'awsElasticBlockStore',
  validate: ({ awsElasticBlockStore: source }, path, _scope, errors) => {
    requireMembers(source, ['volumeID'], path, errors);
    validatePartition(source?.partition, path, errors);
  },
};

function validatePartition(partition: number | null | undefined, path: FieldPath, errors: FieldErrors): void {
  if (partition != null && (partition < 0 || partition > 255)) {
    errors.invalid('volume/partition', path.child('partition'), partition, 'must lie between 0 and 255');
  }
}

const cachingModes: readonly string[] = ['None', 'ReadOnly', 'ReadWrite'];
const diskKinds: readonly string[] = ['Dedicated', 'Managed', 'Shared'];
const managedUri = '/subscriptions/';
const blobUri = 'https://';

/** validateAzureDisk */
export const azureDisk: VolumeSource = {
  field: 'azureDisk',
  validate: ({ azureDisk: source }, path, _scope, errors) => {
    const rule = 'volume/azure-disk';
    requireMembers(source, ['diskName', 'diskURI'], path, errors);
    const cachingMode = source?.cachingMode ?? 'ReadWrite';
    if (!cachingModes.includes(cachingMode)) {
      errors.notSupported(rule, path.child('cachingMode'), cachingMode, cachingModes);
    }
    const kind = source?.kind ?? 'Shared';
    if (!diskKinds.includes(kind)) errors.notSupported(rule, path.child('kind'), kind, diskKinds);
    const uri = source?.diskURI ?? '';
    const start = kind === 'Managed' ? managedUri : blobUri;
    if (!uri.startsWith(start)) errors.notSupported(rule, path.child('diskURI'), uri, [`${start}...`]);
  },
};

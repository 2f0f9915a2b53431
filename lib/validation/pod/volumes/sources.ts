import type { Volume } from '../../../kubernetes/api';
import { awsElasticBlockStore, azureDisk, gcePersistentDisk } from './cloud-disks';
import { configMap, downwardAPI, secret } from './config-files';
import { csi, ephemeral } from './driver-sources';
import { image } from './image';
import { emptyDir, gitRepo, hostPath } from './local-sources';
import { fc, iscsi, nfs } from './network-disks';
import { projected } from './projected';
import { cinder, flexVolume, flocker, quobyte, storageos } from './storage-systems';
import type { VolumeSource } from './volume-source';
import { needing } from './volume-source';

/** Every kind of volume, in the order of validateVolumeSource: of several in one volume the first counts, the others are too many. */
const volumeSources: readonly VolumeSource[] = [
  emptyDir,
  hostPath,
  gitRepo,
  gcePersistentDisk,
  awsElasticBlockStore,
  secret,
  nfs,
  iscsi,
  needing('glusterfs', 'endpoints', 'path'),
  flocker,
  needing('persistentVolumeClaim', 'claimName'),
  needing('rbd', 'monitors', 'image'),
  cinder,
  needing('cephfs', 'monitors'),
  quobyte,
  downwardAPI,
  fc,
  flexVolume,
  configMap,
  needing('azureFile', 'secretName', 'shareName'),
  needing('vsphereVolume', 'volumePath'),
  needing('photonPersistentDisk', 'pdID'),
  needing('portworxVolume', 'volumeID'),
  azureDisk,
  storageos,
  projected,
  needing('scaleIO', 'gateway', 'system', 'volumeName'),
  csi,
  ephemeral,
  image,
];

const positions: ReadonlyMap<string, number> = new Map(volumeSources.map(({ field }, position) => [field, position]));

/** The source that counts, undefined where there is none: that stands for an empty `emptyDir`. */
export function sourceOf(volume: Volume): VolumeSource | undefined {
  let first = volumeSources.length;
  for (const field of Object.keys(volume)) {
    const position = positions.get(field);
    if (position !== undefined && position < first && volume[field as keyof Volume] != null) first = position;
  }
  return volumeSources[first];
}

/** The sources that are too many, beside the one that counts. */
export function otherSources(volume: Volume, source: VolumeSource): readonly VolumeSource[] {
  return volumeSources.filter((other) => other !== source && volume[other.field] != null);
}

import type { Json } from '../json';

const claimSpec = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
  storageClassName: 'fast',
};

/** One volume of each kind, those that pods have most first. */
export const volumes: readonly Json[] = [
  {
    name: 'config',
    configMap: { name: 'web', items: [{ key: 'a', path: 'a', mode: 256 }], defaultMode: 420, optional: true },
  },
  { name: 'tmp', emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } },
  { name: 'tls', secret: { secretName: 'tls', defaultMode: 256 } },
  {
    name: 'mix',
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 3600, audience: 'x' } },
        { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
        { configMap: { name: 'a', items: [{ key: 'a', path: 'a' }] } },
        { secret: { name: 'b', optional: false } },
      ],
    },
  },
  { name: 'trust', projected: { sources: [{ clusterTrustBundle: { name: 'a', path: 'ca.pem' } }] } },
  {
    name: 'signers',
    projected: {
      sources: [{ clusterTrustBundle: { signerName: 'example.com/signer', labelSelector: {}, path: 'ca.pem' } }],
    },
  },
  {
    name: 'cert',
    projected: {
      sources: [{ podCertificate: { signerName: 'example.com/s', keyType: 'ED25519', credentialBundlePath: 'b.pem' } }],
    },
  },
  {
    name: 'down',
    downwardAPI: {
      items: [
        { path: 'name', fieldRef: { fieldPath: 'metadata.name' } },
        { path: 'cpu', resourceFieldRef: { containerName: 'web', resource: 'limits.cpu', divisor: '1m' }, mode: 256 },
      ],
    },
  },
  { name: 'claim', persistentVolumeClaim: { claimName: 'web', readOnly: true } },
  { name: 'host', hostPath: { path: '/var/run', type: 'Directory' } },
  {
    name: 'csi',
    csi: { driver: 'csi.example.com', volumeAttributes: { a: 'b' }, nodePublishSecretRef: { name: 's' } },
  },
  { name: 'ephemeral', ephemeral: { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec: claimSpec } } },
  { name: 'image', image: { reference: 'registry.example.com/a:1', pullPolicy: 'IfNotPresent' } },
  { name: 'nfs', nfs: { server: 'nfs.example.com', path: '/x' } },
  {
    name: 'iscsi',
    iscsi: {
      targetPortal: '192.0.2.10:3260',
      iqn: 'iqn.2015-02.example.com:test',
      lun: 1,
      initiatorName: 'iqn.2015-02.example.com:i',
    },
  },
  { name: 'fc', fc: { targetWWNs: ['50060e801049cfd1'], lun: 0 } },
  { name: 'rbd', rbd: { monitors: ['192.0.2.10:6789'], image: 'x', secretRef: { name: 's' } } },
  { name: 'cephfs', cephfs: { monitors: ['192.0.2.10:6789'], path: '/', secretRef: { name: 's' } } },
  { name: 'glusterfs', glusterfs: { endpoints: 'g', path: 'v' } },
  { name: 'flex', flexVolume: { driver: 'example.com/x', secretRef: { name: 's' }, options: { a: 'b' } } },
  { name: 'cinder', cinder: { volumeID: 'x', secretRef: { name: 's' } } },
  {
    name: 'azure-disk',
    azureDisk: { diskName: 'x', diskURI: '/subscriptions/x', kind: 'Managed', cachingMode: 'None' },
  },
  { name: 'azure-blob', azureDisk: { diskName: 'x', diskURI: 'https://x.blob.core.windows.net/x', kind: 'Shared' } },
  { name: 'azure-file', azureFile: { secretName: 's', shareName: 'x' } },
  { name: 'aws', awsElasticBlockStore: { volumeID: 'x', partition: 1 } },
  { name: 'gce', gcePersistentDisk: { pdName: 'x', partition: 1, readOnly: true } },
  { name: 'git', gitRepo: { repository: 'https://example.com/x.git', directory: 'x' } },
  { name: 'quobyte', quobyte: { registry: 'a:1,b:2', volume: 'v' } },
  { name: 'flocker', flocker: { datasetName: 'x' } },
  { name: 'photon', photonPersistentDisk: { pdID: 'x' } },
  { name: 'portworx', portworxVolume: { volumeID: 'x' } },
  { name: 'vsphere', vsphereVolume: { volumePath: '[x] y' } },
  { name: 'scale', scaleIO: { gateway: 'g', system: 's', volumeName: 'v', secretRef: { name: 's' } } },
  { name: 'storage-os', storageos: { volumeName: 'v', secretRef: { name: 's' } } },
];

import type { Json } from '../json';
import { metadata, selector } from './parts';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

const metrics = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
  {
    type: 'ContainerResource',
    containerResource: { name: 'memory', container: 'web', target: { type: 'AverageValue', averageValue: '64Mi' } },
  },
  {
    type: 'Pods',
    pods: { metric: { name: 'requests', selector }, target: { type: 'AverageValue', averageValue: '10' } },
  },
  {
    type: 'Object',
    object: {
      describedObject: { apiVersion: 'v1', kind: 'Service', name: 'web' },
      metric: { name: 'requests' },
      target: { type: 'Value', value: '100' },
    },
  },
  { type: 'External', external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '5' } } },
];

const behavior = {
  scaleDown: {
    stabilizationWindowSeconds: 300,
    selectPolicy: 'Min',
    policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
  },
  scaleUp: { policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }], tolerance: '0.05' },
};

export const otherBases: readonly Json[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata('config'),
    data: { 'a.conf': 'x' },
    binaryData: { b: 'aGk=' },
    immutable: true,
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('secret'),
    type: 'Opaque',
    data: { b: 'aGk=' },
    stringData: { a: 'b' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('tls'),
    type: 'kubernetes.io/tls',
    data: { 'tls.crt': 'aGk=', 'tls.key': 'aGk=' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('registry'),
    type: 'kubernetes.io/dockerconfigjson',
    stringData: { '.dockerconfigjson': '{}' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('login'),
    type: 'kubernetes.io/basic-auth',
    stringData: { username: 'a', password: 'b' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('ssh'),
    type: 'kubernetes.io/ssh-auth',
    stringData: { 'ssh-privatekey': 'a' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('docker'),
    type: 'kubernetes.io/dockercfg',
    data: { '.dockercfg': 'e30=' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { ...metadata('token'), annotations: { 'kubernetes.io/service-account.name': 'a' } },
    type: 'kubernetes.io/service-account-token',
  },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadata('account'),
    automountServiceAccountToken: false,
    imagePullSecrets: [{ name: 'pull' }],
    secrets: [{ name: 'a' }],
  },
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'fuzzed', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    spec: { finalizers: ['kubernetes'] },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadata('claim'),
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      storageClassName: 'fast',
      volumeMode: 'Filesystem',
      volumeAttributesClassName: 'gold',
    },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadata('restored'),
    spec: {
      accessModes: ['ReadWriteMany'],
      selector,
      volumeName: 'v',
      resources: { requests: { storage: '1Gi' }, limits: { storage: '2Gi' } },
      dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 's' },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadata('cloned'),
    spec: {
      accessModes: ['ReadWriteOncePod'],
      resources: { requests: { storage: '1Gi' } },
      dataSourceRef: { kind: 'PersistentVolumeClaim', name: 's' },
    },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata('hpa'),
    spec: { scaleTargetRef: target, minReplicas: 1, maxReplicas: 5, metrics, behavior },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata('plain'),
    spec: { scaleTargetRef: target, maxReplicas: 5 },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata('pdb'),
    spec: { minAvailable: 1, selector, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata('max'),
    spec: { maxUnavailable: '50%', selector: {} },
  },
  {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: 'leader' },
    spec: {
      holderIdentity: 'a',
      leaseDurationSeconds: 15,
      leaseTransitions: 1,
      acquireTime: '2026-01-01T00:00:00.000000Z',
      renewTime: '2026-01-01T00:00:00.000000Z',
    },
  },
  {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: 'candidates' },
    spec: { holderIdentity: 'a', preferredHolder: 'b', strategy: 'OldestEmulationVersion' },
  },
];

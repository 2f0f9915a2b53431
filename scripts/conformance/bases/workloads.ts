import type { Json } from '../json';
import { environment, hardened, metadata, podSpec, probes, selector, template } from './parts';
import { volumes } from './volumes';

const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};
const failurePolicy = {
  rules: [
    { action: 'FailJob', onExitCodes: { containerName: 'web', operator: 'In', values: [42] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ],
};
const never = podSpec({ restartPolicy: 'Never' });

export const workloadBases: readonly Json[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('web'),
    spec: { replicas: 2, selector, template: template() },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('full'),
    spec: {
      selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
      minReadySeconds: 5,
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 3,
      paused: false,
      template: template({ volumes: volumes.slice(0, 3) }, { ...hardened, ...probes, ...environment }),
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('recreated'),
    spec: { selector, strategy: { type: 'Recreate' }, template: template() },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: metadata('set'),
    spec: { replicas: 1, minReadySeconds: 1, selector, template: template() },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadata('ingress-controller'),
    spec: {
      selector,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      minReadySeconds: 1,
      revisionHistoryLimit: 2,
      template: template(
        { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet', terminationGracePeriodSeconds: 60 },
        {
          ports: [
            { name: 'http', containerPort: 80, hostPort: 80 },
            { name: 'https', containerPort: 443, hostPort: 443 },
          ],
          ...probes,
        },
      ),
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadata('surging'),
    spec: {
      selector,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } },
      template: template(),
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadata('db'),
    spec: {
      serviceName: 'db',
      replicas: 1,
      selector,
      podManagementPolicy: 'Parallel',
      template: template({}, { volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
      volumeClaimTemplates: [claim],
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1, maxUnavailable: 1 } },
      ordinals: { start: 1 },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' },
      minReadySeconds: 1,
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadata('manual'),
    spec: { serviceName: 'db', selector, template: template(), updateStrategy: { type: 'OnDelete' } },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata('job'),
    spec: {
      backoffLimit: 3,
      completions: 2,
      parallelism: 1,
      activeDeadlineSeconds: 60,
      ttlSecondsAfterFinished: 10,
      suspend: false,
      podFailurePolicy: failurePolicy,
      podReplacementPolicy: 'Failed',
      template: { spec: never },
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata('indexed'),
    spec: {
      completionMode: 'Indexed',
      completions: 4,
      parallelism: 2,
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 2,
      successPolicy: { rules: [{ succeededIndexes: '0-2', succeededCount: 2 }] },
      managedBy: 'example.com/controller',
      template: { spec: never },
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata('manual'),
    spec: {
      manualSelector: true,
      selector,
      template: { metadata: { labels: { app: 'web' } }, spec: podSpec({ restartPolicy: 'OnFailure' }) },
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata('cron'),
    spec: {
      schedule: '*/5 * * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 10,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 0,
      jobTemplate: {
        metadata: { labels: { a: 'b' } },
        spec: { backoffLimit: 1, template: { spec: podSpec({ restartPolicy: 'OnFailure' }) } },
      },
    },
  },
];

import type { Json } from '../json';
import { container, metadata, pod, podSpec, template, selector } from './parts';

const windows = { windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' } };
const claim = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };

function annotated(name: string, annotations: Json, extra: Json = {}, ofContainer: Json = {}): Json {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata(name), annotations },
    spec: podSpec(extra, ofContainer),
  };
}

/** Pods on whose fields rules hold that look at several of them. */
export const specialPodBases: readonly Json[] = [
  pod(
    'host-process',
    { hostNetwork: true, os: { name: 'windows' }, securityContext: windows },
    { ports: [], securityContext: windows },
  ),
  pod('host-namespaces', {
    hostPID: true,
    hostIPC: true,
    securityContext: { sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] },
  }),
  pod('generic-claims', {
    volumes: [
      { name: 'data', ephemeral: { volumeClaimTemplate: claim } },
      { name: 'other', persistentVolumeClaim: { claimName: 'generic-claims-other' } },
    ],
  }),
  pod('bound', {
    nodeName: 'node-1',
    tolerations: [
      { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
    ],
  }),
  pod(
    'slow-stop',
    { terminationGracePeriodSeconds: 10 },
    {
      lifecycle: { preStop: { sleep: { seconds: 10 } } },
      livenessProbe: { tcpSocket: { port: 8080 }, terminationGracePeriodSeconds: 5 },
    },
  ),
  pod('sidecars', {
    initContainers: [
      {
        name: 'log',
        image: 'x',
        restartPolicy: 'Always',
        lifecycle: { preStop: { exec: { command: ['x'] } } },
        readinessProbe: { httpGet: { port: 1, host: 'a' } },
      },
      { name: 'init', image: 'x', restartPolicy: 'OnFailure' },
    ],
  }),
  pod(
    'propagation',
    { volumes: [{ name: 'a', hostPath: { path: '/a' } }] },
    {
      securityContext: { privileged: true },
      volumeMounts: [{ name: 'a', mountPath: '/a', mountPropagation: 'Bidirectional' }],
    },
  ),
  pod(
    'read-only',
    { volumes: [{ name: 'a', secret: { secretName: 'a' } }] },
    {
      volumeMounts: [
        { name: 'a', mountPath: '/a', readOnly: true, recursiveReadOnly: 'IfPossible', subPathExpr: '$(A)/b' },
      ],
      env: [{ name: 'A', value: 'x' }],
    },
  ),
  pod(
    'huge-pages',
    { volumes: [{ name: 'h', emptyDir: { medium: 'HugePages-2Mi' } }] },
    {
      resources: {
        requests: { memory: '1Gi', 'hugepages-2Mi': '4Mi' },
        limits: { memory: '1Gi', 'hugepages-2Mi': '4Mi' },
      },
    },
  ),
  pod('pod-level', {
    resources: {
      requests: { cpu: '1', memory: '1Gi', 'hugepages-2Mi': '4Mi' },
      limits: { cpu: '1', memory: '1Gi', 'hugepages-2Mi': '4Mi' },
    },
    containers: [
      container({ resources: { requests: { cpu: '500m' } } }),
      { name: 'b', image: 'x', resources: { limits: { memory: '512Mi' } } },
    ],
  }),
  pod('override', { hostnameOverride: 'other.example.com' }),
  annotated(
    'profiles',
    {
      'seccomp.security.alpha.kubernetes.io/pod': 'localhost/a.json',
      'container.seccomp.security.alpha.kubernetes.io/web': 'runtime/default',
      'container.apparmor.security.beta.kubernetes.io/web': 'localhost/web',
    },
    { securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' } } },
    {
      securityContext: {
        seccompProfile: { type: 'RuntimeDefault' },
        appArmorProfile: { type: 'Localhost', localhostProfile: 'web' },
      },
    },
  ),
  annotated('mirror', { 'kubernetes.io/config.mirror': 'x' }, { nodeName: 'node-1' }),
  annotated('tolerating', {
    'scheduler.alpha.kubernetes.io/tolerations': '[{"key":"a","operator":"Exists"}]',
    'controller.kubernetes.io/pod-deletion-cost': '-5',
  }),
  // Refused as a new pod, and as a template; what is wrong within is told all the same.
  pod('debugged', {
    ephemeralContainers: [{ name: 'debug', image: 'busybox', targetContainerName: 'web', stdin: true, tty: true }],
  }),
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('disk'),
    spec: {
      selector,
      replicas: 2,
      template: template(
        {
          volumes: [
            { name: 'd', gcePersistentDisk: { pdName: 'x', readOnly: true } },
            { name: 'image', image: { reference: 'x' } },
          ],
        },
        { volumeMounts: [{ name: 'image', mountPath: '/i', subPath: 'a' }] },
      ),
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('profiles'),
    spec: {
      selector,
      template: {
        metadata: {
          labels: { app: 'web' },
          annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
        },
        spec: podSpec({}, { securityContext: { appArmorProfile: { type: 'Unconfined' } } }),
      },
    },
  },
];

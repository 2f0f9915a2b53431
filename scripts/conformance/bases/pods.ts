import type { Json } from '../json';
import { container, environment, hardened, pod, probes, selector } from './parts';
import { volumes } from './volumes';

const mounts = {
  volumeMounts: [
    { name: 'config', mountPath: '/etc/web', readOnly: true, subPath: 'a' },
    { name: 'tmp', mountPath: '/tmp', mountPropagation: 'None' },
  ],
};

const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: selector };

const affinity = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] },
        { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-1'] }] },
      ],
    },
    preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 1, preference: { matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['4'] }] } },
    ],
  },
  podAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { ...term, namespaces: ['a'], matchLabelKeys: ['version'], mismatchLabelKeys: ['tenant'] },
    ],
  },
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, namespaceSelector: {} }],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }],
  },
};

const placed = {
  nodeSelector: { disk: 'ssd' },
  tolerations: [
    { key: 'a', operator: 'Equal', value: 'b', effect: 'NoSchedule' },
    { key: 'c', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
    { operator: 'Exists' },
  ],
  affinity,
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: selector,
      minDomains: 2,
      matchLabelKeys: ['version'],
    },
    {
      maxSkew: 2,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      nodeAffinityPolicy: 'Honor',
      nodeTaintsPolicy: 'Ignore',
    },
  ],
  schedulerName: 'default-scheduler',
  priorityClassName: '',
  schedulingGates: [{ name: 'example.com/gate' }],
  readinessGates: [{ conditionType: 'example.com/ready' }],
};

const named = {
  hostname: 'web',
  subdomain: 'shop',
  setHostnameAsFQDN: true,
  hostAliases: [{ ip: '192.0.2.10', hostnames: ['a.example.com'] }],
  dnsPolicy: 'None',
  dnsConfig: { nameservers: ['192.0.2.53'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }] },
  terminationGracePeriodSeconds: 60,
  activeDeadlineSeconds: 600,
  enableServiceLinks: false,
  serviceAccountName: 'web',
  imagePullSecrets: [{ name: 'pull' }],
};

const podSecurity = {
  runAsNonRoot: true,
  runAsUser: 1000,
  fsGroup: 1000,
  fsGroupChangePolicy: 'OnRootMismatch',
  supplementalGroups: [2000],
  supplementalGroupsPolicy: 'Merge',
  seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' },
  sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
};

const initContainers = [
  { name: 'init', image: 'busybox', command: ['true'], env: [{ name: 'A', value: '$(B)' }] },
  {
    name: 'side',
    image: 'envoy',
    restartPolicy: 'Always',
    ...probes,
    livenessProbe: { grpc: { port: 9000, service: 'x' } },
    ports: [],
  },
];

export const podBases: readonly Json[] = [
  pod('pod'),
  pod(
    'host-network',
    { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' },
    { ports: [{ name: 'http', containerPort: 8080, hostPort: 8080 }] },
  ),
  pod(
    'host-port',
    {},
    {
      ports: [
        { containerPort: 80, hostPort: 8088, hostIP: '127.0.0.1' },
        { name: 'dns', containerPort: 53, protocol: 'UDP', hostPort: 53 },
      ],
    },
  ),
  pod(
    'hardened',
    {
      securityContext: podSecurity,
      automountServiceAccountToken: false,
      serviceAccountName: 'web',
      volumes: volumes.slice(0, 4),
      initContainers,
    },
    {
      ...hardened,
      ...probes,
      ...mounts,
      ...environment,
      lifecycle: { preStop: { sleep: { seconds: 5 } }, postStart: { exec: { command: ['true'] } } },
    },
  ),
  pod('volumes', { volumes: volumes.slice(4, 18) }),
  pod('old-volumes', { volumes: volumes.slice(18) }),
  pod('placed', placed),
  pod('named', named),
  pod(
    'user-namespace',
    { hostUsers: false, os: { name: 'linux' }, shareProcessNamespace: true },
    { securityContext: { procMount: 'Unmasked' }, tty: true, stdin: true, stdinOnce: true },
  ),
  pod('windows', {
    os: { name: 'windows' },
    securityContext: {
      windowsOptions: { gmsaCredentialSpecName: 'a', runAsUserName: 'ContainerUser', hostProcess: false },
    },
  }),
  pod(
    'claims',
    {
      resourceClaims: [
        { name: 'gpu', resourceClaimTemplateName: 'gpu' },
        { name: 'net', resourceClaimName: 'net' },
      ],
    },
    { resources: { claims: [{ name: 'gpu', request: 'r' }, { name: 'net' }] } },
  ),
  pod(
    'resized',
    { resources: { requests: { cpu: '1' }, limits: { cpu: '2', memory: '1Gi' } } },
    {
      resources: { limits: { cpu: '1', memory: '64Mi', 'hugepages-2Mi': '4Mi' } },
      resizePolicy: [
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        { resourceName: 'memory', restartPolicy: 'RestartContainer' },
      ],
    },
  ),
  pod(
    'restarted',
    { restartPolicy: 'Never' },
    {
      restartPolicy: 'Never',
      restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }],
    },
  ),
  pod(
    'block',
    { volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }] },
    {
      volumeDevices: [{ name: 'disk', devicePath: '/dev/xvda' }],
      lifecycle: { stopSignal: 'SIGTERM', preStop: { httpGet: { port: 80, path: '/stop', scheme: 'HTTPS' } } },
    },
  ),
  pod('several', {
    containers: [
      container(),
      container({ name: 'two', ports: [{ containerPort: 9090 }] }),
      {
        name: 'three',
        image: 'x',
        imagePullPolicy: 'Never',
        terminationMessagePolicy: 'FallbackToLogsOnError',
        workingDir: '/app',
      },
    ],
  }),
  pod(
    'files',
    { volumes: [{ name: 'env', emptyDir: {} }] },
    { env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'env', path: 'a.env', key: 'A' } } }] },
  ),
];

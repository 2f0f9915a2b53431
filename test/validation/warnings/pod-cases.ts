import type { WarningCase } from './warning-case';

const container = (extra: object) => ({ name: 'web', image: 'x', ...extra });
const pod = (spec: object, annotations: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', annotations },
  spec,
});
const podOf = (ofContainer: object) => pod({ containers: [container(ofContainer)] });
const template = (spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'web' },
  spec: { template: { spec: { containers: [], ...spec } } },
});
const ports = (list: object[]) => podOf({ ports: list });
const affinity = (nodeAffinity: object) => pod({ affinity: { nodeAffinity } });

export const podCases: readonly WarningCase[] = [
  {
    name: 'a negative grace period',
    manifest: template({ terminationGracePeriodSeconds: -1 }),
    warns: ['warning/negative-value spec.template.spec.terminationGracePeriodSeconds'],
  },
  {
    name: 'old labels of nodes',
    manifest: pod({ nodeSelector: { 'beta.kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' } }),
    warns: ['warning/deprecated-node-label spec.nodeSelector[beta.kubernetes.io/os]'],
  },
  {
    name: 'a label of nodes that is gone',
    manifest: pod({ nodeSelector: { 'app.kubernetes.io/created-by': 'x' } }),
    warns: ['warning/deprecated-node-label spec.nodeSelector[app.kubernetes.io/created-by]'],
    since: 33,
  },
  {
    name: 'an old label in an affinity',
    manifest: affinity({
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'beta.kubernetes.io/os', operator: 'Exists' }] }],
      },
    }),
    warns: [
      'warning/deprecated-node-label spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key',
    ],
  },
  {
    name: 'a value that no node has',
    manifest: affinity({
      preferredDuringSchedulingIgnoredDuringExecution: [
        { preference: { matchExpressions: [{ key: 'a', values: ['-'] }] } },
      ],
    }),
    warns: [
      'warning/selects-nothing spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].values[0]',
    ],
    since: 32,
  },
  {
    name: 'no selector',
    manifest: pod({
      topologySpreadConstraints: [{ topologyKey: 'a' }],
      affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: {} }] } },
    }),
    warns: [
      'warning/selects-nothing spec.topologySpreadConstraints[0].labelSelector',
      'warning/selects-nothing spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector',
    ],
  },
  {
    name: 'a seccomp annotation',
    manifest: pod({}, { 'seccomp.security.alpha.kubernetes.io/pod': 'x' }),
    warns: ['warning/deprecated-annotation metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]'],
  },
  {
    name: 'an AppArmor annotation',
    manifest: pod(
      { containers: [container({})] },
      { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
    ),
    warns: ['warning/deprecated-annotation metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]'],
    since: 30,
  },
  {
    name: 'an AppArmor annotation that repeats the field',
    manifest: pod(
      {
        securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'x' } },
        containers: [container({})],
      },
      { 'container.apparmor.security.beta.kubernetes.io/web': 'localhost/x' },
    ),
    warns: [],
  },
  {
    name: 'volumes that are gone',
    manifest: pod({
      volumes: [
        { name: 'a', gitRepo: {} },
        { name: 'b', glusterfs: {} },
        { name: 'c', hostPath: {} },
      ],
    }),
    warns: ['warning/deprecated-volume spec.volumes[0].gitRepo', 'warning/deprecated-volume spec.volumes[1].glusterfs'],
  },
  {
    name: 'Ceph volumes',
    manifest: pod({ volumes: [{ name: 'a', rbd: {} }] }),
    warns: ['warning/deprecated-volume spec.volumes[0].rbd'],
    since: 28,
  },
  {
    name: 'files over files',
    manifest: pod({ volumes: [{ name: 'a', configMap: { items: [{ path: 'a' }, { path: 'b' }, { path: 'a/c' }] } }] }),
    warns: ['warning/overlapping-paths spec.volumes[0].configMap.items[2].path'],
    since: 32,
  },
  {
    name: 'sources over sources',
    manifest: pod({
      volumes: [
        {
          name: 'a',
          projected: { sources: [{ secret: { items: [{ path: 'a' }] } }, { serviceAccountToken: { path: 'a/' } }, {}] },
        },
      ],
    }),
    warns: [
      'warning/overlapping-paths spec.volumes[0].projected.sources[2]',
      'warning/overlapping-paths spec.volumes[0].projected.sources[1].serviceAccountToken.path',
    ],
    since: 32,
  },
  {
    name: 'a name twice',
    manifest: pod({
      hostAliases: [{ ip: '192.0.2.1' }, { ip: '192.0.2.1' }],
      imagePullSecrets: [{ name: 'a' }, { name: 'a' }, {}],
    }),
    warns: [
      'warning/duplicate-entry spec.hostAliases[1].ip',
      'warning/duplicate-entry spec.imagePullSecrets[1].name',
      'warning/ignored-field spec.imagePullSecrets[2].name',
    ],
  },
  {
    name: 'a variable hidden, and one extended',
    manifest: podOf({
      env: [
        { name: 'A', value: 'x' },
        { name: 'A', value: 'y' },
        { name: 'A', value: '$(A)z' },
      ],
    }),
    warns: ['warning/duplicate-entry spec.containers[0].env[1]'],
  },
  {
    name: 'half a byte of memory',
    manifest: podOf({ resources: { limits: { memory: '100m', cpu: '100m' } } }),
    warns: ['warning/fractional-bytes spec.containers[0].resources.limits[memory]'],
  },
  {
    name: 'a host address alone',
    manifest: ports([{ containerPort: 80, hostIP: '192.0.2.1' }]),
    warns: ['warning/container-port spec.containers[0].ports[0]'],
  },
  {
    name: 'ports twice',
    manifest: ports([
      { containerPort: 80 },
      { containerPort: 80, protocol: 'TCP' },
      { containerPort: 80, protocol: 'UDP' },
    ]),
    warns: ['warning/container-port spec.containers[0].ports[1]'],
  },
  {
    name: 'host ports at two addresses',
    manifest: ports([
      { containerPort: 80, hostPort: 80, hostIP: '192.0.2.1' },
      { containerPort: 80, hostPort: 80, hostIP: '192.0.2.2' },
      { containerPort: 80, hostPort: 81 },
    ]),
    warns: [],
  },
  {
    name: 'a port name twice',
    manifest: ports([
      { containerPort: 80, name: 'a' },
      { containerPort: 81, name: 'a' },
    ]),
    warns: ['warning/container-port spec.containers[0].ports[1]'],
    since: 33,
  },
];

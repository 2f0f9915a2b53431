import { context, type ControlCase } from './control-case';
import { hardenedContainer, hardenedPod, inContext, podContext } from './hardened-pod';

export const baselineCases: readonly ControlCase[] = [
  { name: 'hardened', pod: hardenedPod(), breaks: [] },
  {
    name: 'a namespace of the node',
    pod: hardenedPod({ hostPID: true, hostIPC: true, hostNetwork: false }),
    breaks: ['hostNamespaces spec.hostPID', 'hostNamespaces spec.hostIPC'],
  },
  {
    name: 'the host network, which makes container ports host ports',
    pod: hardenedPod({ hostNetwork: true }, { ports: [{ containerPort: 8080 }, { containerPort: 81, hostPort: 81 }] }),
    breaks: [
      'hostNamespaces spec.hostNetwork',
      'hostPorts spec.containers[0].ports[0].hostPort',
      'hostPorts spec.containers[0].ports[1].hostPort',
    ],
  },
  {
    name: 'a host port of an init container, and one of 0',
    pod: hardenedPod(
      { initContainers: [hardenedContainer({ ports: [{ containerPort: 1, hostPort: 1 }] })] },
      { ports: [{ containerPort: 80, hostPort: 0 }] },
    ),
    breaks: ['hostPorts spec.initContainers[0].ports[0].hostPort'],
  },
  {
    name: 'a host of a probe and of a hook',
    pod: hardenedPod(
      {},
      {
        livenessProbe: { httpGet: { port: 80, host: '' } },
        readinessProbe: { tcpSocket: { port: 80, host: '127.0.0.1' } },
        lifecycle: { preStop: { httpGet: { port: 80, host: 'example.com' } } },
      },
    ),
    breaks: [
      'hostProbesAndHostLifecycle spec.containers[0].readinessProbe.tcpSocket.host',
      'hostProbesAndHostLifecycle spec.containers[0].lifecycle.preStop.httpGet.host',
    ],
  },
  {
    name: 'a host of a probe before 1.34',
    pod: hardenedPod({}, { startupProbe: { httpGet: { port: 80, host: 'example.com' } } }),
    kubernetes: '1.33',
    breaks: [],
  },
  {
    name: 'a privileged container',
    pod: hardenedPod({}, inContext({ privileged: true })),
    breaks: [`privileged ${context}.privileged`],
  },
  {
    name: 'volumes',
    pod: hardenedPod({
      volumes: [
        { name: 'a', hostPath: { path: '/' } },
        { name: 'b', nfs: { server: 'a', path: '/' } },
        { name: 'c', image: { reference: 'x' } },
        { name: 'd' },
        { name: 'e', hostPath: null, emptyDir: {} },
      ],
    }),
    breaks: [
      'hostPathVolumes spec.volumes[0].hostPath',
      'restrictedVolumes spec.volumes[0].hostPath',
      'restrictedVolumes spec.volumes[1].nfs',
    ],
  },
  {
    name: 'a capability beyond the default set',
    pod: hardenedPod({}, inContext({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'NET_RAW'] } })),
    breaks: [
      `capabilities_baseline ${context}.capabilities.add[1]`,
      `capabilities_restricted ${context}.capabilities.add[1]`,
    ],
  },
  {
    name: 'capabilities that are kept or of the default set',
    pod: hardenedPod({}, inContext({ capabilities: { drop: ['all'], add: ['CHOWN'] } })),
    breaks: [
      `capabilities_restricted ${context}.capabilities.drop`,
      `capabilities_restricted ${context}.capabilities.add[0]`,
    ],
  },
  {
    name: 'AppArmor profiles',
    pod: {
      ...hardenedPod(podContext({ appArmorProfile: {} }), inContext({ appArmorProfile: { type: 'Unconfined' } })),
      metadata: {
        annotations: {
          'container.apparmor.security.beta.kubernetes.io/web': 'unconfined',
          'container.apparmor.security.beta.kubernetes.io/a': 'runtime/default',
          'container.apparmor.security.beta.kubernetes.io/b': 'localhost/b',
          'example.com/other': 'unconfined',
        },
      },
    },
    breaks: [
      'appArmorProfile spec.securityContext.appArmorProfile.type',
      `appArmorProfile ${context}.appArmorProfile.type`,
      'appArmorProfile metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]',
    ],
  },
  {
    name: 'SELinux options',
    pod: hardenedPod(
      podContext({ seLinuxOptions: { type: 'container_t', level: 's0' } }),
      inContext({ seLinuxOptions: { type: 'spc_t', user: 'u', role: 'r' } }),
    ),
    breaks: [
      `seLinuxOptions ${context}.seLinuxOptions.type`,
      `seLinuxOptions ${context}.seLinuxOptions.user`,
      `seLinuxOptions ${context}.seLinuxOptions.role`,
    ],
  },
  {
    name: 'an SELinux type of 1.31',
    pod: hardenedPod(podContext({ seLinuxOptions: { type: 'container_engine_t' } })),
    kubernetes: '1.31',
    breaks: [],
  },
  {
    name: 'an SELinux type of 1.31 before it',
    pod: hardenedPod(podContext({ seLinuxOptions: { type: 'container_engine_t' } })),
    kubernetes: '1.30',
    breaks: ['seLinuxOptions spec.securityContext.seLinuxOptions.type'],
  },
  {
    name: 'an unmasked /proc',
    pod: hardenedPod({}, inContext({ procMount: 'Unmasked' })),
    breaks: [`procMount ${context}.procMount`, `procMount_restricted ${context}.procMount`],
  },
  {
    name: 'an unmasked /proc in a user namespace',
    pod: hardenedPod({ hostUsers: false }, inContext({ procMount: 'Unmasked' })),
    breaks: [`procMount_restricted ${context}.procMount`],
  },
  {
    name: 'an unmasked /proc in a user namespace before 1.35',
    pod: hardenedPod({ hostUsers: false }, inContext({ procMount: 'Unmasked' })),
    kubernetes: '1.34',
    breaks: [`procMount ${context}.procMount`],
  },
  {
    name: 'a safe sysctl of 1.37 in 1.36',
    pod: hardenedPod(podContext({ sysctls: [{ name: 'net.ipv4.tcp_rmem' }, { name: 'net.ipv4.tcp_notsent_lowat' }] })),
    kubernetes: '1.36',
    breaks: ['sysctls spec.securityContext.sysctls[1].name'],
  },
  {
    name: 'sysctls',
    pod: hardenedPod(podContext({ sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat' }, { name: 'kernel.msgmax' }] })),
    breaks: ['sysctls spec.securityContext.sysctls[1].name'],
  },
  {
    name: 'a process of a Windows node',
    pod: hardenedPod({}, inContext({ windowsOptions: { hostProcess: true } })),
    breaks: [`windowsHostProcess ${context}.windowsOptions.hostProcess`],
  },
];

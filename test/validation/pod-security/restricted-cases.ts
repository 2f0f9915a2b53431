import { context, type ControlCase } from './control-case';
import { hardenedContainer, hardenedPod, inContext, podContext } from './hardened-pod';

export const restrictedCases: readonly ControlCase[] = [
  {
    name: 'an unconfined seccomp profile',
    pod: hardenedPod(podContext({ seccompProfile: { type: 'Unconfined' } })),
    breaks: [
      'seccompProfile_baseline spec.securityContext.seccompProfile.type',
      'seccompProfile_restricted spec.securityContext.seccompProfile.type',
    ],
  },
  {
    name: 'no seccomp profile',
    pod: hardenedPod({ securityContext: { runAsNonRoot: true } }),
    breaks: [`seccompProfile_restricted ${context}.seccompProfile.type`],
  },
  {
    name: 'privilege escalation that is not ruled out',
    pod: hardenedPod({}, { securityContext: { capabilities: { drop: ['ALL'] } } }),
    breaks: [`allowPrivilegeEscalation ${context}.allowPrivilegeEscalation`],
  },
  {
    name: 'root by the pod and by one container',
    pod: hardenedPod(podContext({ runAsNonRoot: false, runAsUser: 0 }), inContext({ runAsUser: 1000 })),
    breaks: ['runAsNonRoot spec.securityContext.runAsNonRoot', 'runAsUser spec.securityContext.runAsUser'],
  },
  {
    name: 'root by no word against it, and by a container against its pod',
    pod: hardenedPod({
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
      containers: [hardenedContainer(), hardenedContainer(inContext({ runAsNonRoot: false }))],
      ephemeralContainers: [hardenedContainer(inContext({ runAsNonRoot: true }))],
    }),
    breaks: [`runAsNonRoot ${context}.runAsNonRoot`, 'runAsNonRoot spec.containers[1].securityContext.runAsNonRoot'],
  },
  {
    name: 'root of a user namespace',
    pod: hardenedPod({ hostUsers: false, ...podContext({ runAsNonRoot: false, runAsUser: 0 }) }),
    breaks: [],
  },
  {
    name: 'root of a user namespace before 1.35',
    pod: hardenedPod({ hostUsers: false, ...podContext({ runAsUser: 0 }) }),
    kubernetes: '1.34',
    breaks: ['runAsUser spec.securityContext.runAsUser'],
  },
  {
    name: 'a Windows pod, without the Linux controls',
    pod: hardenedPod({ os: { name: 'windows' }, securityContext: { runAsNonRoot: true } }, { securityContext: {} }),
    breaks: [],
  },
];

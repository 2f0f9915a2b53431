import { check } from '../refusals';
import { containerWith, deploymentWith, podWith } from './container-cases';

const ofPod = 'seccomp.security.alpha.kubernetes.io/pod';
const seccomp = 'container.seccomp.security.alpha.kubernetes.io/app';
const appArmor = 'container.apparmor.security.beta.kubernetes.io/app';

describe('An annotation with a profile', () => {
  check(
    [
      ['names one', { [ofPod]: 'runtime/default', [seccomp]: 'localhost/a', [appArmor]: 'unconfined' }, []],
      ['by its old name too', { [ofPod]: 'docker/default' }, []],
      [
        'and nothing else',
        { [ofPod]: 'x', [seccomp]: 'localhost//a', [appArmor]: 'docker/default' },
        [
          `metadata.annotations.${ofPod} Invalid`,
          `metadata.annotations.${seccomp} Invalid`,
          `metadata.annotations[${appArmor}] Invalid`,
        ],
      ],
      ['may be empty for AppArmor', { [appArmor]: '' }, []],
      ['names a container, for AppArmor', { [`${appArmor}2`]: '' }, [`metadata.annotations[${appArmor}2] Invalid`]],
    ],
    (annotations) => podWith({}, { annotations }),
  );
});

describe('Annotation and field', () => {
  const localhost = { type: 'Localhost', localhostProfile: 'a' };
  const at = 'spec.containers[0].securityContext';
  const pod = (annotations: object, context: object): object =>
    podWith({ containers: [containerWith({ securityContext: context })] }, { annotations });
  check(
    [
      ['may name the same profile', pod({ [seccomp]: 'localhost/a' }, { seccompProfile: localhost }), []],
      [
        'but no two',
        pod({ [seccomp]: 'localhost/b' }, { seccompProfile: localhost }),
        [`${at}.seccompProfile.localhostProfile Forbidden`],
      ],
      [
        'or two types',
        pod({ [seccomp]: 'unconfined' }, { seccompProfile: localhost }),
        [`${at}.seccompProfile.type Forbidden`],
      ],
      [
        'are compared for the pod, too, and its templates',
        deploymentWith(
          { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
          { annotations: { [ofPod]: 'unconfined' } },
        ),
        ['spec.template.spec.securityContext.seccompProfile.type Forbidden'],
      ],
      [
        'are compared for AppArmor',
        pod({ [appArmor]: 'unconfined' }, { appArmorProfile: localhost }),
        { '1.27': [`${at}.appArmorProfile Decode`], '1.30': [`${at}.appArmorProfile.type Forbidden`] },
      ],
      [
        'of the pod, where its container has none and cannot take the annotation',
        podWith({ securityContext: { appArmorProfile: localhost } }, { annotations: { [appArmor]: 'localhost/ b' } }),
        {
          '1.27': ['spec.securityContext.appArmorProfile Decode'],
          '1.30': [`${at}.appArmorProfile.localhostProfile Forbidden`],
        },
      ],
      [
        'which it does if it can',
        podWith({ securityContext: { appArmorProfile: localhost } }, { annotations: { [appArmor]: 'localhost/b' } }),
        { '1.27': ['spec.securityContext.appArmorProfile Decode'], '1.30': [] },
      ],
      [
        'but not in a template',
        deploymentWith(
          { securityContext: { appArmorProfile: localhost } },
          { annotations: { [appArmor]: 'localhost/b' } },
        ),
        {
          '1.27': ['spec.template.spec.securityContext.appArmorProfile Decode'],
          '1.30': [`spec.template.${at}.appArmorProfile.localhostProfile Forbidden`],
        },
      ],
    ],
    (manifest) => manifest,
  );
});

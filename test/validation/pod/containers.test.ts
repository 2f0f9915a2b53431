import { check } from '../refusals';
import { checkContainers, containerWith, deploymentWith, podWith } from './container-cases';

const longest = 'a'.repeat(63);
const images = [containerWith({ image: ' app' }), containerWith({ name: 'b', image: 'app\u0085' })];

describe('A container', () => {
  checkContainers([
    ['has a name', { name: '' }, ['name Required']],
    ['whose form is a DNS label', { name: 'My.App' }, ['name Invalid']],
    ['of at most 63 bytes', { name: longest }, []],
    ['and not more', { name: `${longest}a` }, ['name Invalid']],
    ['has an image', { image: null }, ['image Required']],
    ['whose form is not looked at', { image: 'No such image!' }, []],
    ['is pulled by default', { imagePullPolicy: '' }, []],
    ['is pulled in three ways', { imagePullPolicy: 'always' }, ['imagePullPolicy NotSupported']],
    ['says why it ended by default', { terminationMessagePolicy: '' }, []],
    ['in one of two ways', { terminationMessagePolicy: 'Logs' }, ['terminationMessagePolicy NotSupported']],
  ]);

  check(
    [
      [
        'has white space around its image in no Pod',
        images,
        ['spec.containers[0].image Invalid', 'spec.containers[1].image Invalid'],
      ],
      ['may have a byte order mark there, which is none', [containerWith({ image: '\ufeffapp' })], []],
    ],
    (containers) => podWith({ containers }),
  );
  check([['may have it in a template', images, []]], (containers) => deploymentWith({ containers }));
});

describe('The containers of a pod', () => {
  check(
    [
      ['are there', { containers: [] }, ['spec.containers Required']],
      [
        'may be null, which is an empty container',
        { containers: [null] },
        ['spec.containers[0].image Required', 'spec.containers[0].name Required'],
      ],
      [
        'do not share a name, not even an empty one',
        { containers: [{ image: 'a' }, { image: 'a' }] },
        ['spec.containers[0].name Required', 'spec.containers[1].name Duplicate', 'spec.containers[1].name Required'],
      ],
      [
        'share none with init containers either',
        { initContainers: [containerWith({}), containerWith({ name: 'a' }), containerWith({ name: 'a' })] },
        ['spec.initContainers[0].name Duplicate', 'spec.initContainers[2].name Duplicate'],
      ],
    ],
    podWith,
  );
});

describe('An init container', () => {
  const hooks = { lifecycle: {}, livenessProbe: { exec: {} }, readinessProbe: {}, startupProbe: null };
  check(
    [
      [
        'that runs before the others has no hooks and probes, which are not even looked at',
        hooks,
        [
          'spec.initContainers[0].lifecycle Forbidden',
          'spec.initContainers[0].livenessProbe Forbidden',
          'spec.initContainers[0].readinessProbe Forbidden',
        ],
      ],
      [
        'that runs beside the others has them',
        { ...hooks, restartPolicy: 'Always' },
        {
          '1.27': ['spec.initContainers[0].restartPolicy Decode'],
          // Its restart policy is dropped
          '1.28': [
            'spec.initContainers[0].lifecycle Forbidden',
            'spec.initContainers[0].livenessProbe Forbidden',
            'spec.initContainers[0].readinessProbe Forbidden',
          ],
          '1.29': [
            'spec.initContainers[0].livenessProbe.exec.command Required',
            'spec.initContainers[0].readinessProbe Required',
          ],
        },
      ],
      [
        'with a stop signal alone has no hooks, since that is dropped',
        { lifecycle: { stopSignal: 'SIGTERM' } },
        { '1.27': ['spec.initContainers[0].lifecycle.stopSignal Decode'], '1.33': [] },
      ],
    ],
    (fields) => podWith({ initContainers: [containerWith({ name: 'init', ...fields })] }),
  );
});

describe('An ephemeral container', () => {
  const forbidden = ['spec.template.spec.ephemeralContainers Forbidden'];
  const field = (name: string): string => `spec.template.spec.ephemeralContainers[0].${name}`;
  check(
    [
      ['is refused in itself', {}, forbidden],
      ['has a name of its own', { name: 'app' }, [...forbidden, `${field('name')} Duplicate`]],
      ['has a target among the containers', { targetContainerName: 'app' }, forbidden],
      ['and no other', { targetContainerName: 'debug' }, [...forbidden, `${field('targetContainerName')} NotFound`]],
      [
        'has no ports, not even none, and no probes and hooks',
        { ports: [], livenessProbe: {}, lifecycle: {}, resources: { limits: {} } },
        [
          ...forbidden,
          `${field('ports')} Forbidden`,
          `${field('lifecycle')} Forbidden`,
          `${field('livenessProbe')} Forbidden`,
          `${field('resources')} Forbidden`,
        ],
      ],
      ['may have empty resources', { resources: {} }, forbidden],
      [
        'has no restart policy',
        { restartPolicy: 'Always' },
        {
          '1.27': ['spec.template.spec.ephemeralContainers[0].restartPolicy Decode'],
          '1.28': [...forbidden, `${field('restartPolicy')} Forbidden`],
          '1.34': forbidden,
          '1.35': [...forbidden, `${field('restartPolicy')} Forbidden`],
        },
      ],
      [
        'mounts whole volumes',
        { volumeMounts: [{ name: 'data', mountPath: '/data', subPath: 'a' }] },
        [...forbidden, `${field('volumeMounts[0].name')} NotFound`, `${field('volumeMounts[0].subPath')} Forbidden`],
      ],
      [
        'has no white space around its image, in a template either',
        { image: 'a ' },
        [...forbidden, `${field('image')} Invalid`],
      ],
    ],
    (fields) => deploymentWith({ ephemeralContainers: [containerWith({ name: 'debug', ...fields })] }),
  );
});

import { check } from '../refusals';
import { checkContainers, containerWith, deploymentWith, podWith } from './container-cases';

describe('A container port', () => {
  checkContainers([
    [
      'has a number',
      { ports: [{ name: 'http' }, null] },
      ['ports[0].containerPort Required', 'ports[1].containerPort Required'],
    ],
    [
      'between 1 and 65535',
      { ports: [{ containerPort: 65536, hostPort: -1 }] },
      ['ports[0].containerPort Invalid', 'ports[0].hostPort Invalid'],
    ],
    ['has no port on the node by default', { ports: [{ containerPort: 80, hostPort: 0 }] }, []],
    [
      'may have a name of at most 15 letters',
      { ports: [{ containerPort: 80, name: 'a'.repeat(16) }] },
      ['ports[0].name Invalid'],
    ],
    [
      'once in a container',
      {
        ports: [
          { containerPort: 80, name: 'http' },
          { containerPort: 81, name: 'http' },
        ],
      },
      ['ports[1].name Duplicate'],
    ],
    ['speaks TCP by default', { ports: [{ containerPort: 80, protocol: '' }] }, []],
    ['or two others', { ports: [{ containerPort: 80, protocol: 'tcp' }] }, ['ports[0].protocol NotSupported']],
    ['may be there twice without a name', { ports: [{ containerPort: 80 }, { containerPort: 80 }] }, []],
  ]);
});

const onNode = (hostPort: number, more: object = {}): object => ({ containerPort: 80, hostPort, ...more });

describe('A port of the node', () => {
  check(
    [
      [
        'is taken once in a pod',
        {
          containers: [
            containerWith({ ports: [onNode(80)] }),
            containerWith({ name: 'b', ports: [onNode(80, { protocol: 'TCP' })] }),
          ],
        },
        ['spec.containers[1].ports[0].hostPort Duplicate'],
      ],
      [
        'for each address and protocol',
        {
          containers: [
            containerWith({ ports: [onNode(80), onNode(80, { protocol: 'UDP' }), onNode(80, { hostIP: '10.0.0.1' })] }),
          ],
        },
        [],
      ],
      [
        'may be taken by an init container again, whose place is told wrongly',
        {
          containers: [containerWith({ ports: [onNode(80)] })],
          initContainers: [containerWith({ name: 'a' }), containerWith({ name: 'b', ports: [onNode(80), onNode(80)] })],
        },
        ['spec.initContainers[0].ports[1].hostPort Duplicate'],
      ],
    ],
    podWith,
  );
});

describe('On the network of the node', () => {
  const two = {
    hostNetwork: true,
    containers: [
      containerWith({ ports: [{ containerPort: 80 }] }),
      containerWith({ name: 'b', ports: [{ containerPort: 80 }] }),
    ],
  };
  const other = { hostNetwork: true, containers: [containerWith({ ports: [{ containerPort: 80, hostPort: 8080 }] })] };
  check(
    [
      ['the ports of a Pod are those of the node', two, ['spec.containers[1].ports[0].hostPort Duplicate']],
      [
        'and no others',
        other,
        {
          '1.27': ['spec.containers[0].ports[0].containerPort Invalid'],
          '1.28': ['spec.containers[0].ports[0].hostPort Invalid'],
        },
      ],
      [
        'those of init containers may be others',
        {
          hostNetwork: true,
          initContainers: [containerWith({ name: 'init', ports: [{ containerPort: 80, hostPort: 8080 }] })],
        },
        [],
      ],
    ],
    podWith,
  );
  check(
    [
      // In 1.27 alone they are defaulted
      [
        'the ports of a template may be left open',
        two,
        { '1.27': ['spec.template.spec.containers[1].ports[0].hostPort Duplicate'], '1.28': [] },
      ],
      [
        'but not be others',
        other,
        {
          '1.27': ['spec.template.spec.containers[0].ports[0].containerPort Invalid'],
          '1.28': ['spec.template.spec.containers[0].ports[0].hostPort Invalid'],
        },
      ],
    ],
    deploymentWith,
  );
});

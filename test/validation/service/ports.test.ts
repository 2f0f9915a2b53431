import { check } from '../refusals';
import { serviceWith } from './service-with';

const withPort = (port: object): object => serviceWith({ ports: [{ port: 80, ...port }] });
const withPorts = (spec: object): object => serviceWith(spec);

describe('A port of a Service', () => {
  check(
    [
      ['is a number up to 65535', { port: 65_535 }, []],
      [
        'aims at the same port by default, so that both are refused',
        { port: 65_536 },
        ['spec.ports[0].port Invalid', 'spec.ports[0].targetPort Invalid'],
      ],
      ['is needed', { port: null, targetPort: 80 }, ['spec.ports[0].port Invalid']],
      ['may have a name', { name: '8080' }, []],
      ['with the form of a label', { name: 'Web' }, ['spec.ports[0].name Invalid']],
      ['speaks TCP by default', { protocol: '' }, []],
      ['or UDP or SCTP', { protocol: 'SCTP' }, []],
      ['and nothing else', { protocol: 'HTTP' }, ['spec.ports[0].protocol NotSupported']],
      ['aims at a port by number', { targetPort: 8080 }, []],
      ['or by name', { targetPort: 'web' }, []],
      ['which is no number in quotes', { targetPort: '8080' }, ['spec.ports[0].targetPort Invalid']],
      ['and is short', { targetPort: 'a'.repeat(16) }, ['spec.ports[0].targetPort Invalid']],
      ['aims at the same port for 0 and nothing', { targetPort: '' }, []],
      ['may name an application protocol', { appProtocol: 'kubernetes.io/h2c' }, []],
      ['with a sound name', { appProtocol: 'http/1/1' }, ['spec.ports[0].appProtocol Invalid']],
      ['that is not empty', { appProtocol: '' }, ['spec.ports[0].appProtocol Invalid']],
    ],
    withPort,
  );
});

describe('Several ports of a Service', () => {
  check(
    [
      [
        'have names',
        { ports: [{ port: 80 }, { port: 81 }] },
        ['spec.ports[0].name Required', 'spec.ports[1].name Required'],
      ],
      [
        'of their own',
        {
          ports: [
            { name: 'a', port: 80 },
            { name: 'a', port: 81 },
          ],
        },
        ['spec.ports[1].name Duplicate'],
      ],
      [
        'share a number with different protocols',
        {
          ports: [
            { name: 'a', port: 53 },
            { name: 'b', port: 53, protocol: 'UDP' },
          ],
        },
        [],
      ],
      [
        'and not with the same one',
        {
          ports: [
            { name: 'a', port: 53 },
            { name: 'b', port: 53, protocol: 'TCP' },
          ],
        },
        ['spec.ports[1] Duplicate'],
      ],
      [
        'are told apart in long lists too',
        {
          ports: [
            ...Array.from({ length: 20 }, (_, index) => ({ name: `p${index}`, port: 80 + index })),
            { name: 'p15', port: 95 },
          ],
        },
        ['spec.ports[20] Duplicate', 'spec.ports[20].name Duplicate'],
      ],
      [
        'may be empty entries to the server',
        { ports: [null] },
        ['spec.ports[0].port Invalid', 'spec.ports[0].targetPort Invalid'],
      ],
    ],
    withPorts,
  );
});

describe('Port 10250 of a LoadBalancer', () => {
  const kubelet = { ports: [{ port: 10_250 }] };
  check(
    [
      [
        'is refused before 1.33',
        { type: 'LoadBalancer', ...kubelet },
        { '1.27': ['spec.ports[0] Invalid'], '1.33': [] },
      ],
      ['for no other type', { type: 'NodePort', ...kubelet }, []],
    ],
    withPorts,
  );
});

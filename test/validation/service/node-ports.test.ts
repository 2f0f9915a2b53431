import { check } from '../refusals';
import { serviceWith } from './service-with';

const nodePort = (spec: object): object => serviceWith({ type: 'NodePort', ...spec });
const web = { name: 'web', port: 80 };
const dns = { name: 'dns', port: 53 };

describe('Node ports', () => {
  check(
    [
      ['lie in the range of the server', { ports: [{ ...web, nodePort: 30_000 }] }, []],
      ['up to its end', { ports: [{ ...web, nodePort: 32_767 }] }, []],
      ['and not below', { ports: [{ ...web, nodePort: 29_999 }] }, ['spec.ports[0].nodePort Invalid']],
      ['nor above', { ports: [{ ...web, nodePort: 32_768 }] }, ['spec.ports[0].nodePort Invalid']],
      ['are given out where none is asked for', { ports: [{ ...web, nodePort: 0 }] }, []],
      [
        'stop the server at the first one that it cannot give: nothing else is said',
        {
          ports: [
            { ...web, nodePort: 80 },
            { ...dns, nodePort: 53, protocol: 'x' },
          ],
        },
        ['spec.ports[0].nodePort Invalid'],
      ],
      [
        'are not given twice',
        {
          ports: [
            { ...web, nodePort: 30_080 },
            { ...dns, nodePort: 30_080 },
          ],
        },
        ['spec.ports[1].nodePort Invalid'],
      ],
      [
        'are shared by entries for one number',
        {
          ports: [
            { ...dns, nodePort: 30_053 },
            { ...dns, name: 'dns-udp', protocol: 'UDP', nodePort: 30_053 },
          ],
        },
        [],
      ],
      [
        'even where the second does not ask for one',
        {
          ports: [
            { ...dns, nodePort: 30_053 },
            { ...dns, name: 'dns-udp', protocol: 'UDP' },
          ],
        },
        [],
      ],
      [
        'are reported where the number comes up first, though a later entry asks',
        { ports: [dns, { ...dns, name: 'dns-udp', protocol: 'UDP', nodePort: 53 }] },
        ['spec.ports[0].nodePort Invalid'],
      ],
      [
        'may differ for one number',
        {
          ports: [
            { ...dns, nodePort: 30_053 },
            { ...dns, name: 'dns-udp', protocol: 'UDP', nodePort: 30_054 },
          ],
        },
        [],
      ],
      [
        'come up twice where a port does',
        { ports: [dns, { ...dns, name: 'again' }] },
        ['spec.ports[1] Duplicate', 'spec.ports[1].nodePort Duplicate'],
      ],
      ['are not negative', { ports: [{ ...web, nodePort: -1 }] }, ['spec.ports[0].nodePort Invalid']],
    ],
    nodePort,
  );
});

describe('Node ports of other types', () => {
  const twice = [
    { ...web, nodePort: 30_080 },
    { ...dns, nodePort: 30_080 },
  ];
  check(
    [
      [
        'of a LoadBalancer are asked for like this',
        { type: 'LoadBalancer', ports: [{ ...web, nodePort: 80 }] },
        ['spec.ports[0].nodePort Invalid'],
      ],
      [
        'of a LoadBalancer are respected even where none are allocated',
        { type: 'LoadBalancer', allocateLoadBalancerNodePorts: false, ports: [{ ...web, nodePort: 80 }, dns] },
        ['spec.ports[0].nodePort Invalid'],
      ],
      [
        'of a LoadBalancer without any do not come up twice',
        { type: 'LoadBalancer', allocateLoadBalancerNodePorts: false, ports: [dns, { ...dns, name: 'again' }] },
        ['spec.ports[1] Duplicate'],
      ],
      [
        'of a ClusterIP are refused whatever they are',
        { ports: twice },
        ['spec.ports[0].nodePort Forbidden', 'spec.ports[1].nodePort Duplicate', 'spec.ports[1].nodePort Forbidden'],
      ],
      [
        'of an ExternalName are nobody’s, but not the same twice',
        {
          type: 'ExternalName',
          externalName: 'a.b',
          ports: [
            { ...web, nodePort: 1 },
            { ...dns, nodePort: 1 },
          ],
        },
        ['spec.ports[1].nodePort Duplicate'],
      ],
    ],
    serviceWith,
  );
});

describe('The range of a server', () => {
  check(
    [
      ['is what it was started with', { ports: [{ ...web, nodePort: 80 }] }, []],
      ['instead of the default', { ports: [{ ...web, nodePort: 30_080 }] }, ['spec.ports[0].nodePort Invalid']],
    ],
    nodePort,
    { nodePortRange: [80, 9000] },
  );
});

describe('The node port for health checks', () => {
  const local = (spec: object): object =>
    serviceWith({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', ...spec });
  check(
    [
      ['is for a LoadBalancer with policy Local', { healthCheckNodePort: 30_100 }, []],
      ['is given out where none is asked for', { healthCheckNodePort: 0 }, []],
      ['is in the range of node ports', { healthCheckNodePort: 80 }, ['spec.healthCheckNodePort Invalid']],
      [
        'is not that of a port',
        { healthCheckNodePort: 30_080, ports: [{ ...web, nodePort: 30_080 }] },
        ['spec.healthCheckNodePort Invalid'],
      ],
      [
        'is for no other policy',
        { externalTrafficPolicy: 'Cluster', healthCheckNodePort: 30_100 },
        ['spec.healthCheckNodePort Invalid'],
      ],
    ],
    local,
  );
});

import { refusalsOf } from '../refusals';
import { kindsOfService, serviceWith } from './service-with';

/** A field with a value that is sound in itself, and what is said to it for each kind of Service; `-`: nothing. */
type Row = readonly [field: string, value: unknown, ...answers: readonly [string, string, string, string, string]];

const columns = ['ClusterIP', 'headless', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;

// prettier-ignore
const rows: readonly Row[] = [
  //                                                ClusterIP    headless     NodePort     LoadBalancer ExternalName
  ['allocateLoadBalancerNodePorts', false,          'Forbidden', 'Forbidden', 'Forbidden', '-',         'Forbidden'],
  ['clusterIP', 'None',                             '-',         '-',         '*',         '*',         '*'],
  ['clusterIP', '10.96.0.10',                       '-',         '-',         '-',         '-',         '*'],
  ['externalIPs', ['192.0.2.1'],                    '-',         '-',         '-',         '-',         '-'],
  ['externalName', 'shop.example.com',              '-',         '-',         '-',         '-',         '-'],
  ['externalName', 'Shop',                          '-',         '-',         '-',         '-',         'Invalid'],
  ['externalTrafficPolicy', 'Local',                'Invalid',   'Invalid',   '-',         '-',         'Invalid'],
  ['healthCheckNodePort', 30100,                    'Invalid',   'Invalid',   'Invalid',   'Invalid',   'Invalid'],
  ['internalTrafficPolicy', 'Local',                '-',         '-',         '-',         '-',         '-'],
  ['internalTrafficPolicy', 'local',                'NotSupported', 'NotSupported', 'NotSupported', 'NotSupported', 'NotSupported'],
  ['ipFamilies', ['IPv4'],                          '-',         '-',         '-',         '-',         'Forbidden'],
  ['ipFamilyPolicy', 'SingleStack',                 '-',         '-',         '-',         '-',         'Forbidden'],
  ['loadBalancerClass', 'example.com/internal',     'Forbidden', 'Forbidden', 'Forbidden', '-',         'Forbidden'],
  ['loadBalancerIP', 'anything',                    '-',         '-',         '-',         '-',         '-'],
  ['ports', [],                                     'Required',  '-',         'Required',  'Required',  '-'],
  ['publishNotReadyAddresses', true,                '-',         '-',         '-',         '-',         '-'],
  ['selector', {},                                  '-',         '-',         '-',         '-',         '-'],
  ['sessionAffinity', 'ClientIP',                   '-',         '-',         '-',         '-',         '-'],
  ['trafficDistribution', 'PreferClose',            '-',         '-',         '-',         '-',         '-'],
];

describe('What a field is for', () => {
  const cases = rows.flatMap(([field, value, ...answers]) =>
    columns.map((column, position) => ({ field, value, column, answer: answers[position] ?? '-' })),
  );

  test.each(cases)('$field $value for $column: $answer', ({ field, value, column, answer }) => {
    const manifest = serviceWith({ ...kindsOfService[column], [field]: value });
    // `*`: said of the plural
    const line = answer === '*' ? pluralAnswer(column) : `spec.${field} ${answer}`;
    expect(refusalsOf(manifest, { kubernetes: '1.37' })).toEqual(answer === '-' ? [] : [line]);
  });

  function pluralAnswer(column: (typeof columns)[number]): string {
    return column === 'ExternalName' ? 'spec.clusterIPs Forbidden' : 'spec.clusterIPs[0] Invalid';
  }

  test.each([
    ['ClusterIP', ['spec.ports[0].nodePort Forbidden']],
    ['headless', ['spec.ports[0].nodePort Forbidden']],
    ['NodePort', []],
    ['LoadBalancer', []],
    ['ExternalName', []],
  ] as const)('a node port for %s', (column, refused) => {
    const manifest = serviceWith({ ...kindsOfService[column], ports: [{ port: 80, nodePort: 30080 }] });
    expect(refusalsOf(manifest, { kubernetes: '1.37' })).toEqual(refused);
  });

  test.each([
    ['ClusterIP', ['spec.LoadBalancerSourceRanges Forbidden']],
    ['headless', ['spec.LoadBalancerSourceRanges Forbidden']],
    ['NodePort', ['spec.LoadBalancerSourceRanges Forbidden']],
    ['LoadBalancer', []],
    ['ExternalName', ['spec.LoadBalancerSourceRanges Forbidden']],
  ] as const)('source ranges for %s', (column, refused) => {
    const manifest = serviceWith({ ...kindsOfService[column], loadBalancerSourceRanges: ['10.0.0.0/8'] });
    expect(refusalsOf(manifest, { kubernetes: '1.37' })).toEqual(refused);
  });
});

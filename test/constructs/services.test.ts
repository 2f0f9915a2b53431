import { ExposedApp, Exposure } from '../../lib';
import type { ServiceExposure } from '../../lib';
import { problemOf, synthesize } from './synthesize';

const app = {
  image: 'registry.example.com/web:1.0.0',
  ports: [
    { name: 'http', number: 8080 },
    { name: 'dns', number: 53, protocol: 'UDP' },
  ],
} as const;

const web = (exposures: readonly ServiceExposure<'http' | 'dns'>[], target = {}) =>
  synthesize((chart) => new ExposedApp(chart, 'web', { ...app, exposures }), target);

const refused = (exposures: readonly ServiceExposure<'http' | 'dns'>[], target = {}) =>
  problemOf((chart) => new ExposedApp(chart, 'web', { ...app, exposures }), target);

describe('every Service', () => {
  const objects = web([
    Exposure.clusterIp(),
    Exposure.headless(),
    Exposure.nodePort(),
    Exposure.loadBalancer(),
    Exposure.externalIps({ ips: ['192.0.2.10'] }),
  ]);
  const names = ['web', 'web-headless', 'web-node-port', 'web-load-balancer', 'web-external-ips'];

  test.each(names)('%s selects the pods and leads to their ports by name', (name) => {
    const { spec } = objects[`Service ${name}`]!;
    expect(spec.selector).toEqual({ 'app.kubernetes.io/name': 'web' });
    expect(objects['Deployment web']!.spec.template.metadata.labels).toMatchObject(spec.selector);
    expect(spec.ports).toEqual([
      { name: 'http', port: 8080, protocol: 'TCP', targetPort: 'http' },
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 'dns' },
    ]);
  });

  test('has the type of its mode', () => {
    const types = names.map((name) => objects[`Service ${name}`]!.spec.type);
    expect(types).toEqual(['ClusterIP', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ClusterIP']);
    expect(objects['Service web-headless']!.spec.clusterIP).toBe('None');
    expect(objects['Service web-external-ips']!.spec.externalIPs).toEqual(['192.0.2.10']);
  });

  test('keeps its name when another way in is added', () => {
    const before = Object.keys(web([Exposure.nodePort()]));
    const after = Object.keys(
      web([Exposure.nodePort(), Exposure.ingress({ host: 'web.example.com' }), Exposure.headless()]),
    );
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

test('all options of a Service reach their fields', () => {
  const { spec, metadata } = web(
    [
      Exposure.nodePort({
        name: 'entry',
        annotations: { 'example.com/a': 'b' },
        ports: [{ port: 'http', servicePort: 80, nodePort: 30080 }],
        clusterIp: '10.96.0.80',
        preserveClientIp: true,
        sessionAffinity: { timeoutSeconds: 600 },
        internalTrafficPolicy: 'Local',
        trafficDistribution: 'PreferClose',
        ipFamilyPolicy: 'PreferDualStack',
        ipFamilies: ['IPv4', 'IPv6'],
        publishNotReadyAddresses: true,
      }),
    ],
    { ipFamilies: ['IPv4', 'IPv6'] },
  )['Service entry']!;
  expect(metadata.annotations).toEqual({ 'example.com/a': 'b' });
  expect(spec).toEqual({
    type: 'NodePort',
    clusterIP: '10.96.0.80',
    externalTrafficPolicy: 'Local',
    internalTrafficPolicy: 'Local',
    trafficDistribution: 'PreferClose',
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
    ipFamilyPolicy: 'PreferDualStack',
    ipFamilies: ['IPv4', 'IPv6'],
    publishNotReadyAddresses: true,
    selector: { 'app.kubernetes.io/name': 'web' },
    ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http', nodePort: 30080 }],
  });
});

test('a load balancer has the fields that Kubernetes has for it', () => {
  const { spec, metadata } = web([
    Exposure.loadBalancer({
      ports: [{ port: 'http', servicePort: 80 }],
      nodePorts: false,
      loadBalancerClass: 'example.com/lb',
      sourceRanges: ['198.51.100.0/24'],
      preserveClientIp: true,
      healthCheckNodePort: 31111,
      externalDns: { hostname: 'web.example.com', ttlSeconds: 60 },
    }),
  ])['Service web-load-balancer']!;
  expect(spec).toMatchObject({
    allocateLoadBalancerNodePorts: false,
    loadBalancerClass: 'example.com/lb',
    loadBalancerSourceRanges: ['198.51.100.0/24'],
    externalTrafficPolicy: 'Local',
    healthCheckNodePort: 31111,
  });
  expect(metadata.annotations).toEqual({
    'external-dns.alpha.kubernetes.io/hostname': 'web.example.com',
    'external-dns.alpha.kubernetes.io/ttl': '60',
  });
});

describe('what cannot work is refused', () => {
  test.each<[string, readonly ServiceExposure<'http' | 'dns'>[], RegExp]>([
    [
      'a nodePort outside the range',
      [Exposure.nodePort({ ports: [{ port: 'http', nodePort: 8080 }] })],
      /nodePort of port 'http'.* is 8080, .*30000 to 32767/,
    ],
    [
      'a servicePort of 0',
      [Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 0 }] })],
      /servicePort of port 'http'.* is 0.*1 to 65535/,
    ],
    ['a servicePort of 70000', [Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 70000 }] })], /is 70000/],
    [
      'a port that stands twice',
      [Exposure.clusterIp({ ports: [{ port: 'http' }, { port: 'http' }] })],
      /Each port stands there once/,
    ],
    [
      'two exposures with one name',
      [Exposure.nodePort(), Exposure.nodePort()],
      /Two Services are named 'web-node-port'/,
    ],
    ['a name that is too long', [Exposure.clusterIp({ name: 'x'.repeat(64) })], /Service would be named/],
    ['a name with capitals', [Exposure.clusterIp({ name: 'Web' })], /Service would be named 'Web'/],
    [
      'an address that is none',
      [Exposure.externalIps({ ips: ['web.example.com'] })],
      /'web\.example\.com', which is no IP address/,
    ],
    ['a loopback address', [Exposure.externalIps({ ips: ['127.0.0.1'] })], /127\.0\.0\.1/],
    ['an address that stands twice', [Exposure.externalIps({ ips: ['192.0.2.1', '192.0.2.1'] })], /twice/],
    [
      'a source range that is none',
      [Exposure.loadBalancer({ sourceRanges: ['198.51.100.0'] })],
      /'198\.51\.100\.0', which is no CIDR/,
    ],
    ['an affinity beyond a day', [Exposure.clusterIp({ sessionAffinity: { timeoutSeconds: 86401 } })], /1 to 86400/],
    [
      'dual stack on one family',
      [Exposure.clusterIp({ ipFamilyPolicy: 'RequireDualStack' })],
      /RequireDualStack.*IPv4 only/,
    ],
    ['a family that the target lacks', [Exposure.clusterIp({ ipFamilies: ['IPv6'] })], /asks for IPv6/],
  ])('%s', (_, exposures, problem) => {
    expect(refused(exposures)).toMatch(problem);
    expect(refused(exposures)).toMatch(/^chart\/web: /);
  });

  test('what the version of the target does not know', () => {
    expect(refused([Exposure.clusterIp({ trafficDistribution: 'PreferClose' })], { kubernetes: '1.29' })).toMatch(
      /needs Kubernetes 1\.31/,
    );
    expect(
      refused([Exposure.externalIps({ ips: ['192.0.2.1'], preserveClientIp: true })], { kubernetes: '1.28' }),
    ).toMatch(/1\.29/);
    expect(refused([Exposure.clusterIp({ name: '9lives' })], { kubernetes: '1.35' })).toMatch(/'9lives'/);
  });

  test('an unknown port, with the nearest one', () => {
    const problem = problemOf((chart) => {
      new ExposedApp<string>(chart, 'web', { ...app, exposures: [Exposure.nodePort({ ports: [{ port: 'htpp' }] })] });
    });
    expect(problem).toBe(
      "chart/web: Service 'web-node-port' refers to port 'htpp', which this application does not have. It has 'http' and 'dns'. Did you mean 'http'?",
    );
  });

  test('a Service without ports', () => {
    expect(
      problemOf((chart) => new ExposedApp(chart, 'web', { image: 'web:1', exposures: [Exposure.clusterIp()] })),
    ).toMatch(/no port to offer/);
  });
});

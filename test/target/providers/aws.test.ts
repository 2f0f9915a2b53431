import { Provider } from '../../../lib/target/provider';
import { checkPlans, web } from './plan';

const prefix = 'service.beta.kubernetes.io/aws-load-balancer-';
const baseline = {
  annotations: { [`${prefix}scheme`]: 'internet-facing', [`${prefix}nlb-target-type`]: 'instance' },
  spec: { loadBalancerClass: 'service.k8s.aws/nlb' },
};
const subnets = ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'];
const written = { [`${prefix}subnets`]: subnets.join(',') };
const internal = { [`${prefix}scheme`]: 'internal' };
const bothFamilies = { ipFamilies: ['IPv4', 'IPv6'] } as const;
const dualStack = { [`${prefix}ip-address-type`]: 'dualstack' };

describe('AWS Load Balancer Controller', () => {
  checkPlans(Provider.aws(), baseline, {
    internal: { wish: { internal: true }, annotations: internal },
    subnets: { wish: { subnets }, annotations: written },
    'internal address': {
      wish: { internal: true, address: ['10.0.1.5', '10.0.2.5'], subnets },
      annotations: { ...internal, ...written, [`${prefix}private-ipv4-addresses`]: '10.0.1.5,10.0.2.5' },
    },
    'internal address without subnets': {
      wish: { internal: true, address: '10.0.1.5' },
      problem: 'one for each subnet, and 1 and no subnets are named',
    },
    'addresses and subnets that do not match': {
      wish: { internal: true, address: '10.0.1.5', subnets },
      problem: 'one for each subnet, and 1 and 2 subnets are named',
    },
    'public address': { wish: { address: '203.0.113.5', subnets }, problem: 'allocate Elastic IP addresses' },
    'IPv6 addresses': {
      wish: { address: ['2001:db8::1', '2001:db8:1::1'], subnets },
      service: bothFamilies,
      annotations: { ...dualStack, ...written, [`${prefix}ipv6-addresses`]: '2001:db8::1,2001:db8:1::1' },
    },
    'addresses of both families': {
      wish: { internal: true, address: ['10.0.1.5', '2001:db8::1'], subnets: ['mine'] },
      service: bothFamilies,
      annotations: {
        ...internal,
        ...dualStack,
        [`${prefix}subnets`]: 'mine',
        [`${prefix}private-ipv4-addresses`]: '10.0.1.5',
        [`${prefix}ipv6-addresses`]: '2001:db8::1',
      },
    },
    'Elastic IP addresses': {
      wish: { addressIds: ['eipalloc-0a1b2c3d', 'eipalloc-0123456789abcdef0'], subnets },
      annotations: { ...written, [`${prefix}eip-allocations`]: 'eipalloc-0a1b2c3d,eipalloc-0123456789abcdef0' },
    },
    'Elastic IP address inside': {
      wish: { internal: true, addressIds: ['eipalloc-0a1b2c3d'], subnets: ['a'] },
      problem: 'face the internet',
    },
    'an id of something else': {
      wish: { addressIds: ['eip-1'], subnets: ['a'] },
      problem: "'eip-1' is not the allocation",
    },
    'proxy protocol': { wish: { proxyProtocol: true }, annotations: { [`${prefix}proxy-protocol`]: '*' } },
    'proxy protocol where kube-proxy is asked': {
      wish: { proxyProtocol: true },
      service: { externalTrafficPolicy: 'Local' },
      problem: "choose the target type 'ip'",
    },
    'proxy protocol with a TCP check': {
      wish: { proxyProtocol: true, healthCheck: { protocol: 'tcp' } },
      service: { externalTrafficPolicy: 'Local' },
      annotations: { [`${prefix}proxy-protocol`]: '*', [`${prefix}healthcheck-protocol`]: 'TCP' },
    },
    'health check': {
      wish: {
        healthCheck: {
          path: '/healthz',
          port: 'http',
          intervalSeconds: 15,
          timeoutSeconds: 6,
          healthyThreshold: 3,
          unhealthyThreshold: 2,
        },
      },
      annotations: {
        [`${prefix}healthcheck-protocol`]: 'HTTP',
        [`${prefix}healthcheck-path`]: '/healthz',
        [`${prefix}healthcheck-port`]: 'http',
        [`${prefix}healthcheck-interval`]: '15',
        [`${prefix}healthcheck-timeout`]: '6',
        [`${prefix}healthcheck-healthy-threshold`]: '3',
        [`${prefix}healthcheck-unhealthy-threshold`]: '2',
      },
    },
    'an interval too short': {
      wish: { healthCheck: { intervalSeconds: 4 } },
      problem:
        "'healthCheck.intervalSeconds' cannot be had from AWS (AWS Load Balancer Controller): it is 4, and 5 to 300",
    },
    'a timeout too long': { wish: { healthCheck: { timeoutSeconds: 121 } }, problem: '2 to 120' },
    'a threshold too low': { wish: { healthCheck: { healthyThreshold: 1 } }, problem: '2 to 10' },
    'cross-zone': {
      wish: { crossZone: true },
      annotations: { [`${prefix}attributes`]: 'load_balancing.cross_zone.enabled=true' },
    },
    'not cross-zone': {
      wish: { crossZone: false },
      annotations: { [`${prefix}attributes`]: 'load_balancing.cross_zone.enabled=false' },
    },
    'a shared address': { wish: { sharingKey: 'edge' }, problem: 'one Service with more ports' },
    'both families': { wish: {}, service: bothFamilies, annotations: dualStack },
    SCTP: { wish: {}, service: { ports: [{ port: 132, protocol: 'SCTP' }] }, problem: 'not SCTP' },
    'no node ports': { wish: {}, service: { allocateNodePorts: false }, problem: "choose the target type 'ip'" },
    'node ports that are named': {
      wish: {},
      service: { allocateNodePorts: false, ports: [{ port: 80, nodePort: 30080 }] },
    },
    'a class of its own': {
      wish: { internal: true },
      service: { loadBalancerClass: 'service.k8s.aws/nlb' },
      annotations: internal,
    },
    "another's class": {
      wish: { internal: true, crossZone: true },
      service: { loadBalancerClass: 'example.com/lb' },
      problem:
        "'internal' and 'crossZone' cannot be had from AWS (AWS Load Balancer Controller) for the load balancer class 'example.com/lb'",
    },
  });

  test("another's class and no wish: nothing is written", () => {
    const plan = Provider.aws().loadBalancer({}, { ...web, loadBalancerClass: 'example.com/lb' });
    expect(plan).toEqual({ annotations: {}, spec: {}, problems: [] });
  });
});

describe('AWS Load Balancer Controller with pods as targets', () => {
  const ip = {
    annotations: { ...baseline.annotations, [`${prefix}nlb-target-type`]: 'ip' },
    spec: { loadBalancerClass: 'example.com/nlb' },
  };
  checkPlans(Provider.aws({ targetType: 'ip', loadBalancerClass: 'example.com/nlb' }), ip, {
    'no node ports': { wish: {}, service: { allocateNodePorts: false } },
    'proxy protocol': {
      wish: { proxyProtocol: true },
      service: { externalTrafficPolicy: 'Local' },
      annotations: { [`${prefix}proxy-protocol`]: '*' },
    },
    'a port by its name': { wish: { healthCheck: { port: 'http' } }, problem: 'give the container port' },
    'a port by its number': {
      wish: { healthCheck: { port: 8080 } },
      annotations: { [`${prefix}healthcheck-port`]: '8080' },
    },
  });
});

test('a class that is no name is refused', () => {
  expect(() => Provider.aws({ loadBalancerClass: 'a b' })).toThrow("Provider.aws: loadBalancerClass is 'a b'");
});

import { Provider } from '../../../lib/target/provider';
import { checkPlans } from './plan';

const prefix = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
const internal = { [`${prefix}address-type`]: 'intranet' };
const bothFamilies = { ipFamilies: ['IPv4', 'IPv6'] } as const;
const dns = { ports: [{ port: 53, protocol: 'UDP' }] } as const;
const healthCheck = {
  path: '/healthz',
  port: 8080,
  intervalSeconds: 5,
  timeoutSeconds: 6,
  healthyThreshold: 3,
  unhealthyThreshold: 2,
};
const written = {
  [`${prefix}health-check-type`]: 'http',
  [`${prefix}health-check-uri`]: '/healthz',
  [`${prefix}health-check-connect-port`]: '8080',
  [`${prefix}health-check-interval`]: '5',
  [`${prefix}health-check-connect-timeout`]: '6',
  [`${prefix}healthy-threshold`]: '3',
  [`${prefix}unhealthy-threshold`]: '2',
};

describe('Alibaba Cloud, Classic Load Balancer', () => {
  checkPlans(
    Provider.alibabaCloud(),
    {},
    {
      internal: { wish: { internal: true }, annotations: internal },
      'internal address': {
        wish: { internal: true, address: '10.0.0.5', subnets: ['vsw-1'] },
        annotations: { ...internal, [`${prefix}vswitch-id`]: 'vsw-1', [`${prefix}ip`]: '10.0.0.5' },
      },
      'internal address without its vSwitch': {
        wish: { internal: true, address: '10.0.0.5' },
        problem: 'name it in subnets',
      },
      'public address': { wish: { address: '203.0.113.5' }, problem: 'use a Network Load Balancer' },
      'two addresses': { wish: { internal: true, address: ['10.0.0.5', '10.0.0.6'] }, problem: 'one address' },
      'IPv6 address': {
        wish: { internal: true, address: '2001:db8::1' },
        service: { ipFamilies: ['IPv6'] },
        problem: 'an IPv6 address cannot be chosen',
      },
      'Elastic IP address': { wish: { addressIds: ['eip-1'] }, problem: "choose loadBalancer 'nlb'" },
      'subnet of a public one': { wish: { subnets: ['vsw-1'] }, problem: 'make it internal' },
      'no vSwitch': { wish: { internal: true, subnets: ['subnet-1'] }, problem: 'is not the id of a vSwitch' },
      'two vSwitches': { wish: { internal: true, subnets: ['vsw-1', 'vsw-2'] }, problem: 'one vSwitch' },
      'proxy protocol': { wish: { proxyProtocol: true }, annotations: { [`${prefix}proxy-protocol`]: 'on' } },
      'health check': { wish: { healthCheck }, annotations: written },
      'a check of UDP ports': {
        wish: { healthCheck: { intervalSeconds: 5 } },
        service: dns,
        annotations: { [`${prefix}health-check-interval`]: '5' },
      },
      'a protocol for UDP ports': {
        wish: { healthCheck: { protocol: 'tcp' } },
        service: dns,
        problem: 'port 53 is UDP',
      },
      'an HTTPS check': { wish: { healthCheck: { protocol: 'https' } }, problem: "not 'https'" },
      'a path of other characters': { wish: { healthCheck: { path: '/a=b' } }, problem: "'/a=b' is not a path" },
      'a port by its name': { wish: { healthCheck: { port: 'http' } }, problem: "not by its name 'http'" },
      'a timeout below the interval': {
        wish: { healthCheck: { timeoutSeconds: 1 } },
        problem: 'below the interval, 2, is not applied',
      },
      'an interval too long': { wish: { healthCheck: { intervalSeconds: 51 } }, problem: '1 to 50' },
      'cross-zone': { wish: { crossZone: true }, problem: "choose loadBalancer 'nlb'" },
      'a shared address': { wish: { sharingKey: 'edge' }, problem: 'one Service with more ports' },
      IPv6: { wish: {}, service: { ipFamilies: ['IPv6'] }, annotations: { [`${prefix}ip-version`]: 'ipv6' } },
      'both families': { wish: {}, service: bothFamilies, problem: "choose loadBalancer 'nlb' for both" },
      'a class': {
        wish: { internal: true },
        service: { loadBalancerClass: 'alibabacloud.com/nlb' },
        problem: 'without a class',
      },
    },
  );
});

describe('Alibaba Cloud, Network Load Balancer', () => {
  const zones = [
    { zone: 'cn-hangzhou-k', vSwitch: 'vsw-1' },
    { zone: 'cn-hangzhou-j', vSwitch: 'vsw-2' },
  ];
  const baseline = {
    annotations: { [`${prefix}zone-maps`]: 'cn-hangzhou-k:vsw-1,cn-hangzhou-j:vsw-2' },
    spec: { loadBalancerClass: 'alibabacloud.com/nlb' },
  };
  checkPlans(Provider.alibabaCloud({ loadBalancer: 'nlb', zones }), baseline, {
    internal: { wish: { internal: true }, annotations: internal },
    'internal addresses': {
      wish: { internal: true, address: ['10.0.0.5', '10.0.1.5'] },
      annotations: { ...internal, [`${prefix}zone-maps`]: 'cn-hangzhou-k:vsw-1:10.0.0.5,cn-hangzhou-j:vsw-2:10.0.1.5' },
    },
    'an address for one zone': { wish: { internal: true, address: '10.0.0.5' }, problem: 'each of the 2 zones' },
    'public address': { wish: { address: ['203.0.113.5', '203.0.113.6'] }, problem: 'name Elastic IP addresses' },
    'IPv6 address': {
      wish: { internal: true, address: ['10.0.0.5', '2001:db8::1'] },
      service: bothFamilies,
      problem: 'an IPv6 address cannot be chosen',
    },
    'Elastic IP addresses': {
      wish: { addressIds: ['eip-1', 'eip-2'] },
      annotations: { [`${prefix}zone-maps`]: 'cn-hangzhou-k:vsw-1::eip-1,cn-hangzhou-j:vsw-2::eip-2' },
    },
    'Elastic IP addresses inside': {
      wish: { internal: true, addressIds: ['eip-1', 'eip-2'] },
      problem: 'face the internet',
    },
    'no Elastic IP address': { wish: { addressIds: ['eipalloc-1', 'eip-2'] }, problem: "'eipalloc-1' is not the id" },
    subnets: { wish: { subnets: ['vsw-1'] }, problem: 'Provider.alibabaCloud({ zones })' },
    'proxy protocol': { wish: { proxyProtocol: true }, annotations: { [`${prefix}proxy-protocol`]: 'on' } },
    'health check': { wish: { healthCheck }, annotations: { ...written, [`${prefix}health-check-flag`]: 'on' } },
    'an HTTPS check': { wish: { healthCheck: { protocol: 'https' } }, problem: "not 'https'" },
    'cross-zone': { wish: { crossZone: true }, annotations: { [`${prefix}cross-zone-enabled`]: 'on' } },
    'not cross-zone': { wish: { crossZone: false }, annotations: { [`${prefix}cross-zone-enabled`]: 'off' } },
    'a shared address': { wish: { sharingKey: 'edge' }, problem: 'one Service with more ports' },
    'both families': { wish: {}, service: bothFamilies, annotations: { [`${prefix}ip-version`]: 'DualStack' } },
    'IPv6 alone': { wish: {}, service: { ipFamilies: ['IPv6'] }, problem: 'not IPv6 alone' },
  });

  test.each([
    ['one zone', zones.slice(0, 1), 'at least two different ones'],
    ['a zone twice', [zones[0]!, zones[0]!], 'at least two different ones'],
    ['a zone with a colon', [{ zone: 'cn:x', vSwitch: 'vsw-1' }, zones[0]!], "'cn:x', which is not the id of a zone"],
    ['no vSwitch', [{ zone: 'cn-x-a', vSwitch: 'a,b' }, zones[0]!], "'a,b', which is not the id of a vSwitch"],
  ])('refuses %s', (_name, wrong, message) => {
    expect(() => Provider.alibabaCloud({ loadBalancer: 'nlb', zones: wrong })).toThrow(message);
  });
});

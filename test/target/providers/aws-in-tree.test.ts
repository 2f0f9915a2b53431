import { Provider } from '../../../lib/target/provider';
import { checkPlans } from './plan';

const prefix = 'service.beta.kubernetes.io/aws-load-balancer-';
const subnets = ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'];
const written = { [`${prefix}subnets`]: subnets.join(',') };
const internal = { [`${prefix}internal`]: 'true' };
const udp = { ports: [{ port: 53, protocol: 'UDP' }] } as const;
const mixed = { ports: [{ port: 53 }, { port: 53, protocol: 'UDP' }] } as const;

describe('AWS cloud controller manager, Classic Load Balancer', () => {
  checkPlans(
    Provider.aws({ controller: 'in-tree' }),
    {},
    {
      internal: { wish: { internal: true }, annotations: internal },
      subnets: { wish: { subnets }, annotations: written },
      address: { wish: { internal: true, address: '10.0.1.5' }, problem: "choose loadBalancer 'nlb'" },
      'Elastic IP address': { wish: { addressIds: ['eipalloc-0a1b2c3d'] }, problem: "choose loadBalancer 'nlb'" },
      'proxy protocol': { wish: { proxyProtocol: true }, annotations: { [`${prefix}proxy-protocol`]: '*' } },
      'health check': {
        wish: {
          healthCheck: { path: '/healthz', port: 30080, intervalSeconds: 15, timeoutSeconds: 6, healthyThreshold: 3 },
        },
        annotations: {
          [`${prefix}healthcheck-protocol`]: 'HTTP',
          [`${prefix}healthcheck-path`]: '/healthz',
          [`${prefix}healthcheck-port`]: '30080',
          [`${prefix}healthcheck-interval`]: '15',
          [`${prefix}healthcheck-timeout`]: '6',
          [`${prefix}healthcheck-healthy-threshold`]: '3',
        },
      },
      'a port by its name': { wish: { healthCheck: { port: 'http' } }, problem: "not by its name 'http'" },
      'a timeout as long as the interval': {
        wish: { healthCheck: { timeoutSeconds: 10 } },
        problem: 'less than the interval, 10',
      },
      'a timeout too long': {
        wish: { healthCheck: { intervalSeconds: 100, timeoutSeconds: 61 } },
        problem: '2 to 60',
      },
      'cross-zone': {
        wish: { crossZone: true },
        annotations: { [`${prefix}cross-zone-load-balancing-enabled`]: 'true' },
      },
      'not cross-zone': {
        wish: { crossZone: false },
        annotations: { [`${prefix}cross-zone-load-balancing-enabled`]: 'false' },
      },
      'a shared address': { wish: { sharingKey: 'edge' }, problem: 'one Service with more ports' },
      UDP: { wish: {}, service: udp, problem: 'port 53 is UDP, and TCP can be carried' },
      'no node ports': { wish: {}, service: { allocateNodePorts: false }, problem: 'allocate them' },
    },
  );
});

describe('AWS cloud controller manager, Network Load Balancer', () => {
  checkPlans(
    Provider.aws({ controller: 'in-tree', loadBalancer: 'nlb' }),
    { annotations: { [`${prefix}type`]: 'nlb' } },
    {
      internal: { wish: { internal: true }, annotations: internal },
      'internal address': {
        wish: { internal: true, address: ['10.0.1.5', '10.0.2.5'], subnets },
        annotations: { ...internal, ...written, [`${prefix}private-ipv4-addresses`]: '10.0.1.5,10.0.2.5' },
      },
      'public address': { wish: { address: '203.0.113.5', subnets }, problem: 'allocate Elastic IP addresses' },
      'IPv6 address': {
        wish: { internal: true, address: '2001:db8::1', subnets: ['a'] },
        service: { ipFamilies: ['IPv6'] },
        problem: 'use the AWS Load Balancer Controller',
      },
      'Elastic IP addresses': {
        wish: { addressIds: ['eipalloc-0a1b2c3d', 'eipalloc-1a2b3c4d'], subnets },
        annotations: { ...written, [`${prefix}eip-allocations`]: 'eipalloc-0a1b2c3d,eipalloc-1a2b3c4d' },
      },
      'Elastic IP address inside': {
        wish: { internal: true, addressIds: ['eipalloc-0a1b2c3d'], subnets: ['a'] },
        problem: 'face the internet',
      },
      'proxy protocol': {
        wish: { proxyProtocol: true },
        annotations: { [`${prefix}target-group-attributes`]: 'proxy_protocol_v2.enabled=true' },
      },
      'health check': {
        wish: {
          healthCheck: {
            protocol: 'https',
            path: '/',
            healthyThreshold: 4,
            unhealthyThreshold: 4,
            intervalSeconds: 10,
          },
        },
        annotations: {
          [`${prefix}healthcheck-protocol`]: 'HTTPS',
          [`${prefix}healthcheck-path`]: '/',
          [`${prefix}healthcheck-interval`]: '10',
          [`${prefix}healthcheck-healthy-threshold`]: '4',
          [`${prefix}healthcheck-unhealthy-threshold`]: '4',
        },
      },
      'one threshold alone': {
        wish: { healthCheck: { healthyThreshold: 4 } },
        problem: 'must both be given and equal',
      },
      timeout: { wish: { healthCheck: { timeoutSeconds: 6 } }, problem: 'is not applied to Network Load Balancers' },
      'cross-zone': {
        wish: { crossZone: true },
        annotations: { [`${prefix}cross-zone-load-balancing-enabled`]: 'true' },
      },
      UDP: { wish: {}, service: udp },
      SCTP: { wish: {}, service: { ports: [{ port: 132, protocol: 'SCTP' }] }, problem: 'TCP and UDP can be carried' },
      'two protocols': { wish: {}, service: mixed, problem: 'one Service for each protocol' },
      'a class': {
        wish: { crossZone: true },
        service: { loadBalancerClass: 'a/b' },
        problem: 'it serves Services without a class',
      },
    },
  );
});

import { Provider } from '../../../lib/target/provider';
import { checkPlans } from './plan';

const prefix = 'loadbalancer.openstack.org/';
const internal = { 'service.beta.kubernetes.io/openstack-internal-load-balancer': 'true' };
const monitor = { [`${prefix}enable-health-monitor`]: 'true' };
const id = 'a57af0a0-da92-49be-a98a-345ceca004b3';

describe('OpenStack', () => {
  checkPlans(
    Provider.openStack(),
    {},
    {
      internal: { wish: { internal: true }, annotations: internal },
      subnet: { wish: { subnets: [id] }, annotations: { [`${prefix}subnet-id`]: id } },
      'subnet by name': { wish: { subnets: ['apps'] }, problem: 'is not the id of a subnet' },
      'two subnets': { wish: { subnets: [id, 'b'] }, problem: 'one subnet' },
      address: { wish: { address: '203.0.113.5' }, spec: { loadBalancerIP: '203.0.113.5' } },
      'internal address': {
        wish: { internal: true, address: '10.0.0.5' },
        annotations: internal,
        spec: { loadBalancerIP: '10.0.0.5' },
      },
      'IPv6 address': {
        wish: { address: '2001:db8::1' },
        service: { ipFamilies: ['IPv6', 'IPv4'] },
        spec: { loadBalancerIP: '2001:db8::1' },
      },
      'address of the second family': {
        wish: { address: '2001:db8::1' },
        service: { ipFamilies: ['IPv4', 'IPv6'] },
        problem: 'not of the first family of the Service, IPv4',
      },
      'two addresses': { wish: { address: ['203.0.113.5', '203.0.113.6'] }, problem: 'one address' },
      'internal port': {
        wish: { internal: true, addressIds: [id] },
        annotations: { ...internal, [`${prefix}port-id`]: id },
      },
      'public port': { wish: { addressIds: [id] }, problem: 'give the address' },
      'proxy protocol': { wish: { proxyProtocol: true }, annotations: { [`${prefix}proxy-protocol`]: 'true' } },
      'proxy protocol of UDP': {
        wish: { proxyProtocol: true },
        service: { ports: [{ port: 53, protocol: 'UDP' }] },
        problem: 'port 53 is UDP',
      },
      'health check': {
        wish: {
          healthCheck: {
            protocol: 'tcp',
            intervalSeconds: 10,
            timeoutSeconds: 5,
            healthyThreshold: 3,
            unhealthyThreshold: 2,
          },
        },
        annotations: {
          ...monitor,
          [`${prefix}health-monitor-delay`]: '10',
          [`${prefix}health-monitor-timeout`]: '5',
          [`${prefix}health-monitor-max-retries`]: '3',
          [`${prefix}health-monitor-max-retries-down`]: '2',
        },
      },
      'a health check as it is': { wish: { healthCheck: {} }, annotations: monitor },
      'a timeout alone': {
        wish: { healthCheck: { timeoutSeconds: 5 } },
        annotations: { ...monitor, [`${prefix}health-monitor-timeout`]: '5' },
      },
      'a timeout as long as the interval': {
        wish: { healthCheck: { intervalSeconds: 5, timeoutSeconds: 5 } },
        problem: 'less than the interval, 5',
      },
      'a threshold too high': { wish: { healthCheck: { healthyThreshold: 11 } }, problem: '1 to 10' },
      'a check of a port': { wish: { healthCheck: { port: 8080 } }, problem: 'leave it out' },
      'an HTTPS check': { wish: { healthCheck: { protocol: 'https' } }, problem: 'by TCP, not by HTTPS' },
      'a check where kube-proxy is asked': {
        wish: { healthCheck: { protocol: 'tcp' } },
        service: { externalTrafficPolicy: 'Local' },
        problem: 'asks kube-proxy',
      },
      'cross-zone': { wish: { crossZone: true }, problem: 'no setting' },
      'a shared address': { wish: { sharingKey: 'edge' }, problem: 'one Service with more ports' },
      'no node ports': { wish: {}, service: { allocateNodePorts: false }, problem: 'allocate them' },
    },
  );

  test('a path is refused, and the protocol that it implies', () => {
    const { problems } = Provider.openStack().loadBalancer(
      { healthCheck: { path: '/healthz' } },
      { ports: [{ port: 80 }] },
    );
    expect(problems).toEqual([
      expect.stringContaining('healthCheck.protocol'),
      expect.stringContaining('healthCheck.path'),
    ]);
  });
});

import { Provider } from '../../../lib/target/provider';
import { checkPlans } from './plan';

const prefix = 'service.beta.kubernetes.io/azure-';
const internal = { [`${prefix}load-balancer-internal`]: 'true' };
const bothFamilies = { ipFamilies: ['IPv6', 'IPv4'] } as const;
const port = (number: number, part: string) => `service.beta.kubernetes.io/port_${number}_health-probe_${part}`;
const dns = { ports: [{ port: 53, protocol: 'UDP' }] } as const;
const sctp = { ports: [{ port: 132, protocol: 'SCTP' }] } as const;
const local = { externalTrafficPolicy: 'Local' } as const;

describe('Azure', () => {
  checkPlans(
    Provider.azure(),
    {},
    {
      internal: { wish: { internal: true }, annotations: internal },
      'internal subnet': {
        wish: { internal: true, subnets: ['apps'] },
        annotations: { ...internal, [`${prefix}load-balancer-internal-subnet`]: 'apps' },
      },
      'subnet of a public one': { wish: { subnets: ['apps'] }, problem: 'make it internal' },
      'two subnets': { wish: { internal: true, subnets: ['a', 'b'] }, problem: 'it stands in one subnet' },
      address: {
        wish: { address: '203.0.113.5' },
        annotations: { [`${prefix}load-balancer-ipv4`]: '203.0.113.5' },
      },
      'an address of each family': {
        wish: { address: ['203.0.113.5', '2001:db8::1'] },
        service: bothFamilies,
        annotations: { [`${prefix}load-balancer-ipv4`]: '203.0.113.5', [`${prefix}load-balancer-ipv6`]: '2001:db8::1' },
      },
      'two addresses of one family': { wish: { address: ['203.0.113.5', '203.0.113.6'] }, problem: 'one IPv4 address' },
      'public IP': { wish: { addressIds: ['edge-ip'] }, annotations: { [`${prefix}pip-name`]: 'edge-ip' } },
      'public IPs in the order of the families': {
        wish: { addressIds: ['six', 'four'] },
        service: bothFamilies,
        annotations: { [`${prefix}pip-name-ipv6`]: 'six', [`${prefix}pip-name`]: 'four' },
      },
      'more public IPs than families': { wish: { addressIds: ['a', 'b'] }, problem: 'name one a family' },
      'public IP inside': { wish: { internal: true, addressIds: ['edge-ip'] }, problem: 'face the internet' },
      'a name too long': { wish: { addressIds: ['a'.repeat(81)] }, problem: 'at most 80' },
      'proxy protocol': { wish: { proxyProtocol: true }, problem: 'use preserveClientIp' },
      'health check': {
        wish: { healthCheck: { path: '/healthz', port: 'http', intervalSeconds: 10, unhealthyThreshold: 3 } },
        service: {
          ports: [
            { name: 'http', port: 80 },
            { name: 'https', port: 443 },
            { port: 53, protocol: 'UDP' },
          ],
        },
        annotations: {
          [port(80, 'protocol')]: 'http',
          [port(443, 'protocol')]: 'http',
          [port(80, 'port')]: 'http',
          [port(443, 'port')]: 'http',
          [`${prefix}load-balancer-health-probe-request-path`]: '/healthz',
          [`${prefix}load-balancer-health-probe-interval`]: '10',
          [`${prefix}load-balancer-health-probe-num-of-probe`]: '3',
        },
      },
      'health check of UDP ports': {
        wish: { healthCheck: { protocol: 'tcp' } },
        service: dns,
        problem: 'TCP ports alone',
      },
      'health check where kube-proxy is asked': {
        wish: { healthCheck: { protocol: 'http' } },
        service: local,
        problem: "'healthCheck.protocol' cannot be had from Azure: with externalTrafficPolicy Local",
      },
      'times where kube-proxy is asked': {
        wish: { healthCheck: { intervalSeconds: 6, healthyThreshold: 2 } },
        service: local,
        annotations: {
          [`${prefix}load-balancer-health-probe-interval`]: '6',
          [`${prefix}load-balancer-health-probe-num-of-probe`]: '2',
        },
      },
      timeout: { wish: { healthCheck: { timeoutSeconds: 6 } }, problem: 'no timeout' },
      'an interval too short': { wish: { healthCheck: { intervalSeconds: 4 } }, problem: '5 is the least' },
      'an interval too long': {
        wish: { healthCheck: { intervalSeconds: 60 } },
        problem: 'take 120, and less than 120',
      },
      'too many checks': { wish: { healthCheck: { unhealthyThreshold: 24 } }, problem: 'take 120, and less than 120' },
      'one check': { wish: { healthCheck: { unhealthyThreshold: 1 } }, problem: '2 is the least' },
      'cross-zone': { wish: { crossZone: true } },
      'not cross-zone': { wish: { crossZone: false }, problem: 'always spread' },
      'a shared address': { wish: { sharingKey: 'edge' }, problem: 'give all of them the same address' },
      'public SCTP': { wish: {}, service: sctp, problem: 'make it internal' },
      'internal SCTP': { wish: { internal: true }, service: sctp, annotations: internal },
    },
  );

  test('two thresholds that differ are both refused', () => {
    const wish = { healthCheck: { healthyThreshold: 2, unhealthyThreshold: 3 } };
    const { problems } = Provider.azure().loadBalancer(wish, { ports: [{ port: 80 }] });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('one threshold for both directions');
  });
});

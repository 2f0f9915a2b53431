import { Provider } from '../../../lib/target/provider';
import { checkPlans } from './plan';

const internal = { 'networking.gke.io/load-balancer-type': 'Internal' };
const names = 'networking.gke.io/load-balancer-ip-addresses';

describe('Google Cloud', () => {
  checkPlans(
    Provider.gcp(),
    {},
    {
      internal: { wish: { internal: true }, annotations: internal },
      'internal subnet': {
        wish: { internal: true, subnets: ['apps'] },
        annotations: { ...internal, 'networking.gke.io/internal-load-balancer-subnet': 'apps' },
      },
      'subnet of a public one': { wish: { subnets: ['apps'] }, problem: 'make it internal' },
      'two subnets': { wish: { internal: true, subnets: ['a', 'b'] }, problem: 'one subnet' },
      'no name of a subnet': {
        wish: { internal: true, subnets: ['Apps'] },
        problem: "'Apps' is not the name of a subnet",
      },
      address: { wish: { address: '203.0.113.5' }, spec: { loadBalancerIP: '203.0.113.5' } },
      'internal address': {
        wish: { internal: true, address: '10.0.0.5' },
        annotations: internal,
        spec: { loadBalancerIP: '10.0.0.5' },
      },
      'IPv6 address': {
        wish: { address: '2001:db8::1' },
        service: { ipFamilies: ['IPv6'] },
        problem: 'reserve 2001:db8::1 and name it in addressIds',
      },
      'two addresses': { wish: { address: ['203.0.113.5', '203.0.113.6'] }, problem: 'one IPv4 address' },
      'named addresses': {
        wish: { addressIds: ['edge-4', 'edge-6'] },
        service: { ipFamilies: ['IPv4', 'IPv6'] },
        annotations: { [names]: 'edge-4,edge-6', 'cloud.google.com/l4-rbs': 'enabled' },
      },
      'more names than families': { wish: { addressIds: ['a', 'b'] }, problem: 'name one a family' },
      'no name of an address': { wish: { addressIds: ['Edge'] }, problem: 'is not the name of a reserved address' },
      'named internal address': { wish: { internal: true, addressIds: ['inside'] }, problem: 'subsetting: true' },
      'proxy protocol': { wish: { proxyProtocol: true }, problem: 'use preserveClientIp' },
      'health check': { wish: { healthCheck: { path: '/healthz' } }, problem: 'readiness probe' },
      'cross-zone': { wish: { crossZone: true } },
      'not cross-zone': { wish: { crossZone: false }, problem: 'regional' },
      'a shared address': { wish: { sharingKey: 'edge' }, problem: 'one Service with more ports' },
      'a class': {
        wish: { address: '203.0.113.5' },
        service: { loadBalancerClass: 'a/b' },
        problem: 'without a class',
      },
    },
  );
});

describe('Google Cloud with GKE subsetting', () => {
  checkPlans(
    Provider.gcp({ subsetting: true }),
    {},
    {
      'named internal address': {
        wish: { internal: true, addressIds: ['inside'] },
        annotations: { ...internal, [names]: 'inside' },
      },
    },
  );
});

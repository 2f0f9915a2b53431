import { Provider } from '../../../lib/target/provider';
import { checkPlans } from './plan';

const addresses = 'metallb.io/loadBalancerIPs';
const pool = 'metallb.io/address-pool';
const bothFamilies = { ipFamilies: ['IPv4', 'IPv6'] } as const;

describe('MetalLB', () => {
  checkPlans(
    Provider.metalLb(),
    {},
    {
      internal: { wish: { internal: true }, problem: 'Provider.metalLb({ internalPool })' },
      address: { wish: { address: '192.0.2.5' }, annotations: { [addresses]: '192.0.2.5' } },
      'an address of each family': {
        wish: { address: ['192.0.2.5', '2001:db8::1'] },
        service: bothFamilies,
        annotations: { [addresses]: '192.0.2.5,2001:db8::1' },
      },
      'an address of one family of two': {
        wish: { address: '192.0.2.5' },
        service: bothFamilies,
        problem: 'IPv4 and IPv6',
      },
      'two addresses of one family': {
        wish: { address: ['192.0.2.5', '192.0.2.6'] },
        problem: 'one address of each family',
      },
      'named addresses': { wish: { addressIds: ['edge'] }, problem: 'give the address' },
      subnets: { wish: { subnets: ['apps'] }, problem: 'Provider.metalLb({ pool })' },
      'proxy protocol': { wish: { proxyProtocol: true }, problem: 'use preserveClientIp' },
      'health check': { wish: { healthCheck: {} }, problem: 'readiness probe' },
      'cross-zone': { wish: { crossZone: true }, problem: 'leave it out' },
      'a shared address': { wish: { sharingKey: 'edge' }, annotations: { 'metallb.io/allow-shared-ip': 'edge' } },
      'a class': { wish: { address: '192.0.2.5' }, service: { loadBalancerClass: 'a/b' }, problem: 'without a class' },
    },
  );
});

describe('MetalLB with pools and a class', () => {
  const provider = Provider.metalLb({
    pool: 'public',
    internalPool: 'inside',
    loadBalancerClass: 'example.com/metallb',
  });
  const baseline = { annotations: { [pool]: 'public' }, spec: { loadBalancerClass: 'example.com/metallb' } };
  checkPlans(provider, baseline, {
    internal: { wish: { internal: true }, annotations: { [pool]: 'inside' } },
    'its class': { wish: {}, service: { loadBalancerClass: 'example.com/metallb' } },
  });

  test.each([
    [{ pool: 'a b' }, "Provider.metalLb: pool is 'a b'"],
    [{ internalPool: 'A' }, "internalPool is 'A'"],
    [{ loadBalancerClass: '/x' }, "loadBalancerClass is '/x'"],
  ])('refuses %j', (props, message) => {
    expect(() => Provider.metalLb(props)).toThrow(message);
  });
});

describe('nobody known', () => {
  const wayOut = 'name it, as in new Target({ provider: Provider.aws() })';
  checkPlans(
    Provider.none(),
    {},
    {
      internal: { wish: { internal: true }, problem: wayOut },
      address: { wish: { address: '192.0.2.5' }, spec: { loadBalancerIP: '192.0.2.5' } },
      'address with a class': {
        wish: { address: '192.0.2.5' },
        service: { loadBalancerClass: 'a/b' },
        spec: { loadBalancerIP: '192.0.2.5' },
      },
      'two addresses': { wish: { address: ['192.0.2.5', '192.0.2.6'] }, problem: 'holds one address' },
      'named addresses': { wish: { addressIds: ['edge'] }, problem: wayOut },
      subnets: { wish: { subnets: ['apps'] }, problem: wayOut },
      'proxy protocol': { wish: { proxyProtocol: true }, problem: wayOut },
      'health check': { wish: { healthCheck: {} }, problem: wayOut },
      'cross-zone': { wish: { crossZone: false }, problem: wayOut },
      'a shared address': { wish: { sharingKey: 'edge' }, problem: wayOut },
    },
  );
});

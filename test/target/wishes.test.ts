import type { LoadBalancerService, LoadBalancerWishes } from '../../lib/target/load-balancer';
import { allProviders } from './providers/all-providers';

const service: LoadBalancerService = { ports: [{ name: 'http', port: 80 }, { port: 443 }] };

const unsound: readonly (readonly [LoadBalancerWishes, string, Partial<LoadBalancerService>?])[] = [
  [{ address: 'shop.example.com' }, "'address' is 'shop.example.com': it must be an IP address"],
  [{ address: '10.0.0.256' }, 'must be an IP address'],
  [{ address: '10.0.0.1,10.0.0.2' }, 'must be an IP address'],
  [{ address: '010.0.0.1' }, 'must not have leading zeros'],
  [{ address: '2001:DB8::1' }, "canonical form, '2001:db8::1'", { ipFamilies: ['IPv6'] }],
  [{ address: '2001:db8::1' }, "'2001:db8::1': the Service has addresses of IPv4 only"],
  [{ address: '10.0.0.1' }, 'addresses of IPv6 only', { ipFamilies: ['IPv6'] }],
  [{ address: [] }, "'address' is an empty list"],
  [{ address: ['10.0.0.1', '10.0.0.1'] }, "'address' names '10.0.0.1' twice"],
  [{ addressIds: [] }, "'addressIds' is an empty list"],
  [{ addressIds: ['a,b'] }, "'addressIds' holds 'a,b'"],
  [{ addressIds: ['a', 'a'] }, "'addressIds' names 'a' twice"],
  [{ address: '10.0.0.1', addressIds: ['a'] }, 'give one of them'],
  [{ subnets: ['a b'] }, "'subnets' holds 'a b'"],
  [{ subnets: ['a:b'] }, "'subnets' holds 'a:b'"],
  [{ subnets: ['a=b'] }, "'subnets' holds 'a=b'"],
  [{ sharingKey: 'a\nb' }, "'sharingKey' holds"],
  [{ sharingKey: '' }, "'sharingKey' holds ''"],
  [{ healthCheck: { path: 'healthz' } }, "a path begins with '/'"],
  [{ healthCheck: { path: '/a b' } }, 'without spaces'],
  [{ healthCheck: { path: '/ü' } }, 'printable ASCII'],
  [{ healthCheck: { path: '/a\n' } }, 'printable ASCII'],
  [{ healthCheck: { path: '/', protocol: 'tcp' } }, "no meaning with protocol 'tcp'"],
  [{ healthCheck: { protocol: 'udp' as 'tcp' } }, "'healthCheck.protocol' is 'udp'"],
  [{ healthCheck: { port: 0 } }, "'healthCheck.port' is 0"],
  [{ healthCheck: { port: 65536 } }, 'from 1 to 65535'],
  [{ healthCheck: { port: 80.5 } }, 'whole number'],
  [{ healthCheck: { port: 'metrics' } }, "'metrics', which the Service does not have: its ports are http"],
  [{ healthCheck: { port: 'http' } }, 'none of its ports has a name', { ports: [{ port: 80 }] }],
  [{ healthCheck: { intervalSeconds: 0 } }, "'healthCheck.intervalSeconds' is 0"],
  [{ healthCheck: { timeoutSeconds: Number.NaN } }, "'healthCheck.timeoutSeconds' is NaN"],
  [{ healthCheck: { healthyThreshold: 1.5 } }, 'a whole number from 1'],
  [{ healthCheck: { unhealthyThreshold: Infinity } }, "'healthCheck.unhealthyThreshold' is Infinity"],
];

describe.each(Object.entries(allProviders))('%s', (_name, provider) => {
  test.each(unsound.map(([wishes, problem, differences = {}]) => [wishes, problem, differences] as const))(
    'refuses %j',
    (wishes, problem, differences) => {
      const plan = provider.loadBalancer(wishes, { ...service, ...differences });
      expect(plan).toEqual({ annotations: {}, spec: {}, problems: [expect.stringContaining(problem)] });
    },
  );

  test('reports every unsound value at once', () => {
    const wishes = { subnets: ['a b'], healthCheck: { path: 'x', port: 0 } };
    expect(provider.loadBalancer(wishes, service).problems).toHaveLength(3);
  });

  test('takes members that are undefined as absent, and looks at no others', () => {
    const wishes = {
      internal: undefined,
      address: undefined,
      healthCheck: undefined,
      crossZone: undefined,
      ports: [{ port: 'http' }],
      mode: 'loadBalancer',
    };
    const classes = { loadBalancerClass: 'example.com/other' };
    expect(provider.loadBalancer(wishes, service)).toEqual(provider.loadBalancer({}, service));
    expect(provider.loadBalancer(wishes, { ...service, ...classes }).problems).toEqual([]);
  });
});

import fc from 'fast-check';
import type { LoadBalancerService, LoadBalancerWishes } from '../../../lib/target/load-balancer';
import { allProviders } from './all-providers';

const service: LoadBalancerService = { ports: [{ name: 'http', port: 80 }] };

/** Mostly sound, so that handlers are reached; sometimes anything at all. */
const texts = (...sound: string[]) =>
  fc.oneof({ arbitrary: fc.string(), weight: 1 }, { arbitrary: fc.constantFrom(...sound), weight: 9 });
const ids = fc.uniqueArray(texts('eipalloc-0a1b2c3d', 'vsw-1', 'eip-1', 'eip-2', 'apps', 'subnet-1'), { maxLength: 3 });
const addresses = texts('10.0.0.5', '10.0.1.5', '2001:db8::1');
const counts = fc.oneof(
  { arbitrary: fc.double(), weight: 1 },
  { arbitrary: fc.integer({ min: 0, max: 130 }), weight: 9 },
);

const wishes: fc.Arbitrary<LoadBalancerWishes> = fc.record(
  {
    internal: fc.boolean(),
    address: fc.oneof(addresses, fc.uniqueArray(addresses, { maxLength: 2 })),
    addressIds: ids,
    subnets: ids,
    proxyProtocol: fc.boolean(),
    healthCheck: fc.record(
      {
        protocol: fc.constantFrom('tcp', 'http', 'https'),
        path: texts('/', '/healthz', '/a?b=c'),
        port: fc.oneof(counts, fc.constantFrom('http', 'metrics')),
        intervalSeconds: counts,
        timeoutSeconds: counts,
        healthyThreshold: counts,
        unhealthyThreshold: counts,
      },
      { requiredKeys: [] },
    ),
    crossZone: fc.boolean(),
    sharingKey: texts('edge'),
  },
  { requiredKeys: [] },
);

const services: fc.Arbitrary<LoadBalancerService> = fc.record(
  {
    ports: fc.array(
      fc.record(
        {
          name: fc.constantFrom('http', 'dns'),
          port: fc.integer({ min: 1, max: 65535 }),
          protocol: fc.constantFrom('TCP', 'UDP', 'SCTP'),
          nodePort: fc.integer({ min: 30000, max: 32767 }),
        },
        { requiredKeys: ['port'] },
      ),
      { maxLength: 3 },
    ),
    ipFamilies: fc.constantFrom(['IPv4'], ['IPv6'], ['IPv4', 'IPv6'], ['IPv6', 'IPv4']),
    externalTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
    allocateNodePorts: fc.boolean(),
    loadBalancerClass: fc.constantFrom('service.k8s.aws/nlb', 'example.com/lb'),
  },
  { requiredKeys: ['ports'] },
);

/** A sound value for every wish, so that each can be wished alone. */
const single: Required<LoadBalancerWishes> = {
  internal: true,
  address: '10.0.0.5',
  addressIds: ['edge'],
  subnets: ['apps'],
  proxyProtocol: true,
  healthCheck: { protocol: 'http', intervalSeconds: 10 },
  crossZone: true,
  sharingKey: 'edge',
};

/** Wishes that need nothing written, since the provider does no other: docs/providers.md says why. */
const alwaysSo: readonly string[] = [
  'Azure crossZone',
  'Google Cloud crossZone',
  'Google Cloud with subsetting crossZone',
];

describe.each(Object.entries(allProviders))('%s', (name, provider) => {
  test('never throws, writes its own keys alone, and never a value that could be read as two', () => {
    fc.assert(
      fc.property(wishes, services, (wished, asked) => {
        const before = JSON.stringify([wished, asked]);
        const plan = provider.loadBalancer(wished, asked);
        expect(JSON.stringify(provider.loadBalancer(wished, asked))).toBe(JSON.stringify(plan));
        expect(JSON.stringify([wished, asked])).toBe(before);
        const written = Object.keys(plan.annotations).map((key) => key.replace(/port_\d+_/, 'port_<port>_'));
        expect(written.filter((key) => !provider.annotationKeys.includes(key))).toEqual([]);
        const values = [...Object.values(plan.annotations), ...Object.values(plan.spec)];
        expect(values.filter((value) => !/^[!-~]+$/.test(value))).toEqual([]);
        expect(plan.problems.filter((problem) => !/^'\w+[^]*: [^]+/.test(problem))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test.each(Object.entries(single))('loses no %s in silence', (wish, value) => {
    const plan = provider.loadBalancer({ [wish]: value }, service);
    const nothing = provider.loadBalancer({}, service);
    const isHeard = plan.problems.length > 0 || JSON.stringify(plan) !== JSON.stringify(nothing);
    expect(isHeard).toBe(!alwaysSo.includes(`${name} ${wish}`));
  });

  test('is immutable', () => {
    expect(Object.isFrozen(provider)).toBe(true);
    expect(Object.isFrozen(provider.annotationKeys)).toBe(true);
    expect(new Set(provider.annotationKeys).size).toBe(provider.annotationKeys.length);
  });
});

import { addressSpan, contains } from '../../kubernetes/address-ranges';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest, quoteList } from '../../kubernetes/wording';
import { loadBalancers } from '../../graph/subjects';
import { annotationOf, nameOf } from '../../graph/set-object';
import { custom } from '../custom-example';
import { service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';
import { askedAddresses, askedPool, isServed, poolsOf, poolWith, type Pool } from './pools';

const pool = (name: string, addresses: string, more = ''): string =>
  custom('metallb.io/v1beta1 IPAddressPool', name, `{ addresses: ['${addresses}']${more} }`, {
    namespace: 'metallb-system',
  }) +
  custom('metallb.io/v1beta1 L2Advertisement', name, `{ ipAddressPools: [${name}] }`, { namespace: 'metallb-system' });
const balancer = (annotations?: string, spec = ''): string =>
  service('app: web', { spec: `type: LoadBalancer${spec}`, ...(annotations === undefined ? {} : { annotations }) });
const home = pool('home', '192.168.1.240-192.168.1.250');
const byHand = pool('home', '192.168.1.240/28', ', autoAssign: false');
const asks = (address: string): string => `metallb.io/loadBalancerIPs: ${address}`;
const ips = 'metadata.annotations[metallb.io/loadBalancerIPs]';

export const metalLbAddress = defineRule({
  id: 'metallb/address',
  class: 'broken',
  on: ['Service'],
  among: loadBalancers,
  summary: 'A Service asks MetalLB for an address that one of its pools has and gives.',
  why: 'MetalLB gives addresses of its pools alone, those of `autoAssign: false` only to who asks for them, and those of a pool with namespaces to these. Otherwise the Service stays <pending>.',
  fix: 'Ask for an address of a pool, name the pool by `metallb.io/address-pool`, or let a pool assign by itself.',
  symptoms: [
    'pending',
    '<pending> under EXTERNAL-IP',
    'AllocationFailed',
    'is not allowed in config',
    'no available IPs',
    'unknown pool',
  ],
  references: ['https://metallb.io/usage/'],
  good: [
    { title: 'any', manifests: home + balancer() },
    { title: 'one of the pool', manifests: home + balancer(asks('192.168.1.241')) },
    { title: 'of a pool that is named', manifests: byHand + balancer('metallb.io/address-pool: home') },
    { title: 'of a pool that gives when asked', manifests: byHand + balancer(asks('192.168.1.241')) },
    { title: 'pools are elsewhere', manifests: balancer(asks('192.168.1.241')) },
    {
      title: 'somebody else serves it',
      manifests: home + balancer(undefined, '\n  loadBalancerClass: example.com/edge\n  loadBalancerIP: 10.0.0.1'),
    },
  ],
  bad: [
    { title: 'outside of all pools', manifests: home + balancer(asks('192.168.1.251')), finds: [ips] },
    {
      title: 'by the field',
      manifests: home + balancer(undefined, '\n  loadBalancerIP: 10.0.0.1'),
      finds: ['spec.loadBalancerIP'],
    },
    {
      title: 'a pool that is not there',
      manifests: home + balancer('metallb.io/address-pool: hom'),
      finds: ['metadata.annotations[metallb.io/address-pool]'],
    },
    {
      title: 'of another pool than is named',
      manifests: home + pool('lab', '10.0.0.0/24') + balancer(`${asks('192.168.1.241')}, metallb.io/address-pool: lab`),
      finds: [ips],
    },
    { title: 'pools that give nothing unasked', manifests: byHand + balancer(), finds: ['spec.type'] },
    {
      title: 'a pool of other namespaces',
      manifests:
        pool('home', '192.168.1.240/28', ', serviceAllocation: { namespaces: [shop] }') +
        balancer(asks('192.168.1.241')),
      finds: [ips],
    },
    {
      title: 'two ways at once',
      manifests: home + balancer(asks('192.168.1.241'), '\n  loadBalancerIP: 192.168.1.241'),
      finds: ['spec.loadBalancerIP'],
    },
  ],
  *check(service, { graph }) {
    if (!isServed(service, graph)) return;
    const [pools, named, addresses] = [poolsOf(graph), askedPool(service), askedAddresses(service)];
    const pool = named && pools.find(({ name }) => name === named.name);
    if (named !== undefined && pool === undefined) yield unknownPool(named.name, named.field, pools);
    const both = addresses.find(({ field }) => field === 'spec.loadBalancerIP');
    if (
      both !== undefined &&
      ['metallb.io', 'metallb.universe.tf'].some((key) => annotationOf(service, `${key}/loadBalancerIPs`) !== undefined)
    ) {
      yield {
        field: both.field,
        message: 'MetalLB refuses a Service that has `loadBalancerIP` and its annotation `loadBalancerIPs` at once',
      };
      return;
    }
    for (const { range, field } of addresses) {
      const span = addressSpan(range);
      const owner = poolWith(graph, range);
      if (owner === undefined) yield { field, message: `${range} is in no pool: ${pools.map(print).join(', ')}` };
      else if (pool !== undefined && span !== undefined && !pool.spans.some((one) => contains(one, span)))
        yield { field, message: `${range} is in pool '${owner.name}', and the pool that is named is ${print(pool)}` };
      else if (owner.namespaces.length > 0 && !owner.namespaces.includes(service.namespace))
        // Whoever delivers the set may choose the namespace.
        yield {
          ...closed(owner, service.namespace),
          field,
          severity: service.ref.namespace === undefined ? 'warning' : 'error',
        };
    }
    if (named === undefined && addresses.length === 0 && pools.every(({ assigns }) => !assigns)) {
      yield {
        field: 'spec.type',
        message: `the Service asks for no pool and no address, and ${quoteList(pools.map(({ name }) => name))} give none unasked (autoAssign: false)`,
        related: pools.slice(0, 1).map(({ object }) => ({ object, field: 'spec.autoAssign' })),
      };
    }
  },
});

function unknownPool(name: string, field: string, pools: readonly Pool[]): Problem {
  const names = pools.map((one) => one.name);
  const near = nearest(name, names);
  return {
    field,
    message: `there is no IPAddressPool '${name}'; there are ${quoteList(names)}`,
    ...(near === undefined || !isMisspelling(name, near)
      ? { severity: 'warning' }
      : { edits: [{ set: field, value: near }] }),
  };
}

function closed({ object, namespaces }: Pool, namespace: string): Omit<Problem, 'field'> {
  return {
    message: `${nameOf(object)} serves namespace ${quoteList(namespaces)}, not '${namespace}'`,
    related: [{ object, field: 'spec.serviceAllocation.namespaces' }],
  };
}

function print({ name, addresses }: Pool): string {
  return `'${name}' (${addresses.slice(0, 4).join(', ')})`;
}

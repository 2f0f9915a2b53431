import { loadBalancers } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import { fixedAddressesOf, isInternal } from '../../graph/ways-in/service-ways';
import { endpointIpProblems, parseIp } from '../../kubernetes/addresses';
import { addressSpan, contains, isPrivate } from '../../kubernetes/address-ranges';
import type { Service } from '../../kubernetes/api';
import { Provider } from '../../target/provider';
import { internalBy } from '../../target/load-balancer-reach';
import { service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';

const balancer = (address: string, annotations?: string, spec = ''): string =>
  service('app: web', {
    spec: `type: LoadBalancer\n  loadBalancerIP: "${address}"${spec}`,
    ...(annotations === undefined ? {} : { annotations }),
  });
const finds = ['spec.loadBalancerIP'];
const azure = { provider: Provider.azure() };

export const loadBalancerAddress = defineRule({
  id: 'service/load-balancer-address',
  class: 'broken',
  on: ['Service'],
  among: loadBalancers,
  summary: 'The fixed address of a load balancer is one that traffic can be routed to.',
  why: 'Nobody can send traffic to an unspecified, loopback, link-local or multicast address; an address of another family or network than the load balancer has is not given, and the Service stays pending.',
  fix: 'Name an address that the provider has reserved for the cluster, of a family of the Service, or leave it out.',
  symptoms: ['pending', '<pending> under EXTERNAL-IP', 'SyncLoadBalancerFailed', 'no route to host'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer'],
  good: [
    { manifests: balancer('203.0.113.10') },
    { title: "a private one, on a cluster of one's own", manifests: balancer('192.168.1.40') },
    {
      title: 'a private one of an internal load balancer',
      manifests: balancer('10.0.0.9', 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"'),
      target: azure,
    },
  ],
  bad: [
    { title: 'every address', manifests: balancer('0.0.0.0'), finds },
    { title: 'loopback', manifests: balancer('127.0.0.1'), finds },
    { title: 'link-local', manifests: balancer('169.254.10.1'), finds },
    { title: 'multicast', manifests: balancer('239.1.2.3'), finds },
    { title: 'another family', manifests: balancer('2001:db8::10', undefined, '\n  ipFamilies: [IPv4]'), finds },
    { title: 'no address', manifests: balancer('shop.example.com'), finds },
    { title: 'a private address on the internet', manifests: balancer('10.0.0.9'), target: azure, finds },
    {
      title: 'a public address of an internal load balancer',
      manifests: balancer('203.0.113.10', 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"'),
      finds,
    },
  ],
  *check(service, { graph }) {
    if (service.body.spec?.type !== 'LoadBalancer') return;
    for (const { range, field } of fixedAddressesOf(service)) {
      const text = textOf(range, service, graph);
      if (text !== undefined) yield { field, ...text };
    }
  },
});

const multicast = ['224.0.0.0/4', '240.0.0.0/4', 'ff00::/8'].flatMap((text) => addressSpan(text) ?? []);

type Found = Omit<Problem, 'field'>;

function textOf(text: string, service: SetObject<Service>, graph: Graph): Found | undefined {
  const address = parseIp(text);
  const span = addressSpan(text);
  if (address === undefined || span === undefined) {
    // Annotations of some providers hold names of addresses.
    return service.body.spec?.loadBalancerIP === text ? { message: `'${text}' is no address` } : undefined;
  }
  const [special] = endpointIpProblems(text);
  if (special !== undefined) return { message: `nobody can route to ${text}: it ${special}` };
  if (multicast.some((one) => contains(one, span))) {
    return { message: `nobody can route to ${text}: it is a multicast or reserved address` };
  }
  const families = service.body.spec?.ipFamilies ?? [];
  if (families.length > 0 && !families.includes(address.family)) {
    return { message: `${text} is an ${address.family} address, and the Service is of ${families.join(' and ')}` };
  }
  return networkProblem(text, service, graph);
}

/** Clouds whose load balancers are on the internet unless they are told otherwise, and then have addresses of their networks alone. */
const publicClouds = [Provider.azure().name, Provider.gcp().name];

function networkProblem(text: string, service: SetObject<Service>, { target }: Graph): Found | undefined {
  const internal = internalBy(service.annotations, service.body.spec?.loadBalancerClass);
  if (internal !== undefined && !isPrivate(text) && parseIp(text)?.family === 'IPv4') {
    const related = [{ object: service, field: internal.field }];
    return { message: `${text} is an address of the internet, and the load balancer is internal`, related };
  }
  if (!isPrivate(text) || isInternal({ ...service, body: {} }) || !publicClouds.includes(target.provider.name))
    return undefined;
  return { message: `${text} is a private address, and ${target.provider.name} makes a load balancer on the internet` };
}

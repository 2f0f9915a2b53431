import type { Severity } from '../../findings/finding';
import type { Graph } from '../../graph/graph';
import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import { fixedAddressesOf } from '../../graph/ways-in/service-ways';
import { parseIp, printIp } from '../../kubernetes/addresses';
import type { Service } from '../../kubernetes/api';
import { service } from '../example-manifests';
import { defineRule } from '../rule';

const balancer = (name: string, port: string, annotations?: string): string =>
  service(`app: ${name}`, {
    ...{ name, port, spec: 'type: LoadBalancer\n  loadBalancerIP: 192.0.2.10' },
    ...(annotations === undefined ? {} : { annotations }),
  });
const fixed = (name: string, spec: string): string => service(`app: ${name}`, { name, spec });

export const addressTaken = defineRule({
  id: 'service/address-taken',
  class: 'broken',
  on: ['set'],
  summary: 'An address and port belongs to one Service.',
  why: 'The API server refuses a cluster IP that is taken, and whoever makes load balancers leaves the second Service pending; of two external IPs with one port the second is not served.',
  fix: 'Leave the address out, take another, or take another port; where the provider lets Services share an address, tell it so by its annotation.',
  symptoms: [
    'pending',
    '<pending> under EXTERNAL-IP',
    'provided IP is already allocated',
    "can't change sharing key",
    'AllocationFailed',
  ],
  references: ['https://metallb.io/usage/#ip-address-sharing'],
  good: [
    {
      title: 'addresses of their own',
      manifests: fixed('a', 'clusterIP: 10.96.0.50') + fixed('b', 'clusterIP: 10.96.0.51'),
    },
    { title: 'headless', manifests: fixed('a', 'clusterIP: None') + fixed('b', 'clusterIP: None') },
    {
      title: 'one address, shared by ports',
      manifests:
        balancer('a', 'port: 80', 'metallb.io/allow-shared-ip: web') +
        balancer('b', 'port: 443', 'metallb.io/allow-shared-ip: web'),
    },
    {
      title: 'one external IP, and different ports',
      manifests:
        service('app: a', { name: 'a', port: 'port: 80', spec: 'externalIPs: [192.0.2.20]' }) +
        service('app: b', { name: 'b', port: 'port: 443', spec: 'externalIPs: [192.0.2.20]' }),
    },
  ],
  bad: [
    {
      title: 'a cluster IP',
      manifests: fixed('a', 'clusterIP: 10.96.0.50') + fixed('b', 'clusterIP: 10.96.0.50'),
      finds: ['spec.clusterIP'],
    },
    {
      title: 'a load balancer and its port',
      manifests: balancer('a', 'port: 80') + balancer('b', 'port: 80'),
      finds: ['spec.loadBalancerIP'],
    },
    {
      title: 'a load balancer whose address nobody said may be shared',
      manifests: balancer('a', 'port: 80') + balancer('b', 'port: 443'),
      finds: ['spec.loadBalancerIP'],
    },
    {
      title: 'an external IP and its port',
      manifests: fixed('a', 'externalIPs: [192.0.2.20]') + fixed('b', 'externalIPs: [192.0.2.20]'),
      finds: ['spec.externalIPs[0]'],
    },
  ],
  *check(graph) {
    const owners = new Map<string, Claim>();
    for (const object of graph.ofKind('Service')) {
      for (const claim of claimsOf(object)) {
        const owner = owners.get(claim.key);
        if (owner === undefined) owners.set(claim.key, claim);
        else if (owner.object.name !== object.name || owner.object.namespace !== object.namespace) {
          const clash = clashOf(owner, claim, graph);
          if (clash === undefined) continue;
          yield {
            ...{ object, field: claim.field, severity: clash.severity },
            message: `${claim.what} belongs to ${nameOf(owner.object)} already${clash.text}`,
            related: [{ object: owner.object, field: owner.field }],
          };
          // The address says it all: its ports need not be told.
          if (claim.kind !== 'external') break;
        }
      }
    }
  },
});

interface Claim {
  readonly kind: 'cluster' | 'balancer' | 'external';
  /** What two claims must have in common to collide. */
  readonly key: string;
  readonly object: SetObject<Service>;
  readonly field: string;
  readonly what: string;
}

function claimsOf(object: SetObject<Service>): readonly Claim[] {
  const { type, clusterIP, externalIPs } = object.body.spec ?? {};
  const claims: Claim[] = [];
  if (type !== 'ExternalName' && clusterIP != null && parseIp(clusterIP) !== undefined) {
    const key = `cluster ${canonical(clusterIP)}`;
    claims.push({ kind: 'cluster', key, object, field: 'spec.clusterIP', what: `cluster IP ${clusterIP}` });
  }
  if (type === 'LoadBalancer') {
    for (const { range, field } of fixedAddressesOf(object)) {
      if (parseIp(range) === undefined) continue;
      const key = `balancer ${canonical(range)}`;
      claims.push({ kind: 'balancer', key, object, field, what: `address ${range}` });
    }
  }
  for (const [index, ip] of (externalIPs ?? []).entries()) {
    for (const { number, protocol } of servicePorts(object)) {
      const key = `external ${canonical(ip ?? '')} ${number}/${protocol}`;
      const what = `port ${number}/${protocol} of external IP ${ip ?? ''}`;
      claims.push({ kind: 'external', key, object, field: `spec.externalIPs[${index}]`, what });
    }
  }
  return claims;
}

function canonical(address: string): string {
  const parsed = parseIp(address);
  return parsed === undefined ? address : printIp(parsed);
}

/** Annotations by which Services share an address, as MetalLB, Cilium and PureLB read them. */
const sharing = /(?:^|\/)(?:allow-shared-ip|sharing-key|lb-ipam-sharing-key)$/;

function clashOf(
  owner: Claim,
  claim: Claim,
  { target }: Graph,
): { readonly text: string; readonly severity: Severity } | undefined {
  if (claim.kind !== 'balancer') return { text: '', severity: 'error' };
  const ports = servicePorts(owner.object).map(({ number, protocol }) => `${number}/${protocol}`);
  const both = servicePorts(claim.object).find(({ number, protocol }) => ports.includes(`${number}/${protocol}`));
  if (both !== undefined) return { text: `, and its port ${both.number}/${both.protocol} too`, severity: 'error' };
  if (Object.keys(claim.object.annotations).some((key) => sharing.test(key))) return undefined;
  // Some providers let Services share an address by their ports without being told.
  const severity = target.provider.name.includes('MetalLB') ? 'error' : 'warning';
  return { text: '; the ports differ, and most providers have to be told that it may be shared', severity };
}

import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import { fixedAddressesOf } from '../../graph/ways-in/service-ways';
import type { Service } from '../../kubernetes/api';
import { service } from '../example-manifests';
import { defineRule } from '../rule';

const key = 'external-dns.alpha.kubernetes.io/hostname';
const balancer = (name: string, more = ''): string =>
  service(`app: ${name}`, { name, annotations: `${key}: shop.example.com${more}`, spec: 'type: LoadBalancer' });
const field = `metadata.annotations[${key}]`;

export const dnsName = defineRule({
  id: 'service/dns-name',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'A name in the DNS is asked for by one Service.',
  why: 'external-dns writes the addresses of both Services under one name, so that clients come to one or the other by chance; or it changes the record back and forth.',
  fix: 'Give each Service its own name; Services that share one address, or a `set-identifier` for weights, may share a name.',
  symptoms: ['wrong application answers', 'connection refused now and then', 'DNS record changes back and forth'],
  references: ['https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/'],
  good: [
    { title: 'two names', manifests: balancer('a') + balancer('b').replace('shop.', 'blog.') },
    {
      title: 'one address, shared',
      manifests:
        balancer('a', ', metallb.io/allow-shared-ip: dns') + balancer('b', ', metallb.io/allow-shared-ip: dns'),
    },
    {
      title: 'weights',
      manifests: ['a', 'b']
        .map((name) => balancer(name, `, external-dns.alpha.kubernetes.io/set-identifier: ${name}`))
        .join(''),
    },
  ],
  bad: [{ title: 'one name for two', manifests: balancer('a') + balancer('b'), finds: [field] }],
  *check(graph) {
    const owners = new Map<string, SetObject<Service>>();
    for (const object of graph.ofKind('Service')) {
      if (annotationOf(object, 'external-dns.alpha.kubernetes.io/set-identifier') !== undefined) continue;
      for (const name of namesOf(object)) {
        const owner = owners.get(name) ?? object;
        owners.set(name, owner);
        if (owner === object || isSame(owner, object) || sharesAddress(owner, object)) continue;
        yield {
          ...{ object, field },
          message: `${nameOf(owner)} asks for the name '${name}' too`,
          related: [{ object: owner, field }],
        };
      }
    }
  },
});

function namesOf(service: SetObject<Service>): readonly string[] {
  const names = (annotationOf(service, key) ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase().replace(/\.$/, ''));
  return names.filter((name) => name !== '');
}

/** One object, written twice. */
function isSame(one: SetObject<Service>, other: SetObject<Service>): boolean {
  return one.name === other.name && one.namespace === other.namespace;
}

/** By a key of whoever lets Services share, by one fixed address, or because both lead to every node. */
function sharesAddress(one: SetObject<Service>, other: SetObject<Service>): boolean {
  const sharing = (object: SetObject<Service>): string | undefined =>
    Object.keys(object.annotations).find((name) =>
      /(?:^|\/)(?:allow-shared-ip|sharing-key|lb-ipam-sharing-key)$/.test(name),
    );
  const [a, b] = [fixedAddressesOf(one), fixedAddressesOf(other)].map((list) => list.map(({ range }) => range).join());
  const nodes = [one, other].every(({ body }) => body.spec?.type !== 'LoadBalancer');
  return nodes || (a !== '' && a === b) || (sharing(one) !== undefined && sharing(other) !== undefined);
}

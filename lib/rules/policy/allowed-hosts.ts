import type { RuleParameters } from '../parameters';
import { annotationOf, type SetObject } from '../../graph/set-object';
import { quoteList } from '../../kubernetes/wording';
import { ingress, service } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { allowedIn } from './by-namespace';
import { isAllowedHost } from './hosts';

/** https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/ */
const dnsNames = ['external-dns.alpha.kubernetes.io/hostname', 'external-dns.kubernetes.io/hostname'];

const parameters = {
  allowedHosts: { shop: ['shop.example.com', '*.shop.example.com'], 'team-*': ['*.teams.example.com'] },
};
const inShop = { namespace: 'shop' };

export const policyAllowedHosts = defineRule({
  id: 'policy/allowed-hosts',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'A namespace uses the hosts that the policy gives it.',
  why: 'Whoever claims a host of another team takes its traffic: which of two Ingresses a controller follows depends on age and order alone.',
  fix: 'Use a host of the namespace, or have the policy give it this one (parameters.allowedHosts).',
  symptoms: ['another team answers on our domain', 'subdomain takeover'],
  references: ['https://github.com/kubernetes/kubernetes/issues/82515'],
  good: [
    {
      manifests:
        ingress('shop.example.com', '', inShop) + ingress('a.b.shop.example.com', '', { ...inShop, name: 'b' }),
      parameters,
    },
    { title: 'a wildcard inside of what is allowed', manifests: ingress('*.shop.example.com', '', inShop), parameters },
    {
      title: 'a namespace of which nothing is said',
      manifests: ingress('blog.example.org', '', { namespace: 'blog' }),
      parameters,
    },
    { title: 'no policy', manifests: ingress('anything.example.org') },
  ],
  bad: [
    { manifests: ingress('blog.example.com', '', inShop), parameters, finds: ['spec.rules[0].host'] },
    {
      title: 'a wildcard beyond',
      manifests: ingress('*.example.com', '', inShop),
      parameters,
      finds: ['spec.rules[0].host'],
    },
    { title: 'every host', manifests: ingress('', '', inShop), parameters, finds: ['spec.rules[0]'] },
    {
      title: 'the host of another namespace',
      manifests: ingress('pay.shop.example.com', '', { namespace: 'blog' }),
      parameters,
      finds: ['spec.rules[0].host'],
    },
    {
      title: 'a glob of namespaces',
      manifests: ingress('shop.example.com', '', { namespace: 'team-a' }),
      parameters,
      finds: ['spec.rules[0].host'],
    },
    {
      title: 'a name in the DNS',
      manifests: service('type: LoadBalancer', {
        ...inShop,
        annotations: 'external-dns.alpha.kubernetes.io/hostname: "shop.example.com, blog.example.com"',
      }),
      parameters,
      finds: ['metadata.annotations[external-dns.alpha.kubernetes.io/hostname]'],
    },
  ],
  *check(graph, { parameters: { allowedHosts } }) {
    if (allowedHosts === undefined) return;
    const told = new Map<object, Set<string>>();
    for (const { object, field, host } of [...hostsOfRoutes(graph.routes), ...graph.objects.flatMap(dnsHosts)]) {
      const fields = told.get(object) ?? new Set();
      told.set(object, fields);
      const message = fields.has(`${field} ${host}`) ? undefined : problemOf(host, object.namespace, allowedHosts);
      fields.add(`${field} ${host}`);
      if (message !== undefined) yield { object, field, message };
    }
  },
});

interface NamedHost {
  readonly object: SetObject;
  readonly field: string;
  readonly host: string;
}

function hostsOfRoutes(
  routes: readonly { from: SetObject; hostField: string; host: string; protocol: string }[],
): readonly NamedHost[] {
  // Nothing tells hosts apart where neither HTTP nor TLS is spoken.
  const named = routes.filter(({ protocol }) => protocol === 'http' || protocol === 'tls');
  return named.map(({ from, hostField, host }) => ({ object: from, field: hostField, host }));
}

function dnsHosts(object: SetObject): readonly NamedHost[] {
  return dnsNames.flatMap((key) => {
    const hosts = (annotationOf(object, key) ?? '').split(',').map((host) => host.trim().replace(/\.$/, ''));
    return hosts.filter((host) => host !== '').map((host) => ({ object, field: `metadata.annotations[${key}]`, host }));
  });
}

function problemOf(
  host: string,
  namespace: string,
  allowedHosts: NonNullable<RuleParameters['allowedHosts']>,
): string | undefined {
  const allowed = allowedIn(allowedHosts, namespace);
  const shown = host === '' ? 'every host' : `the host '${host}'`;
  if (allowed !== undefined) {
    if (isAllowedHost(host, allowed)) return undefined;
    return `namespace '${namespace}' claims ${shown}; the policy allows it ${quoteList(allowed)}`;
  }
  const owner = Object.entries(allowedHosts).find(([, hosts]) => host !== '' && isAllowedHost(host, hosts));
  return owner && `namespace '${namespace}' claims ${shown}, which the policy gives to '${owner[0]}' alone`;
}

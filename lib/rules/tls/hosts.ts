import { hostCovers } from '../../graph/routes/overlap';
import { tlsEntries, type TlsEntry } from '../../graph/tls-entries';
import { oncePerGraph } from '../../graph/once';
import { isMisspelling } from '../../kubernetes/misspelling';
import { quoteList } from '../../kubernetes/wording';
import { ingress, pathTo, ruleOf, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const tls = (...hosts: readonly string[]): string =>
  `{ hosts: [${hosts.map((host) => `'${host}'`).join(', ')}], secretName: shop-tls }`;

export const tlsHosts = defineRule({
  id: 'tls/hosts',
  class: 'broken',
  on: ['Ingress'],
  summary: 'The hosts under `tls` and those of the rules are the same.',
  why: "A certificate is shown for hosts under `tls` alone: other hosts of the rules get the controller's own, or no TLS. A host under `tls` without a rule is nowhere. A wildcard stands for one label.",
  fix: 'List under `tls` the hosts of the rules, letter by letter.',
  symptoms: ['fake certificate', 'TRAEFIK DEFAULT CERT', 'certificate not valid'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  good: [
    { title: 'the same', manifests: web + ingress({ tls: tls('shop.example.com') }) },
    { title: 'a wildcard for one label', manifests: web + ingress({ tls: tls('*.example.com') }) },
    {
      title: 'one entry for each host',
      manifests:
        web +
        ingress({
          tls: `${tls('a.example.com')}, ${tls('b.example.com')}`,
          rules: ['a', 'b'].map((name) => ruleOf(`${name}.example.com`, pathTo('web'))).join(', '),
        }),
    },
    {
      title: 'the rule is in another Ingress',
      manifests:
        web +
        ingress({ tls: tls('shop.example.com', 'www.example.com') }) +
        ingress({ name: 'www', host: 'www.example.com' }),
    },
  ],
  bad: [
    {
      title: 'two names',
      manifests: web + ingress({ host: 'www.example.com', tls: tls('shop.example.com') }),
      finds: ['spec.tls[0].hosts[0]', 'spec.rules[0].host'],
    },
    {
      title: 'two labels under a wildcard',
      manifests: web + ingress({ host: 'a.b.example.com', tls: tls('*.example.com') }),
      finds: ['spec.tls[0].hosts[0]', 'spec.rules[0].host'],
    },
    {
      title: 'a host without a rule',
      manifests: web + ingress({ tls: tls('shop.example.com', 'www.example.com') }),
      finds: ['spec.tls[0].hosts[1]'],
    },
    {
      title: 'a default backend alone',
      manifests:
        web +
        ingress({
          tls: tls('shop.example.com'),
          spec: 'defaultBackend: { service: { name: web, port: { number: 80 } } }',
        }).replace(/\n {2}rules:.*/, ''),
      finds: ['spec.tls[0].hosts[0]'],
    },
  ],
  *check(ingress, { graph }) {
    const entries = tlsEntries(ingress);
    const named = entries.flatMap(({ hosts }) => hosts);
    if (named.length === 0) return;
    const rules = (ingress.body.spec?.rules ?? []).map((rule) => rule?.host ?? '');
    if (rules.every((host) => named.includes(host)) && named.every((host) => rules.includes(host))) return;
    yield* ruleHosts(rules, named, entries);
    if (rules.includes('')) return;
    yield* hostsWithoutRule(entries, rules, servedHosts(graph));
  },
});

/** Whether a rule of any Ingress leads the host, or some host of a wildcard: the certificate of one serves the others of its class. */
const servedHosts = oncePerGraph((graph): ((host: string) => boolean) => {
  const hosts = graph.ofKind('Ingress').flatMap(({ body }) => (body.spec?.rules ?? []).map((rule) => rule?.host ?? ''));
  const named = new Set(hosts.filter((host) => host !== ''));
  const over = new Set([...named].map(wildcardOver));
  return (host) => named.has(host) || over.has(host) || named.has(wildcardOver(host));
});

function wildcardOver(host: string): string {
  return `*${host.slice(host.indexOf('.'))}`;
}

function* ruleHosts(
  rules: readonly string[],
  named: readonly string[],
  entries: readonly TlsEntry[],
): Iterable<Problem> {
  // An entry without hosts is for all of them.
  if (entries.some(({ hosts, secretName }) => hosts.length === 0 && secretName !== '')) return;
  for (const [index, host] of rules.entries()) {
    if (host === '' || named.some((one) => hostCovers(one, host))) continue;
    const deep = named.find((one) => one.startsWith('*.') && host.endsWith(one.slice(1)));
    const near = deep ?? named.find((one) => isMisspelling(host, one));
    const hint = deep === undefined ? '' : `: '${deep}' stands for one label`;
    yield {
      field: `spec.rules[${index}].host`,
      message: `no entry of tls names '${host}'${hint}; they name ${quoteList(named)}`,
      // A host that is served without TLS beside others with it may be meant so.
      ...(near === undefined && rules.some((one) => named.includes(one)) ? { severity: 'warning' } : {}),
    };
  }
}

function* hostsWithoutRule(
  entries: readonly TlsEntry[],
  rules: readonly string[],
  isServed: (host: string) => boolean,
): Iterable<Problem> {
  for (const { hosts, field } of entries) {
    for (const [index, host] of hosts.entries()) {
      if (host === '' || isServed(host)) continue;
      const has = rules.length === 0 ? 'there are none' : `they name ${quoteList(rules)}`;
      // Names of a certificate beside those that are led may be led by somebody else.
      const beside = rules.some((one) => hosts.includes(one)) && !rules.some((one) => isMisspelling(host, one));
      yield {
        field: `${field}.hosts[${index}]`,
        message: `no rule leads '${host}': ${has}`,
        ...(beside ? { severity: 'warning' } : {}),
      };
    }
  }
}

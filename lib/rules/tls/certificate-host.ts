import { besides, ingresses } from '../../graph/subjects';
import { hostCovers } from '../../graph/routes/overlap';
import { pathsOf } from '../../graph/routes/regex-hosts';
import type { Graph } from '../../graph/graph';
import { certificateFor } from '../../graph/secret-makers';
import { nameOf, type SetObject } from '../../graph/set-object';
import { tlsEntries } from '../../graph/tls-entries';
import { quoteList } from '../../kubernetes/wording';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { defineRule } from '../rule';
import { certificateOf, namesOf } from './certificate';
import { bad, good } from './certificate-host.examples';

export const certificateHost = defineRule({
  id: 'tls/certificate-host',
  class: 'broken',
  on: ['Ingress'],
  among: besides(['Secret', 'cert-manager.io Certificate'], ingresses),
  summary: 'A certificate is for the hosts that it is shown for.',
  why: 'Browsers refuse a certificate of another name; ingress-nginx and Traefik do not even show it, and answer with one of their own. A wildcard stands for one label.',
  fix: 'Have the certificate made for the hosts, or name the Secret of another one.',
  symptoms: [
    'fake certificate',
    'certificate not valid',
    'ERR_CERT_COMMON_NAME_INVALID',
    'x509: certificate is valid for',
  ],
  references: ['https://www.rfc-editor.org/rfc/rfc6125'],
  good,
  bad,
  *check(ingress, { graph }) {
    for (const { hosts, secretName, field } of tlsEntries(ingress)) {
      const known = secretName === '' ? undefined : namesIn(graph, ingress.namespace, secretName);
      if (known === undefined || known.names.length === 0) continue;
      const { names, from } = known;
      const asked = hosts.length > 0 ? hosts : [...new Set(pathsOf(ingress).map(({ host }) => host))];
      for (const [index, host] of asked.entries()) {
        if (host === '' || names.some((name) => hostCovers(name.toLowerCase(), host.toLowerCase()))) continue;
        yield {
          field: hosts.length > 0 ? `${field}.hosts[${index}]` : `${field}.secretName`,
          message: `the certificate of Secret '${secretName}' is for ${quoteList(names)}, not for '${host}'`,
          related: [{ object: from, field: from.kind === 'Secret' ? 'data[tls.crt]' : 'spec.dnsNames' }],
          fix: `Add '${host}' to the names of ${nameOf(from)}, or name another Secret.`,
        };
      }
    }
  },
});

/** The names of the certificate in a Secret of the set, or of the Certificate that makes it. */
export function namesIn(
  graph: Graph,
  namespace: string,
  secretName: string,
): { readonly names: readonly string[]; readonly from: SetObject<object> } | undefined {
  const secret = graph.find('Secret', namespace, secretName);
  if (secret !== undefined) {
    const certificate = certificateOf(secret);
    return certificate === undefined ? undefined : { names: namesOf(certificate), from: secret };
  }
  const made = certificateFor(graph, namespace, secretName);
  if (made === undefined) return undefined;
  const dnsNames = itemsOf(valueAt(made.body, 'spec', 'dnsNames')).map(textOf);
  return {
    names: [...dnsNames, textOf(valueAt(made.body, 'spec', 'commonName'))].filter((name) => name !== ''),
    from: made,
  };
}

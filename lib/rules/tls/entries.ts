import {
  contourAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  ingressNginxAnnotations,
  nginxAnnotations,
  traefikAnnotations,
} from '../../controllers/annotations';
import { flagOf } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import { issuerOf } from '../../graph/secret-makers';
import { annotationOf, type SetObject } from '../../graph/set-object';
import { tlsEntries, type TlsEntry } from '../../graph/tls-entries';
import type { Ingress } from '../../kubernetes/api';
import { ingress, pathTo, ruleOf, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const hosts = '{ hosts: [shop.example.com] }';

export const tlsEntriesRule = defineRule({
  id: 'tls/entries',
  class: 'broken',
  on: ['Ingress'],
  summary: 'Every entry of `tls` names hosts and the Secret of their certificate, together.',
  why: "A hyphen too many makes two entries of one: hosts without a certificate get the controller's own, and a certificate without hosts is for every host of the class, or for none. Of two certificates for one host one is shown, and nobody says which.",
  fix: 'Write `- hosts: [...]` and `secretName` below it, in one entry, each host once.',
  symptoms: ['fake certificate', 'TRAEFIK DEFAULT CERT', 'certificate not valid'],
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressSpec'],
  good: [
    { title: 'both', manifests: web + ingress({ tls: '{ hosts: [shop.example.com], secretName: shop-tls }' }) },
    {
      title: 'one Secret for two hosts',
      manifests:
        web +
        ingress({
          tls: ['a', 'b'].map((name) => `{ hosts: [${name}.example.com], secretName: shop-tls }`).join(', '),
          rules: ['a', 'b'].map((name) => ruleOf(`${name}.example.com`, pathTo('web'))).join(', '),
        }),
    },
    { title: 'a certificate of the cloud', manifests: web + ingress({ className: 'alb', tls: hosts }) },
    { title: 'a name of Tailscale', manifests: web + ingress({ className: 'tailscale', tls: '{ hosts: [shop] }' }) },
    {
      title: 'Traefik asks for one by itself',
      manifests:
        web +
        ingress({
          className: 'traefik',
          tls: hosts,
          annotations: ['traefik.ingress.kubernetes.io/router.tls.certresolver: le'],
        }),
    },
  ],
  bad: [
    {
      title: 'one entry in two',
      manifests: web + ingress({ tls: `${hosts}, { secretName: shop-tls }` }),
      finds: ['spec.tls[1]'],
    },
    { title: 'no Secret', manifests: web + ingress({ tls: hosts }), finds: ['spec.tls[0].secretName'] },
    {
      title: 'cert-manager needs the name',
      manifests: web + ingress({ tls: hosts, annotations: ['cert-manager.io/issuer: ca'] }),
      finds: ['spec.tls[0].secretName'],
    },
    { title: 'no hosts', manifests: web + ingress({ tls: '{ secretName: shop-tls }' }), finds: ['spec.tls[0].hosts'] },
    {
      title: 'no hosts anywhere',
      manifests: web + ingress({ host: '', tls: '{ secretName: shop-tls }' }),
      finds: ['spec.tls[0].hosts'],
    },
    {
      title: 'two certificates for one host',
      manifests:
        web +
        ingress({ tls: ['a', 'b'].map((name) => `{ hosts: [shop.example.com], secretName: ${name} }`).join(', ') }),
      finds: ['spec.tls[1].hosts[0]'],
    },
  ],
  *check(ingress, { graph }) {
    const entries = tlsEntries(ingress);
    const split = splitEntry(entries);
    if (split !== undefined) yield split;
    else for (const entry of entries) yield* incomplete(graph, ingress, entry);
    yield* doubled(entries);
  },
});

function splitEntry(entries: readonly TlsEntry[]): Problem | undefined {
  const alone = entries.find(({ hosts, secretName }) => hosts.length > 0 && secretName === '');
  const secret = entries.find(({ hosts, secretName }) => hosts.length === 0 && secretName !== '');
  if (alone === undefined || secret === undefined) return undefined;
  return {
    field: secret.field,
    message: `the hosts of ${alone.field} have no Secret, and Secret '${secret.secretName}' has no hosts: they are two entries, with a hyphen before each`,
    fix: 'Take away the hyphen before `secretName`.',
    edits: [{ set: `${alone.field}.secretName`, value: secret.secretName }, { remove: secret.field }],
  };
}

function* incomplete(
  graph: Graph,
  ingress: SetObject<Ingress>,
  { hosts, secretName, field }: TlsEntry,
): Iterable<Problem> {
  if (secretName === '') {
    const message = lacksSecret(graph, ingress);
    if (message !== undefined)
      yield { field: `${field}.secretName`, message, severity: issuerOf(ingress) === undefined ? 'warning' : 'error' };
  } else if (hosts.length === 0) {
    const names = (ingress.body.spec?.rules ?? []).map((rule) => rule?.host ?? '').filter((host) => host !== '');
    const caught =
      names.length === 0
        ? 'with rules without a host it catches every host of the class'
        : 'it is meant for every host of the class';
    yield {
      field: `${field}.hosts`,
      message: `Secret '${secretName}' is for no host that is named: ${caught}`,
      severity: 'warning',
      ...(names.length === 0 ? {} : { edits: [{ set: `${field}.hosts`, value: [...new Set(names)] }] }),
    };
  }
}

/** Makes that show a certificate of their own where no Secret is named. */
const needSecret = [
  ingressNginxAnnotations,
  nginxAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  traefikAnnotations,
  contourAnnotations,
];

function lacksSecret(graph: Graph, ingress: SetObject<Ingress>): string | undefined {
  const issuer = issuerOf(ingress);
  if (issuer !== undefined) return `${issuer} has a certificate made, and no Secret is named to keep it`;
  const { makes, installed } = makesOf(graph, ingress);
  if (makes.length === 0 || makes.some((make) => !needSecret.includes(make))) return undefined;
  const resolver = annotationOf(ingress, 'traefik.ingress.kubernetes.io/router.tls.certresolver');
  // A default certificate is set by flags, or by a TLSStore.
  const told = installed.some(
    (one) => flagOf(one, 'default-ssl-certificate', 'default-server-tls-secret') !== undefined,
  );
  if (resolver !== undefined || told || graph.ofKind('traefik.io TLSStore').length > 0) return undefined;
  return 'no Secret is named: the controller shows the certificate that it has for every host, its own where nobody gave it one';
}

function* doubled(entries: readonly TlsEntry[]): Iterable<Problem> {
  if (entries.length < 2) return;
  const first = new Map<string, { readonly secretName: string; readonly field: string }>();
  for (const { hosts, secretName, field } of entries) {
    for (const [index, host] of hosts.entries()) {
      const other = first.get(host);
      if (other === undefined) first.set(host, { secretName, field: `${field}.hosts[${index}]` });
      else if (other.secretName !== secretName && secretName !== '' && other.secretName !== '') {
        const message = `'${host}' has the certificate of Secret '${other.secretName}' at ${other.field}, and of '${secretName}' here`;
        yield { field: `${field}.hosts[${index}]`, message, severity: 'warning' };
      }
    }
  }
}

import { addTo } from '../../graph/add-to';
import { fqdnOf } from '../../graph/routes/contour';
import { itemsAt } from '../../graph/routes/custom-route';
import type { Graph } from '../../graph/graph';
import { hostsMeet, listenersOf, type GatewayListener } from '../../graph/routes/gateway-listeners';
import { hostCovers } from '../../graph/routes/overlap';
import { oncePerGraph } from '../../graph/once';
import type { Route } from '../../graph/routes';
import { nameOf, type SetObject } from '../../graph/set-object';
import { quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom, gateway, httpProxy, httpRoute, ingressRoute } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule } from '../rule';
import { namesIn } from './certificate-host';
import { routedHosts } from './routed-hosts';

const certificate = (name: string): string =>
  custom(
    'cert-manager.io/v1 Certificate',
    'shop',
    `{ secretName: shop-tls, dnsNames: ['${name}'], issuerRef: { name: ca } }`,
  );
const route = web + ingressRoute(undefined, { spec: 'tls: { secretName: shop-tls }' });
const proxy =
  web +
  httpProxy(
    'shop',
    'virtualhost: { fqdn: shop.example.com, tls: { secretName: shop-tls } }, routes: [{ services: [{ name: web, port: 80 }] }]',
  );
const server =
  web +
  custom(
    'k8s.nginx.org/v1 VirtualServer',
    'shop',
    '{ host: shop.example.com, tls: { secret: shop-tls }, upstreams: [{ name: web, service: web, port: 80 }], routes: [{ path: /, action: { pass: web } }] }',
  );
const listener = gateway(
  '{ name: https, port: 443, protocol: HTTPS, hostname: shop.example.com, tls: { certificateRefs: [{ name: shop-tls }] } }',
);
const wildcard = gateway(
  "{ name: https, port: 443, protocol: HTTPS, hostname: '*.acme.org', tls: { certificateRefs: [{ name: shop-tls }] } }",
);

export const routeCertificate = defineRule({
  id: 'tls/route-certificate',
  class: 'broken',
  on: [
    'traefik.io IngressRoute',
    'projectcontour.io HTTPProxy',
    'k8s.nginx.org VirtualServer',
    'gateway.networking.k8s.io Gateway',
  ],
  summary: "The certificate of a route of a controller's own kind, or of a Gateway, is for its hosts.",
  why: 'Browsers refuse a certificate of another name; Traefik does not even show it, and answers with one of its own. A wildcard stands for one label.',
  fix: 'Have the certificate made for the hosts, or name the Secret of another one.',
  symptoms: [
    'TRAEFIK DEFAULT CERT',
    'certificate not valid',
    'ERR_CERT_COMMON_NAME_INVALID',
    'x509: certificate is valid for',
  ],
  references: ['https://www.rfc-editor.org/rfc/rfc6125'],
  good: [
    { title: 'an IngressRoute', manifests: route + certificate('shop.example.com') },
    { title: 'a wildcard', manifests: proxy + certificate('*.example.com') },
    { title: 'a certificate that nobody sees', manifests: server },
    {
      title: 'a listener of more hosts than its routes ask for',
      manifests:
        web +
        wildcard +
        httpRoute('parentRefs: [{ name: edge }], hostnames: [cafe.acme.org]') +
        certificate('cafe.acme.org'),
    },
    {
      title: 'one of two of a listener',
      manifests:
        listener.replace('[{ name: shop-tls }]', '[{ name: other }, { name: shop-tls }]') +
        certificate('shop.example.com'),
    },
  ],
  bad: [
    { title: 'an IngressRoute', manifests: route + certificate('www.example.com'), finds: ['spec.tls.secretName'] },
    {
      title: 'an HTTPProxy',
      manifests: proxy + certificate('www.example.com'),
      finds: ['spec.virtualhost.tls.secretName'],
    },
    { title: 'a VirtualServer', manifests: server + certificate('www.example.com'), finds: ['spec.tls.secret'] },
    {
      title: 'a Gateway',
      manifests: listener + certificate('www.example.com'),
      finds: ['spec.listeners[0].tls.certificateRefs[0].name'],
      weighs: 'error',
    },
    {
      title: 'a listener whose routes ask for another host',
      manifests:
        web +
        wildcard +
        httpRoute('parentRefs: [{ name: edge }], hostnames: [tea.acme.org]') +
        certificate('cafe.acme.org'),
      finds: ['spec.listeners[0].tls.certificateRefs[0].name'],
      weighs: 'error',
    },
    {
      title: 'a listener whose routes ask for every host',
      manifests: web + wildcard + httpRoute() + certificate('cafe.acme.org'),
      finds: ['spec.listeners[0].tls.certificateRefs[0].name'],
      weighs: 'error',
    },
    {
      title: 'a listener whose routes are not in the set',
      manifests: wildcard + certificate('cafe.acme.org'),
      finds: ['spec.listeners[0].tls.certificateRefs[0].name'],
      weighs: 'warning',
    },
  ],
  *check(object, { graph }) {
    const routed = (routesOf(graph).get(object) ?? []).filter(({ protocol }) => protocol === 'http');
    // What children of a root lead is of its name too.
    const hosts = object.kind === 'HTTPProxy' ? [fqdnOf(object).toLowerCase()] : routed.map(({ host }) => host);
    for (const shown of shownBy(object, hosts, graph)) {
      const known = namesIn(graph, shown.namespace, shown.secretName);
      if (known === undefined || known.names.length === 0) continue;
      const off = shown.hosts.find(
        (host) => host !== '' && !known.names.some((name) => hostCovers(name.toLowerCase(), host)),
      );
      if (off === undefined) continue;
      yield {
        field: shown.field,
        message: `the certificate of Secret '${shown.secretName}' is for ${quoteList(known.names)}, not for '${off}'`,
        related: [{ object: known.from, field: known.from.kind === 'Secret' ? 'data[tls.crt]' : 'spec.dnsNames' }],
        fix: `Add '${off}' to the names of ${nameOf(known.from)}, or name another Secret.`,
        // Routes of another set may ask for those hosts of a wildcard that it has.
        ...(!shown.isRouted && known.names.some((name) => hostsMeet(off, name.toLowerCase()))
          ? { severity: 'warning' as const }
          : {}),
      };
    }
  },
});

const routesOf = oncePerGraph((graph): ReadonlyMap<SetObject, readonly Route[]> => {
  const routes = new Map<SetObject, Route[]>();
  for (const route of graph.routes) {
    addTo(routes, route.from, route);
  }
  return routes;
});

interface Shown {
  readonly namespace: string;
  readonly secretName: string;
  readonly hosts: readonly string[];
  readonly field: string;
  /** Whether routes ask for the hosts; those of a listener alone may be more than are served. */
  readonly isRouted: boolean;
}

/** Where each kind names the Secret that it shows; by `namespace/name`, or by name. */
const places: Readonly<Record<string, readonly string[]>> = {
  IngressRoute: ['spec', 'tls', 'secretName'],
  HTTPProxy: ['spec', 'virtualhost', 'tls', 'secretName'],
  VirtualServer: ['spec', 'tls', 'secret'],
};

function shownBy(object: SetObject, hosts: readonly string[], graph: Graph): readonly Shown[] {
  if (object.kind === 'Gateway') return listenersOf(object).flatMap((listener) => shownAt(listener, graph));
  const place = places[object.kind] ?? [];
  const [first = '', second] = textOf(valueAt(object.body, ...place)).split('/');
  const [namespace, secretName] = second === undefined ? [object.namespace, first] : [first, second];
  return secretName === '' ? [] : [{ namespace, secretName, hosts, field: place.join('.'), isRouted: true }];
}

/** Of several certificates a listener shows the one that fits. */
function shownAt(listener: GatewayListener, graph: Graph): readonly Shown[] {
  const { object, item, field, hostname } = listener;
  const [only, more] = itemsAt(valueAt(item, 'tls'), 'certificateRefs', `${field}.tls`);
  if (only === undefined || more !== undefined) return [];
  const namespace = textOf(valueAt(only.item, 'namespace')) || object.namespace;
  const secretName = textOf(valueAt(only.item, 'name'));
  const routed = routedHosts(graph, listener);
  const hosts = routed.length === 0 ? [hostname] : routed;
  return [{ namespace, secretName, hosts, field: `${only.field}.name`, isRouted: routed.length > 0 }];
}

import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { makesOf } from '../../graph/ingress-makes';
import { itemsAt } from '../../graph/routes/custom-route';
import { entryPointsOf } from '../../graph/routes/traefik';
import { callsOf, parseTraefikRule } from '../../graph/routes/traefik-rule';
import { nameOf, type SetObject } from '../../graph/set-object';
import { traefikAnnotations } from '../../controllers/annotations';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom, ingressRoute } from '../custom-example';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const tcp = (host: string, more = ''): string =>
  web +
  custom(
    'traefik.io/v1alpha1 IngressRouteTCP',
    'db',
    `{ entryPoints: [websecure], routes: [{ match: "HostSNI(\`${host}\`)", services: [{ name: web, port: 80 }] }]${more} }`,
  );
const passed = tcp('shop.example.com', ', tls: { passthrough: true }');
const finds = ['spec.routes[0].match'];

export const traefikTcpHost = defineRule({
  id: 'traefik/tcp-host',
  class: 'broken',
  on: ['traefik.io IngressRouteTCP', 'traefik.containo.us IngressRouteTCP'],
  summary: 'A route of TCP asks for a host only where TLS says it, and for one that no HTTP router has with TLS.',
  why: 'A connection without TLS names no host, so that a host other than `*` is never met. Where an Ingress or an IngressRoute with TLS has the host on the same entry point, Traefik ends TLS itself with its own certificate and the route of TCP is never asked.',
  fix: 'Write HostSNI(`*`) and give the route an entry point of its own, or `tls` (`tls.passthrough: true` where the application has the certificate); keep the host out of HTTP routers with TLS.',
  symptoms: ['TRAEFIK DEFAULT CERT', 'connection reset', 'no such host', 'invalid HostSNI'],
  references: ['https://doc.traefik.io/traefik/reference/routing-configuration/tcp/routing/rules-and-priority/'],
  good: [
    { title: 'every host', manifests: tcp('*') },
    { title: 'TLS that is passed through', manifests: passed },
    { title: 'the host over plain HTTP', manifests: passed + ingressRoute(undefined, { spec: 'entryPoints: [web]' }) },
    {
      title: 'another entry point',
      manifests: passed + ingressRoute(undefined, { spec: 'entryPoints: [inner], tls: {}' }),
    },
  ],
  bad: [
    { title: 'a host without TLS', manifests: tcp('db.example.com'), finds },
    {
      title: 'hidden by an IngressRoute',
      manifests: passed + ingressRoute(undefined, { spec: 'entryPoints: [websecure], tls: {}' }),
      finds,
    },
    {
      title: 'hidden by an Ingress',
      manifests: passed + ingress({ className: 'traefik', tls: '{ hosts: [shop.example.com], secretName: shop-tls }' }),
      finds,
    },
  ],
  *check(object, { graph }) {
    const tls = valueAt(object.body, 'spec', 'tls');
    for (const { item, field } of itemsAt(valueAt(object.body, 'spec'), 'routes', 'spec')) {
      for (const host of hostsOf(textOf(valueAt(item, 'match')))) {
        if (host === '*') continue;
        if (tls === undefined) {
          const message = `the route asks for the host '${host}', which a connection without TLS does not name`;
          yield { field: `${field}.match`, message };
          continue;
        }
        const hiding = hidingRoute(graph, object, host);
        if (hiding === undefined) continue;
        yield {
          field: `${field}.match`,
          message: `${nameOf(hiding)} has '${host}' with TLS on the same entry point, and hides this route`,
          related: [{ object: hiding, field: 'spec.tls' }],
        };
      }
    }
  },
});

function hostsOf(rule: string): readonly string[] {
  try {
    const calls = callsOf(parseTraefikRule(rule));
    return calls.filter(({ name }) => name.toLowerCase() === 'hostsni').flatMap(({ texts }) => texts);
  } catch {
    // traefik/match tells of it.
    return [];
  }
}

/** The HTTP routers with TLS by their host. */
const secureRouters = oncePerGraph((graph): ReadonlyMap<string, readonly SetObject[]> => {
  const routers = new Map<string, SetObject[]>();
  for (const { from, host } of graph.routes) {
    if (host === '' || !isSecure(graph, from)) continue;
    const known = routers.get(host);
    if (known === undefined) routers.set(host, [from]);
    else if (known[known.length - 1] !== from) known.push(from);
  }
  return routers;
});

function isSecure(graph: Graph, from: SetObject): boolean {
  if (from.kind === 'IngressRoute') return valueAt(from.body, 'spec', 'tls') !== undefined;
  if (from.key !== 'Ingress' || valueAt(from.body, 'spec', 'tls') === undefined) return false;
  const { makes } = makesOf(graph, from);
  return makes.length === 1 && makes.includes(traefikAnnotations);
}

function hidingRoute(graph: Graph, from: SetObject, host: string): SetObject | undefined {
  const asked = entryPointsOf(from);
  return secureRouters(graph)
    .get(host.toLowerCase())
    ?.find((other) => {
      const [own, others] = [asked, entryPointsOf(other)];
      return own.length === 0 || others.length === 0 || others.some((name) => own.includes(name));
    });
}

import { itemsAt, type Item } from '../../graph/routes/custom-route';
import { servicePorts, type ListenedPort } from '../../graph/service-ports';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { numberOf, textOf, valueAt } from '../../manifests/untyped';
import { custom, httpProxy } from '../custom-example';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const secure = (annotations = ''): string =>
  service('app: web', {
    port: 'name: https, port: 443, targetPort: 8443',
    ...(annotations === '' ? {} : { annotations }),
  }) + deployment('web', 'app: web', { ports: 'containerPort: 8443' });
const proxy = (more = ''): string =>
  httpProxy(
    'shop',
    `virtualhost: { fqdn: shop.example.com }, routes: [{ services: [{ name: web, port: 443${more} }] }]`,
  );
const server = (more = ''): string =>
  custom(
    'k8s.nginx.org/v1 VirtualServer',
    'shop',
    `{ host: shop.example.com, upstreams: [{ name: web, service: web, port: 443${more} }], routes: [{ path: /, action: { pass: web } }] }`,
  );

export const upstreamProtocol = defineRule({
  id: 'route/upstream-protocol',
  class: 'broken',
  severity: 'warning',
  on: ['projectcontour.io HTTPProxy', 'k8s.nginx.org VirtualServer', 'k8s.nginx.org VirtualServerRoute'],
  summary: 'An HTTPProxy or VirtualServer says of a backend with TLS that TLS is spoken there.',
  why: 'Contour and NGINX speak plain HTTP to a backend unless they are told otherwise, and do not go by the name of its port: a port of TLS closes the connection, and clients get 502 or 503. That the port speaks TLS is guessed by its name and appProtocol.',
  fix: 'Write `protocol: tls` (HTTPProxy) or `tls: { enable: true }` (VirtualServer), or lead to the port of plain HTTP.',
  symptoms: [
    '502 from the controller',
    '503 from the controller',
    'upstream connect error',
    '400 The plain HTTP request was sent to HTTPS port',
  ],
  references: [
    'https://projectcontour.io/docs/main/config/upstream-tls/',
    'https://docs.nginx.com/nginx-ingress-controller/configuration/virtualserver-and-virtualserverroute-resources/#upstreamtls',
  ],
  good: [
    { title: 'told, in an HTTPProxy', manifests: secure() + proxy(', protocol: tls') },
    { title: 'told by the Service', manifests: secure('projectcontour.io/upstream-protocol.tls: "443"') + proxy() },
    { title: 'told, in a VirtualServer', manifests: secure() + server(', tls: { enable: true }') },
    { title: 'plain HTTP behind 443', manifests: secure().replace('targetPort: 8443', 'targetPort: http') + proxy() },
  ],
  bad: [
    { title: 'an HTTPProxy', manifests: secure() + proxy(), finds: ['spec.routes[0].services[0].port'] },
    { title: 'a VirtualServer', manifests: secure() + server(), finds: ['spec.upstreams[0].port'] },
  ],
  *check(object, { graph }) {
    for (const { item, field, name } of plainBackends(object)) {
      const found = graph.find('Service', object.namespace, name);
      const port = found && securePort(found, numberOf(valueAt(item, 'port')));
      if (found === undefined || port === undefined || isTold(found)) continue;
      yield {
        field: `${field}.port`,
        message: `port ${port.number} ('${port.name}') of ${nameOf(found)} looks like TLS, and plain HTTP is spoken to it`,
        related: [{ object: found, field: port.field }],
      };
    }
  },
});

/** The backends that HTTP is spoken to, as nothing else is said. */
function plainBackends({ body, kind }: SetObject): readonly (Item & { readonly name: string })[] {
  const spec = valueAt(body, 'spec');
  if (kind !== 'HTTPProxy') {
    const upstreams = itemsAt(spec, 'upstreams', 'spec').filter(
      ({ item }) => valueAt(item, 'tls', 'enable') !== true && valueAt(item, 'type') !== 'grpc',
    );
    return upstreams.map((one) => ({ ...one, name: textOf(valueAt(one.item, 'service')) }));
  }
  const services = itemsAt(spec, 'routes', 'spec').flatMap(({ item, field }) => itemsAt(item, 'services', field));
  return services
    .filter(({ item }) => valueAt(item, 'protocol') === undefined)
    .map((one) => ({ ...one, name: textOf(valueAt(one.item, 'name')) }));
}

function securePort(service: SetObject<Service>, number: number | undefined): ListenedPort | undefined {
  const port = servicePorts(service).find((one) => one.number === number);
  if (port === undefined) return undefined;
  const said = (port.port.appProtocol ?? '').toLowerCase();
  if (said === 'https') return port;
  // Plain HTTP may stand behind 443, where a load balancer ends TLS.
  const plain = typeof port.target === 'string' ? /^http(?:-|$)/.test(port.target) : [80, 8080].includes(port.target);
  return said === '' && !plain && /^https(?:-|$)/.test(port.name) ? port : undefined;
}

function isTold(service: SetObject<Service>): boolean {
  return ['tls', 'h2'].some(
    (protocol) => annotationOf(service, `projectcontour.io/upstream-protocol.${protocol}`) !== undefined,
  );
}

import {
  albAnnotations,
  contourAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  ingressNginxAnnotations,
  nginxAnnotations,
  traefikAnnotations,
  type AnnotationFamily,
} from '../../controllers/annotations';
import { makesOf } from '../../graph/ingress-makes';
import type { RouteBackend } from '../../graph/routes';
import type { ListenedPort } from '../../graph/service-ports';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import { ledBackends } from '../../graph/routes/led-backends';
import { deployment, service } from '../example-manifests';
import type { Service } from '../../kubernetes/api';
import { ingress } from '../ingress-example';
import { defineRule } from '../rule';

const field = 'spec.rules[0].http.paths[0].backend.service.port.number';
const secure = (port = 'name: https, port: 443, targetPort: 8443'): string =>
  service('app: web', { port }) + deployment('web', 'app: web', { ports: 'containerPort: 8443' });

export const backendProtocol = defineRule({
  id: 'tls/backend-protocol',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'A controller speaks to a port what is spoken there: TLS to a port of TLS, HTTP/2 to gRPC.',
  why: 'Controllers speak plain HTTP/1.1 to applications unless they are told otherwise: a port of TLS answers 400 or closes the connection, and the controller 502. That the port speaks TLS is guessed by its name, its number and appProtocol.',
  fix: 'Lead to the port of plain HTTP, or say the protocol: `backend-protocol: HTTPS` of ingress-nginx, `ssl-services` of F5 NGINX, `service.serversscheme` on the Service for Traefik.',
  symptoms: [
    '502 from the controller',
    '400 The plain HTTP request was sent to HTTPS port',
    'Client sent an HTTP request to an HTTPS server',
    'upstream sent no valid HTTP/1.0 header',
  ],
  references: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#backend-protocol',
  ],
  good: [
    {
      title: 'told',
      manifests:
        secure() +
        ingress({ port: 'number: 443', annotations: ['nginx.ingress.kubernetes.io/backend-protocol: HTTPS'] }),
    },
    {
      title: 'passed through',
      manifests:
        secure() +
        ingress({ port: 'number: 443', annotations: ['nginx.ingress.kubernetes.io/ssl-passthrough: "true"'] }),
    },
    { title: 'Traefik goes by the name', manifests: secure() + ingress({ port: 'number: 443', className: 'traefik' }) },
    {
      title: 'plain HTTP behind 443',
      manifests: secure('name: https, port: 443, targetPort: http') + ingress({ port: 'number: 443' }),
    },
    {
      title: 'a controller that nobody knows',
      manifests: secure() + ingress({ port: 'number: 443', className: 'edge' }),
    },
  ],
  bad: [
    { title: 'by its name', manifests: secure() + ingress({ port: 'number: 443' }), finds: [field] },
    { title: 'by its number', manifests: secure('port: 8443') + ingress({ port: 'number: 8443' }), finds: [field] },
    {
      title: 'gRPC',
      manifests:
        service('app: web', { port: 'name: grpc, port: 9000' }) +
        deployment('web', 'app: web', { ports: 'containerPort: 9000' }) +
        ingress({ port: 'number: 9000' }),
      finds: [field],
    },
    {
      title: 'gRPC behind Traefik',
      manifests:
        service('app: web', { port: 'name: grpc, port: 9000' }) +
        deployment('web', 'app: web', { ports: 'containerPort: 9000' }) +
        ingress({ port: 'number: 9000', className: 'traefik' }),
      finds: [field],
    },
  ],
  *check(graph) {
    for (const { backend, service: found, port: listened } of ledBackends(graph)) {
      const { from, portField } = backend;
      if (from.key !== 'Ingress' || listened === undefined || passesThrough(from)) continue;
      const speaks = protocolOf(listened);
      const { makes } = makesOf(graph, from);
      if (speaks === undefined || makes.length === 0) continue;
      if (makes.some((make) => isTold(make, backend, found, speaks))) continue;
      const { name, number } = listened;
      yield {
        object: from,
        field: portField,
        message: `port ${number}${name === '' ? '' : ` ('${name}')`} of ${nameOf(found)} looks like ${speaks}, and ${makes.map(({ title }) => title).join(' or ')} speaks plain HTTP to it`,
        related: [{ object: found, field: listened.field }],
      };
    }
  },
});

function passesThrough({ annotations }: SetObject): boolean {
  return Object.keys(annotations).some((key) => key.endsWith('/ssl-passthrough') && annotations[key] !== 'false');
}

function protocolOf({ port, name, number, target }: ListenedPort): 'TLS' | 'gRPC' | undefined {
  const said = (port.appProtocol ?? '').toLowerCase();
  if (/grpc|h2c/.test(said) || /^grpc(-|$)/.test(name)) return 'gRPC';
  if (said === 'https') return 'TLS';
  // What another port stands behind a load balancer that ends TLS.
  if (said !== '' || target === 'http' || target === 80 || target === 8080 || /^http(-|$)/.test(String(target)))
    return undefined;
  const secure = /^https(-|$)|^ssl|^tls/.test(name) || /^https(-|$)/.test(String(target));
  return secure || number === 443 || [443, 8443].includes(Number(target)) ? 'TLS' : undefined;
}

/** Whether the controller is told of the protocol, or finds it out. */
function isTold(
  make: AnnotationFamily,
  { from, service }: RouteBackend,
  object: SetObject<Service>,
  speaks: 'TLS' | 'gRPC',
): boolean {
  if (make === traefikAnnotations && speaks === 'TLS') return true;
  const keys = keysOf.get(make);
  if (keys === undefined) return true;
  return keys.some((key) => {
    const value = annotationOf(from, key) ?? annotationOf(object, key);
    const lists = key.endsWith('-services');
    return value !== undefined && (!lists || value.split(',').some((one) => one.trim() === service));
  });
}

const keysOf: ReadonlyMap<AnnotationFamily, readonly string[]> = new Map([
  [ingressNginxAnnotations, ['nginx.ingress.kubernetes.io/backend-protocol']],
  [nginxAnnotations, ['nginx.org/ssl-services', 'nginx.org/grpc-services', 'nginx.org/policies']],
  [haproxyAnnotations, ['haproxy.org/server-ssl', 'haproxy.org/server-proto', 'haproxy.org/server-ca']],
  [
    haproxyIngressAnnotations,
    ['haproxy-ingress.github.io/backend-protocol', 'haproxy-ingress.github.io/secure-backends'],
  ],
  [traefikAnnotations, ['traefik.ingress.kubernetes.io/service.serversscheme']],
  [contourAnnotations, ['tls', 'h2', 'h2c'].map((protocol) => `projectcontour.io/upstream-protocol.${protocol}`)],
  [
    albAnnotations,
    ['alb.ingress.kubernetes.io/backend-protocol', 'alb.ingress.kubernetes.io/backend-protocol-version'],
  ],
]);

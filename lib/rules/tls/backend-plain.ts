import type { ListenedPort } from '../../graph/service-ports';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import { ledBackends } from '../../graph/routes/led-backends';
import { deployment, service } from '../example-manifests';
import { ingress } from '../ingress-example';
import { defineRule } from '../rule';

const key = 'nginx.ingress.kubernetes.io/backend-protocol';
const plain = service('app: web', { port: 'name: http, port: 80, targetPort: 8080' }) + deployment('web', 'app: web');
const told = (protocol: string): string => ingress({ annotations: [`${key}: ${protocol}`] });

export const backendPlain = defineRule({
  id: 'tls/backend-plain',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'A controller that is told to speak TLS or gRPC to an application leads to a port where that is spoken.',
  why: 'A port of plain HTTP cannot read TLS or gRPC: the controller answers 502. That the port is one of plain HTTP is guessed by its name and its number.',
  fix: 'Lead to the port of TLS or gRPC, or take the annotation away.',
  symptoms: [
    '502 from the controller',
    'SSL_do_handshake() failed',
    'wrong version number',
    'first record does not look like a TLS handshake',
  ],
  good: [
    { manifests: plain + ingress() },
    {
      title: 'a port of TLS',
      manifests:
        service('app: web', { port: 'name: https, port: 443, targetPort: 8443' }) +
        told('HTTPS').replace('number: 80', 'number: 443'),
    },
    {
      title: 'a port that tells nothing',
      manifests:
        service('app: web', { port: 'port: 5000, targetPort: 5000' }) +
        told('GRPC').replace('number: 80', 'number: 5000'),
    },
    { title: 'plain HTTP, said so', manifests: plain + told('HTTP') },
  ],
  bad: [
    { title: 'TLS', manifests: plain + told('HTTPS'), finds: [`metadata.annotations[${key}]`] },
    { title: 'gRPC', manifests: plain + told('GRPC'), finds: [`metadata.annotations[${key}]`] },
    {
      title: 'on the Service of Traefik',
      manifests:
        plain.replace(
          'name: web',
          'name: web\n  annotations: { traefik.ingress.kubernetes.io/service.serversscheme: https }',
        ) + ingress({ className: 'traefik' }),
      finds: ['metadata.annotations[traefik.ingress.kubernetes.io/service.serversscheme]'],
    },
  ],
  *check(graph) {
    const seen = new Set<string>();
    for (const { backend, service: found, port: listened } of ledBackends(graph)) {
      const { from, portField } = backend;
      if (from.key !== 'Ingress' || listened === undefined || !isPlain(listened)) continue;
      const asked = askedAt(from) ?? askedAt(found as SetObject<object> as SetObject);
      const place = asked && `${nameOf(asked.object)}\n${asked.field}`;
      if (asked === undefined || place === undefined || seen.has(place)) continue;
      seen.add(place);
      yield {
        object: asked.object,
        field: asked.field,
        message: `the controller is told to speak ${asked.protocol}, and port ${listened.number} ('${listened.name}') of ${nameOf(found)} looks like plain HTTP`,
        related: [{ object: from, field: portField }],
      };
    }
  },
});

/** Named for HTTP, and numbered so on both ends. */
function isPlain({ name, number, target, port }: ListenedPort): boolean {
  if ((port.appProtocol ?? '') !== '') return false;
  const isHttp = /^(?:http|web)$/.test(name) || name === '';
  return isHttp && (number === 80 || number === 8080) && (target === 'http' || target === 80 || target === 8080);
}

const keys: readonly string[] = [
  key,
  'haproxy-ingress.github.io/backend-protocol',
  'alb.ingress.kubernetes.io/backend-protocol',
  'traefik.ingress.kubernetes.io/service.serversscheme',
];

interface Asked {
  readonly object: SetObject;
  readonly field: string;
  readonly protocol: string;
}

function askedAt(object: SetObject): Asked | undefined {
  for (const key of keys) {
    const protocol = annotationOf(object, key) ?? '';
    if (/^(?:https|grpcs?|h1-ssl|h2-ssl)$/i.test(protocol))
      return { object, field: `metadata.annotations[${key}]`, protocol };
  }
  return undefined;
}

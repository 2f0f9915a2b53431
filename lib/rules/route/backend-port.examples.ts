import { deployment, service } from '../example-manifests';
import { custom, httpRoute, ingressRoute } from '../custom-example';
import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

const number = 'spec.rules[0].http.paths[0].backend.service.port.number';
const name = 'spec.rules[0].http.paths[0].backend.service.port.name';
const pods = deployment('web', 'app: web');

export const good: Rule['good'] = [
  { title: 'by number', manifests: web + ingress() },
  {
    title: 'by name',
    manifests:
      service('app: web', { port: 'name: http, port: 80, targetPort: 8080' }) + pods + ingress({ port: 'name: http' }),
  },
  {
    title: 'a name outside, whose port is that of the host',
    manifests:
      service('', { port: '', spec: 'type: ExternalName\n  externalName: shop.example.net' }) +
      ingress({ port: 'number: 443' }),
  },
  {
    title: 'one number for TCP and UDP',
    manifests:
      service('app: web', { port: 'name: dns, port: 80, protocol: UDP }, { name: http, port: 80, targetPort: 8080' }) +
      deployment('web', 'app: web', { ports: 'containerPort: 80, protocol: UDP }, { containerPort: 8080' }) +
      ingress(),
  },
];

export const bad: Rule['bad'] = [
  {
    title: 'of an IngressRoute, the port of the pods',
    manifests: service('app: web') + pods + ingressRoute(undefined, { services: '{ name: web, port: 8080 }' }),
    finds: ['spec.routes[0].services[0].port'],
  },
  {
    title: 'of an HTTPRoute',
    manifests: service('app: web') + pods + httpRoute(undefined, { backends: '{ name: web, port: 8080 }' }),
    finds: ['spec.rules[0].backendRefs[0].port'],
  },
  {
    title: 'of a TransportServer',
    manifests:
      service('app: web') +
      pods +
      custom(
        'k8s.nginx.org/v1 TransportServer',
        'db',
        '{ listener: { name: db, protocol: TCP }, upstreams: [{ name: db, service: web, port: 5432 }], action: { pass: db } }',
      ),
    finds: ['spec.upstreams[0].port'],
  },
  { title: 'the port of the pods', manifests: web + ingress({ port: 'number: 8080' }), finds: [number] },
  {
    title: 'the port of the pods, behind Traefik',
    manifests: web + ingress({ port: 'number: 8080', className: 'traefik' }),
    finds: [number],
  },
  { title: 'a number that nobody has', manifests: web + ingress({ port: 'number: 8000' }), finds: [number] },
  { title: 'a name where the port has none', manifests: web + ingress({ port: 'name: http' }), finds: [name] },
  {
    title: 'a misspelt name',
    manifests:
      service('app: web', { port: 'name: http, port: 80, targetPort: 8080' }) + pods + ingress({ port: 'name: htpp' }),
    finds: [name],
  },
  {
    title: 'a port of UDP',
    manifests:
      service('app: web', { port: 'port: 80, targetPort: 8080, protocol: UDP' }) +
      deployment('web', 'app: web', { ports: 'containerPort: 8080, protocol: UDP' }) +
      ingress(),
    finds: [number],
  },
  {
    title: 'a Service without ports',
    manifests: service('app: web', { port: '', spec: 'clusterIP: None' }) + pods + ingress(),
    finds: [number],
  },
];

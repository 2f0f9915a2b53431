import { deployment, service } from '../example-manifests';
import { custom, httpProxy, httpRoute, ingressRoute, virtualService } from '../custom-example';
import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

const field = 'spec.rules[0].http.paths[0].backend.service.name';

const istioTo = (host: string): string =>
  virtualService(
    `hosts: [shop.example.com], gateways: [edge], http: [{ route: [{ destination: { host: ${host} } }] }]`,
  );
const nginxTo = (service: string): string =>
  custom(
    'k8s.nginx.org/v1 VirtualServer',
    'shop',
    `{ host: shop.example.com, upstreams: [{ name: web, service: ${service}, port: 80 }], routes: [{ path: /, action: { pass: web } }] }`,
  );

export const good: Rule['good'] = [
  {
    title: "the controllers' own kinds",
    manifests:
      web +
      ingressRoute() +
      httpProxy('shop', 'virtualhost: { fqdn: shop.example.com }, routes: [{ services: [{ name: web, port: 80 }] }]') +
      httpRoute() +
      nginxTo('web') +
      istioTo('web.default.svc.cluster.local'),
  },
  {
    title: 'a service of Traefik itself',
    manifests: web + ingressRoute(undefined, { services: '{ name: api@internal, kind: TraefikService }' }),
  },
  { title: 'a host outside', manifests: web + istioTo('pay.example.net') },
  { title: 'the Service is there', manifests: web + ingress() },
  { title: 'routes alone, where the rest lies elsewhere', manifests: ingress() },
  {
    title: 'the target tells of it',
    manifests: deployment('other', 'app: other') + ingress({ backend: 'shared' }),
    target: { exists: [{ kind: 'Service', name: 'shared' }] },
  },
  {
    title: 'an action of the AWS Load Balancer Controller',
    manifests:
      web +
      ingress({
        className: 'alb',
        annotations: [`alb.ingress.kubernetes.io/actions.redirect: '{"Type": "redirect"}'`],
        backend: 'redirect',
        port: 'name: use-annotation',
      }),
  },
  {
    title: 'an operator makes Services named after its objects',
    manifests:
      web +
      `---
apiVersion: elasticsearch.k8s.elastic.co/v1
kind: Elasticsearch
metadata: { name: quickstart }
` +
      ingress({ backend: 'quickstart-es-http' }),
  },
  {
    title: 'a chart that names its namespace in one place only',
    manifests: web + ingress({ namespace: 'shop' }),
  },
];

export const bad: Rule['bad'] = [
  {
    title: 'of an IngressRoute, once for two hosts',
    manifests:
      web + ingressRoute('Host(`a.example.com`) || Host(`b.example.com`)', { services: '{ name: wep, port: 80 }' }),
    finds: ['spec.routes[0].services[0].name'],
  },
  {
    title: 'of a TraefikService',
    manifests:
      web +
      ingressRoute(undefined, { services: '{ name: split, kind: TraefikService }' }) +
      custom('traefik.io/v1alpha1 TraefikService', 'split', '{ weighted: { services: [{ name: wep, port: 80 }] } }'),
    finds: ['spec.weighted.services[0].name'],
  },
  {
    title: 'of an HTTPProxy that two roots include',
    manifests:
      web +
      httpProxy('a', 'virtualhost: { fqdn: a.example.com }, includes: [{ name: shop }]') +
      httpProxy('b', 'virtualhost: { fqdn: b.example.com }, includes: [{ name: shop }]') +
      httpProxy('shop', 'routes: [{ services: [{ name: wep, port: 80 }] }]'),
    finds: ['spec.routes[0].services[0].name'],
  },
  {
    title: 'of an HTTPRoute with two hosts',
    manifests: web + httpRoute('hostnames: [a.example.com, b.example.com]', { backends: '{ name: wep, port: 80 }' }),
    finds: ['spec.rules[0].backendRefs[0].name'],
  },
  { title: 'of a VirtualServer', manifests: web + nginxTo('wep'), finds: ['spec.upstreams[0].service'] },
  { title: 'of a VirtualService', manifests: web + istioTo('wep'), finds: ['spec.http[0].route[0].destination.host'] },
  { title: 'a misspelt name', manifests: web + ingress({ backend: 'webb' }), finds: [field] },
  { title: 'a name that goes on', manifests: web + ingress({ backend: 'web-service' }), finds: [field] },
  {
    title: 'in another namespace',
    manifests:
      service('app: web', { namespace: 'shop' }) +
      deployment('web', 'app: web', { namespace: 'shop' }) +
      ingress({ namespace: 'edge' }),
    finds: [field],
  },
  { title: 'pods without a Service', manifests: deployment('web', 'app: web') + ingress(), finds: [field] },
  {
    title: 'the default backend',
    manifests: web + ingress({ spec: 'defaultBackend: { service: { name: errors, port: { number: 80 } } }' }),
    finds: ['spec.defaultBackend.service.name'],
  },
  {
    title: 'an action that the Ingress does not have',
    manifests: web + ingress({ className: 'alb', backend: 'redirect', port: 'name: use-annotation' }),
    finds: [field],
  },
];

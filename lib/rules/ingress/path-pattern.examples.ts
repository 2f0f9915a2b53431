import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

const path = 'spec.rules[0].http.paths[0].path';
const regex = ['nginx.ingress.kubernetes.io/use-regex: "true"'];

export const good: Rule['good'] = [
  { title: 'a prefix', manifests: web + ingress({ path: '/bar' }) },
  {
    title: 'a regular expression with its switch',
    manifests: web + ingress({ path: '/api(/|$)(.*)', pathType: 'ImplementationSpecific', annotations: regex }),
  },
  {
    title: 'a rewrite is a switch',
    manifests:
      web +
      ingress({
        path: '/api(/|$)(.*)',
        pathType: 'ImplementationSpecific',
        annotations: ['nginx.ingress.kubernetes.io/rewrite-target: /$2'],
      }),
  },
  {
    title: 'a star of a cloud',
    manifests: web + ingress({ className: 'alb', path: '/*', pathType: 'ImplementationSpecific' }),
  },
  {
    title: 'a star at the end under Prefix, which Application Gateway reads as one',
    manifests: web + ingress({ className: 'azure-application-gateway', path: '/shop/*' }),
  },
  {
    title: 'everything, whatever its type, behind Application Gateway',
    manifests: web + ingress({ className: 'azure-application-gateway', path: '/*', pathType: 'Exact' }),
  },
  {
    title: 'Contour reads what it may as a regular expression',
    manifests: web + ingress({ className: 'contour', path: '/v[0-9]+', pathType: 'ImplementationSpecific' }),
  },
  {
    title: 'Traefik, told so',
    manifests:
      web +
      ingress({
        className: 'traefik',
        path: '/v[0-9]+',
        pathType: 'ImplementationSpecific',
        annotations: ['traefik.ingress.kubernetes.io/router.pathmatcher: PathRegexp'],
      }),
  },
  {
    title: 'a controller that nobody knows',
    manifests: web + ingress({ className: 'edge', path: '/v[0-9]+', pathType: 'ImplementationSpecific' }),
  },
  { title: 'letters of names', manifests: web + ingress({ path: '/.well-known/a_b-c~d' }) },
];

export const bad: Rule['bad'] = [
  { title: 'a star under Prefix', manifests: web + ingress({ path: '/bar/*' }), finds: [path] },
  {
    title: 'a star under Prefix, in a cloud',
    manifests: web + ingress({ className: 'alb', path: '/*' }),
    finds: [path],
  },
  {
    title: 'a star under Exact, which Application Gateway drops',
    manifests: web + ingress({ className: 'azure-application-gateway', path: '/shop/*', pathType: 'Exact' }),
    finds: [path],
  },
  {
    title: 'a star that ingress-nginx does not know',
    manifests: web + ingress({ path: '/bar/*', pathType: 'ImplementationSpecific' }),
    finds: [path],
  },
  {
    title: 'a regular expression under Prefix',
    manifests: web + ingress({ path: '/api(/|$)(.*)', annotations: regex }),
    finds: ['spec.rules[0].http.paths[0].pathType'],
  },
  {
    title: 'a regular expression without the switch',
    manifests: web + ingress({ path: '/v[0-9]+', pathType: 'ImplementationSpecific', className: 'traefik' }),
    finds: [path],
  },
  {
    title: 'under Prefix, whoever serves it',
    manifests: web + ingress({ path: '/v[0-9]+', className: 'edge' }),
    finds: [path],
  },
  {
    title: 'a regular expression without the switch, whichever NGINX it is',
    manifests: web + ingress({ path: '/v[0-9]+', pathType: 'ImplementationSpecific' }),
    finds: [path],
  },
];

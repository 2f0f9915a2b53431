import {
  albAnnotations,
  contourAnnotations,
  gkeAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  ingressNginxAnnotations,
  nginxAnnotations,
  traefikAnnotations,
} from '../../controllers/annotations';
import { makesOf, type IngressMakes } from '../../graph/ingress-makes';
import { annotationOf, type SetObject } from '../../graph/set-object';
import { tlsEntries } from '../../graph/tls-entries';
import type { Ingress } from '../../kubernetes/api';
import { deployment } from '../example-manifests';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const tls = '{ hosts: [shop.example.com], secretName: shop-tls }';

export const plainHttp = defineRule({
  id: 'ingress/plain-http',
  class: 'risky',
  rating: 'medium',
  on: ['Ingress'],
  summary: 'Where there is TLS, plain HTTP leads to it and no further.',
  why: 'ingress-nginx sends plain HTTP of a host with TLS to HTTPS by itself; Traefik, Contour and the clouds serve both until they are told otherwise.',
  fix: 'Have the controller redirect: a redirectScheme middleware or entry point of Traefik, `force-ssl-redirect` of Contour, `ssl-redirect` of the others.',
  references: ['https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/redirectscheme/'],
  good: [
    { title: 'ingress-nginx redirects', manifests: web + ingress({ tls }) },
    {
      title: 'Contour, told to',
      manifests:
        web + ingress({ tls, className: 'contour', annotations: ['ingress.kubernetes.io/force-ssl-redirect: "true"'] }),
    },
    {
      title: 'an entry point of Traefik redirects',
      manifests:
        deployment('traefik', 'app: traefik', {
          image: 'traefik:v3.7.13',
          container: 'args: ["--entryPoints.web.http.redirections.entryPoint.to=:443"]',
        }) + ingress({ tls, className: 'traefik' }),
    },
    {
      title: 'the entry point with TLS alone',
      manifests:
        web +
        ingress({
          tls,
          className: 'traefik',
          annotations: ['traefik.ingress.kubernetes.io/router.entrypoints: websecure'],
        }),
    },
    { title: 'a controller that nobody knows', manifests: web + ingress({ tls, className: 'edge' }) },
  ],
  bad: [
    {
      title: 'switched off',
      manifests: web + ingress({ tls, annotations: ['nginx.ingress.kubernetes.io/ssl-redirect: "false"'] }),
      finds: ['spec.tls'],
    },
    { title: 'Traefik', manifests: web + ingress({ tls, className: 'traefik' }), finds: ['spec.tls'] },
    { title: 'GKE', manifests: web + ingress({ tls, className: 'gce' }), finds: ['spec.tls'] },
  ],
  *check(ingress, { graph }) {
    if (tlsEntries(ingress).length === 0) return;
    const makes = makesOf(graph, ingress);
    const [make, ...others] = makes.makes;
    if (make === undefined || (others.length > 0 && !isSwitchedOff(ingress))) return;
    const test = servesPlain.get(make);
    if (test === undefined || !test(ingress, makes)) return;
    yield { field: 'spec.tls', message: `${make.title} serves the hosts by plain HTTP as well, without a redirect` };
  },
});

type Test = (ingress: SetObject<Ingress>, makes: IngressMakes) => boolean;

const isOff =
  (key: string): Test =>
  (ingress) =>
    annotationOf(ingress, key)?.toLowerCase() === 'false';
const isNotOn =
  (key: string, on = 'true'): Test =>
  (ingress) =>
    annotationOf(ingress, key)?.toLowerCase() !== on;

const traefikServesPlain: Test = (ingress, { installed }) => {
  const prefix = 'traefik.ingress.kubernetes.io/router.';
  const redirects = installed.some(({ flags }) =>
    flags.some(({ name }) => /^entrypoints\.\w+\.http\.redirections/.test(name)),
  );
  const points = annotationOf(ingress, `${prefix}entrypoints`) ?? 'web';
  // What a middleware does is told by its name, as far as one can see.
  const redirected = /redirect|https/i.test(annotationOf(ingress, `${prefix}middlewares`) ?? '');
  return !redirects && !redirected && points.split(',').some((point) => point.trim() === 'web');
};

/** Whether plain HTTP is served beside TLS, by make. */
const servesPlain = new Map<unknown, Test>([
  [ingressNginxAnnotations, isOff('nginx.ingress.kubernetes.io/ssl-redirect')],
  [nginxAnnotations, isOff('nginx.org/ssl-redirect')],
  [haproxyAnnotations, isOff('haproxy.org/ssl-redirect')],
  [haproxyIngressAnnotations, isOff('haproxy-ingress.github.io/ssl-redirect')],
  [traefikAnnotations, traefikServesPlain],
  [contourAnnotations, isNotOn('ingress.kubernetes.io/force-ssl-redirect')],
  [
    gkeAnnotations,
    (ingress) =>
      annotationOf(ingress, 'networking.gke.io/v1beta1.FrontendConfig') === undefined &&
      isNotOn('kubernetes.io/ingress.allow-http', 'false')(ingress, { makes: [], certain: false, installed: [] }),
  ],
  [
    albAnnotations,
    (ingress) =>
      annotationOf(ingress, 'alb.ingress.kubernetes.io/ssl-redirect') === undefined &&
      /HTTP"/.test(annotationOf(ingress, 'alb.ingress.kubernetes.io/listen-ports') ?? ''),
  ],
]);

function isSwitchedOff(ingress: SetObject<Ingress>): boolean {
  return Object.keys(ingress.annotations).some(
    (key) => key.endsWith('/ssl-redirect') && annotationOf(ingress, key) === 'false',
  );
}

import { albAnnotations, gkeAnnotations, traefikAnnotations } from '../../controllers/annotations';
import { ingresses } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import { oncePerGraph } from '../../graph/once';
import { isPartOfAnother } from '../../graph/routes/frontends';
import { annotationOf, type SetObject } from '../../graph/set-object';
import { tlsEntries } from '../../graph/tls-entries';
import type { Ingress } from '../../kubernetes/api';
import { deployment } from '../example-manifests';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

export const noTls = defineRule({
  id: 'ingress/no-tls',
  class: 'risky',
  rating: 'high',
  on: ['Ingress'],
  among: (graph) => ingresses(graph).filter((ingress) => tlsEntries(ingress).length === 0),
  summary: 'An Ingress has TLS.',
  why: 'Without TLS everyone on the way reads and changes requests: passwords, cookies, pages.',
  fix: 'Add `tls` with the hosts and a Secret, which cert-manager can make; or name the certificate as the load balancer wants it.',
  symptoms: ['not secure', 'connection is not private', 'ERR_SSL_PROTOCOL_ERROR'],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    'https://hub.armosec.io/docs/c-0263',
  ],
  good: [
    {
      title: 'with a Secret',
      manifests: web + ingress({ tls: '{ hosts: [shop.example.com], secretName: shop-tls }' }),
    },
    {
      title: 'a certificate of the cloud',
      manifests:
        web +
        ingress({
          className: 'alb',
          annotations: ['alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:1:certificate/x'],
        }),
    },
    {
      title: 'another Ingress has it for this host',
      manifests:
        web +
        ingress({ tls: '{ hosts: [shop.example.com], secretName: shop-tls }' }) +
        ingress({ name: 'api', path: '/api' }),
    },
    {
      title: 'a controller with TLS for all',
      manifests:
        deployment('traefik', 'app: traefik', {
          image: 'traefik:v3.7.13',
          container: 'args: ["--entryPoints.websecure.http.tls=true"]',
        }) + ingress({ className: 'traefik' }),
    },
  ],
  bad: [
    { title: 'no TLS', manifests: web + ingress(), finds: ['spec'] },
    { title: 'no TLS in a cloud', manifests: web + ingress({ className: 'alb' }), finds: ['spec'] },
  ],
  *check(ingress, { graph }) {
    if (tlsEntries(ingress).length > 0 || isPartOfAnother(ingress) || isEndedElsewhere(graph, ingress)) return;
    const hosts = (ingress.body.spec?.rules ?? []).map((rule) => rule?.host ?? '');
    const secured = securedHosts(graph);
    const open = hosts.filter((host) => !secured.has(host) && !secured.has(`*${host.slice(host.indexOf('.'))}`));
    if (hosts.length > 0 && open.length === 0) return;
    const [host = ''] = open;
    yield {
      field: 'spec',
      message: `${host === '' ? 'the Ingress' : `host '${host}'`} has no TLS: requests are readable on their way`,
    };
  },
});

const securedHosts = oncePerGraph((graph): ReadonlySet<string> => {
  const entries = graph.ofKind('Ingress').flatMap((ingress) => tlsEntries(ingress));
  return new Set(entries.flatMap(({ hosts }) => hosts));
});

/** Annotations by which TLS is ended without `tls`. */
const certificates = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'alb.ingress.kubernetes.io/create-acm-cert',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'networking.gke.io/managed-certificates',
  'networking.gke.io/certmap',
  'nginx.ingress.kubernetes.io/ssl-passthrough',
  'haproxy.org/ssl-passthrough',
  'haproxy-ingress.github.io/ssl-passthrough',
  'traefik.ingress.kubernetes.io/router.tls',
  'traefik.ingress.kubernetes.io/router.tls.certresolver',
  'route.openshift.io/termination',
];

function isEndedElsewhere(graph: Graph, ingress: SetObject<Ingress>): boolean {
  if (certificates.some((key) => annotationOf(ingress, key) !== undefined)) return true;
  const { makes, installed } = makesOf(graph, ingress);
  // The AWS controller finds certificates by the host where it is told to listen with TLS.
  if (
    makes.includes(albAnnotations) &&
    /HTTPS/.test(annotationOf(ingress, 'alb.ingress.kubernetes.io/listen-ports') ?? '')
  )
    return true;
  if (makes.includes(gkeAnnotations)) return false;
  const balancers = installed.flatMap(({ services }) => services);
  if (
    balancers.some(({ annotations }) =>
      Object.keys(annotations).some((key) => /ssl-cert|tls-cert|certificate-id/.test(key)),
    )
  )
    return true;
  const forAll = installed.some(({ flags }) =>
    flags.some(({ name, value }) => /^entrypoints\.\w+\.http\.tls/.test(name) && value !== 'false'),
  );
  return forAll && makes.includes(traefikAnnotations);
}

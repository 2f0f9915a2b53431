import { defineFamily, keysOf } from './family';

const prefix = 'traefik.ingress.kubernetes.io/';
const ingress = ['Ingress'] as const;
const service = ['Service'] as const;

const keys = keysOf(prefix, [
  [
    'boolean',
    ingress,
    'router.tls router.observability.accesslogs router.observability.metrics router.observability.tracing',
  ],
  ['integer', ingress, 'router.priority'],
  [['minimal', 'detailed'], ingress, 'router.observability.traceverbosity'],
  [['v2', 'v3'], ingress, 'router.rulesyntax'],
  [['Path', 'PathPrefix', 'PathRegexp'], ingress, 'router.pathmatcher'],
  ['text', ingress, 'router.entrypoints router.middlewares router.tls.certresolver router.tls.options'],
  [
    'boolean',
    service,
    `service.nativelb service.nodeportlb service.passhostheader service.sticky.cookie service.sticky.cookie.httponly
    service.sticky.cookie.secure`,
  ],
  ['integer', service, 'service.sticky.cookie.maxage'],
  [['http', 'https', 'h2c'], service, 'service.serversscheme'],
  [['none', 'lax', 'strict', 'default'], service, 'service.sticky.cookie.samesite'],
  [
    'text',
    service,
    `service.middlewares service.serverstransport service.sticky.cookie.domain service.sticky.cookie.name
    service.sticky.cookie.path`,
  ],
]);

const middleware = (kind: string): string => `a Middleware with ${kind}, named in ${prefix}router.middlewares`;

/** Traefik 3: pkg/provider/kubernetes/ingress/annotations.go. */
export const traefikAnnotations = defineFamily({
  title: 'Traefik',
  controllerStrings: ['traefik.io/ingress-controller'],
  classNames: ['traefik'],
  images: ['traefik', 'rancher/mirrored-library-traefik'],
  prefixes: [prefix],
  keys: new Map(keys),
  openKeys: [`${prefix}router.tls.domains.`],
  ignoresCase: true,
  // The keys of Traefik 1.
  gone: {
    [`${prefix}affinity`]: `${prefix}service.sticky.cookie on the Service`,
    [`${prefix}auth-secret`]: middleware('basicAuth'),
    [`${prefix}auth-type`]: middleware('basicAuth'),
    [`${prefix}frontend-entry-points`]: `${prefix}router.entrypoints`,
    [`${prefix}load-balancer-method`]: 'a TraefikService',
    [`${prefix}max-conn-amount`]: middleware('inFlightReq'),
    [`${prefix}pass-client-tls-cert`]: middleware('passTLSClientCert'),
    [`${prefix}preserve-host`]: `${prefix}service.passhostheader on the Service`,
    [`${prefix}priority`]: `${prefix}router.priority`,
    [`${prefix}rate-limit`]: middleware('rateLimit'),
    [`${prefix}redirect-entry-point`]: middleware('redirectScheme'),
    [`${prefix}redirect-regex`]: middleware('redirectRegex'),
    [`${prefix}request-modifier`]: middleware('replacePath or addPrefix'),
    [`${prefix}rewrite-target`]: middleware('replacePathRegex or stripPrefix'),
    [`${prefix}rule-type`]: middleware('stripPrefix'),
    [`${prefix}service-weights`]: 'a TraefikService with weights',
    [`${prefix}session-cookie-name`]: `${prefix}service.sticky.cookie.name on the Service`,
    [`${prefix}whitelist-source-range`]: middleware('ipAllowList'),
  },
});

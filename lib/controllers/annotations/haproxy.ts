import { defineFamily, keysOf } from './family';

const prefix = 'haproxy.org/';
const ingress = ['Ingress'] as const;
const service = ['Service'] as const;
const both = ['Ingress', 'Service'] as const;

const keys = keysOf(prefix, [
  ['switch', ingress, 'cors-allow-credentials cors-enable ssl-redirect'],
  ['switch', both, 'check forwarded-for server-ssl ssl-passthrough'],
  ['switch', both, 'standalone-backend'],
  ['integer', ingress, 'rate-limit-requests request-capture-len request-redirect-code ssl-redirect-port'],
  ['integer', both, 'pod-maxconn scale-server-slots'],
  ['haproxy-time', ingress, 'cors-max-age rate-limit-period'],
  ['haproxy-time', both, `check-interval timeout-check timeout-server`],
  [['301', '302', '303'], ingress, 'ssl-redirect-code'],
  [['proxy', 'proxy-v1', 'proxy-v2', 'proxy-v2-ssl', 'proxy-v2-ssl-cn'], both, 'send-proxy-protocol'],
  [['h1', 'h2'], both, 'server-proto'],
  [
    'text',
    ingress,
    `allow-list auth-realm auth-secret auth-type blacklist cors-allow-headers cors-allow-methods cors-allow-origin deny-list
    frontend-config-snippet ingress.class path-rewrite rate-limit-size rate-limit-status-code rate-limit-whitelist
    request-capture request-redirect request-set-header response-set-header set-host src-ip-header whitelist`,
  ],
  ['text', both, 'backend-config-snippet check-http cr-backend load-balance server-ca server-crt'],
  ['text', service, 'cookie-persistence cookie-persistence-no-dynamic route-acl'],
]);

/** HAProxy Technologies' Kubernetes Ingress Controller: documentation/annotations.md of 3.2. */
export const haproxyAnnotations = defineFamily({
  title: 'HAProxy Kubernetes Ingress Controller',
  controllerStrings: ['haproxy.org/ingress-controller'],
  classNames: ['haproxy'],
  images: ['haproxytech/kubernetes-ingress'],
  prefixes: [prefix, 'ingress.haproxy.org/', 'haproxy.com/'],
  complete: true,
  keys: new Map([
    ...keys,
    ...keys.map(([key, known]): (typeof keys)[number] => [key.replace(prefix, 'ingress.haproxy.org/'), known]),
    ...keys.map(([key, known]): (typeof keys)[number] => [key.replace(prefix, 'haproxy.com/'), known]),
  ]),
});

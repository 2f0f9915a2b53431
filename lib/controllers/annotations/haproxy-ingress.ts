import { defineFamily, keysOf } from './family';

const prefix = 'haproxy-ingress.github.io/';
// Annotations of a Service go before those of the Ingress: both may have every key that is not global.
const both = ['Ingress', 'Service'] as const;

const keys = keysOf(prefix, [
  [
    'boolean',
    both,
    `app-protocol-redirect auth-tls-cert-header auth-tls-strict cors-allow-credentials cors-enable dynamic-scaling hsts
    hsts-include-subdomains hsts-preload secure-backends service-upstream session-cookie-dynamic session-cookie-preserve
    session-cookie-same-site session-cookie-shared ssl-always-add-https ssl-always-follow-redirect ssl-fingerprint-lower
    ssl-passthrough ssl-redirect tcp-service-proxy-protocol var-namespace`,
  ],
  [
    'integer',
    both,
    `backend-server-slots-increment health-check-fall-count health-check-rise-count hsts-max-age initial-weight
    limit-connections limit-rps maxconn-server maxqueue-server session-cookie-max-age slots-min-free tcp-service-port
    cors-max-age`,
  ],
  [
    'haproxy-time',
    both,
    `backend-check-interval health-check-interval timeout-connect timeout-http-request timeout-keep-alive timeout-queue
    timeout-server timeout-server-fin timeout-tunnel`,
  ],
  ['cidrs', both, 'limit-whitelist'],
  [['h1', 'h2', 'h1-ssl', 'h2-ssl', 'http', 'https', 'grpc', 'grpcs', 'fcgi'], both, 'backend-protocol'],
  [['pod', 'deploy'], both, 'blue-green-mode'],
  [['insert', 'prefix', 'rewrite'], both, 'session-cookie-strategy'],
  [['server-name', 'pod-uid'], both, 'session-cookie-value-strategy'],
  [['deny', 'detect'], both, 'waf-mode'],
  [
    'text',
    both,
    `affinity agent-check-addr agent-check-interval agent-check-port agent-check-send allowlist-source-header
    allowlist-source-range app-root assign-backend-server-id auth-headers-fail auth-headers-request auth-headers-succeed
    auth-log-format auth-method auth-realm auth-secret auth-signin auth-tls-error-page auth-tls-secret
    auth-tls-verify-client auth-url backend-server-naming balance-algorithm blue-green-balance blue-green-cookie
    blue-green-deploy blue-green-header cert-signer close-sessions-duration config-backend config-backend-early
    config-backend-late config-tcp-service cors-allow-headers cors-allow-methods cors-allow-origin
    cors-allow-origin-regex cors-expose-headers denylist-source-range fcgi-app headers health-check-addr
    health-check-port health-check-uri http-header-match http-header-match-regex http-response-200 oauth oauth-headers
    oauth-uri-prefix path-type proxy-body-size proxy-protocol redirect-code redirect-from redirect-from-code
    redirect-from-regex redirect-to redirect-to-code rewrite-target secure-crt-secret secure-sni secure-verify-ca-secret
    secure-verify-hostname server-alias server-alias-regex session-cookie-domain session-cookie-keywords
    session-cookie-name session-cookie-path source-address-intf ssl-cipher-suites ssl-cipher-suites-backend ssl-ciphers
    ssl-ciphers-backend ssl-options-backend ssl-options-host ssl-passthrough-http-port ssl-redirect-code
    tcp-service-log-format tls-alpn use-resolver waf whitelist-source-range`,
  ],
]);

const oldPrefix = 'ingress.kubernetes.io/';

/** HAProxy Ingress of jcmoraisjr, N42 Gateway from 0.17: docs/content/en/docs/configuration/keys.md. */
export const haproxyIngressAnnotations = defineFamily({
  title: 'HAProxy Ingress',
  controllerStrings: ['haproxy-ingress.github.io/controller'],
  classNames: ['haproxy'],
  images: ['jcmoraisjr/haproxy-ingress'],
  prefixes: [prefix, oldPrefix],
  // Options come with every version, and `ingress.kubernetes.io/` was everyone's.
  complete: true,
  keys: new Map(keys),
  openKeys: [oldPrefix, `${prefix}http-response-`],
});

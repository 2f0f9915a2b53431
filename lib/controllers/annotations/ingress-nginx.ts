import { defineFamily, keysOf } from './family';

const prefix = 'nginx.ingress.kubernetes.io/';
const ingress = ['Ingress'] as const;

const keys = keysOf(prefix, [
  [
    'boolean',
    ingress,
    `auth-always-set-cookie auth-keepalive-share-vars auth-tls-pass-certificate-to-upstream canary cors-allow-credentials
    disable-proxy-intercept-errors enable-access-log enable-cors enable-global-auth enable-modsecurity enable-opentelemetry
    enable-owasp-core-rules enable-rewrite-log force-ssl-redirect from-to-www-redirect http2-push-preload
    opentelemetry-trust-incoming-span preserve-trailing-slash service-upstream session-cookie-change-on-failure
    session-cookie-conditional-samesite-none session-cookie-secure ssl-passthrough ssl-prefer-server-ciphers ssl-redirect
    upstream-hash-by-subset use-port-in-redirects use-regex`,
  ],
  [
    'integer',
    ingress,
    `auth-keepalive auth-keepalive-requests auth-tls-verify-depth canary-weight canary-weight-total limit-burst-multiplier
    limit-connections limit-rate limit-rate-after limit-rpm limit-rps permanent-redirect-code proxy-buffers-number
    proxy-next-upstream-tries proxy-ssl-verify-depth temporal-redirect-code upstream-hash-by-subset-size`,
  ],
  [
    'seconds',
    ingress,
    `auth-keepalive-timeout cors-max-age proxy-connect-timeout proxy-next-upstream-timeout proxy-read-timeout
    proxy-send-timeout session-cookie-expires session-cookie-max-age`,
  ],
  [
    'size',
    ingress,
    'client-body-buffer-size proxy-body-size proxy-buffer-size proxy-busy-buffers-size proxy-max-temp-file-size',
  ],
  [
    'cidrs',
    ingress,
    'allowlist-source-range denylist-source-range limit-allowlist limit-whitelist whitelist-source-range',
  ],
  [['basic', 'digest'], ingress, 'auth-type'],
  [['auth-file', 'auth-map'], ingress, 'auth-secret-type'],
  [['balanced', 'persistent'], ingress, 'affinity-mode'],
  [['sticky', 'legacy'], ingress, 'affinity-canary-behavior'],
  [['cookie'], ingress, 'affinity'],
  [['any', 'all'], ingress, 'satisfy'],
  [
    ['on', 'off'],
    ingress,
    'mirror-request-body proxy-buffering proxy-request-buffering proxy-ssl-server-name proxy-ssl-verify',
  ],
  [['1.0', '1.1'], ingress, 'proxy-http-version'],
  // The server lets case pass: internal/ingress/annotations/backendprotocol
  [['HTTP', 'HTTPS', 'GRPC', 'GRPCS', 'FCGI', 'AUTO_HTTP'], ingress, 'backend-protocol'],
  [['None', 'Lax', 'Strict'], ingress, 'session-cookie-samesite'],
  [['on', 'off', 'optional', 'optional_no_ca'], ingress, 'auth-tls-verify-client'],
  [
    'text',
    ingress,
    `app-root auth-cache-duration auth-cache-key auth-method auth-proxy-set-headers auth-realm auth-request-redirect
    auth-response-headers auth-secret auth-signin auth-signin-redirect-param auth-snippet auth-tls-error-page
    auth-tls-match-cn auth-tls-secret auth-url canary-by-cookie canary-by-header canary-by-header-pattern
    canary-by-header-value configuration-snippet connection-proxy-header cors-allow-headers cors-allow-methods
    cors-allow-origin cors-expose-headers custom-headers custom-http-errors default-backend fastcgi-index
    fastcgi-params-configmap load-balance mirror-host mirror-target modsecurity-snippet modsecurity-transaction-id
    opentelemetry-operation-name permanent-redirect proxy-cookie-domain proxy-cookie-path proxy-next-upstream
    proxy-redirect-from proxy-redirect-to proxy-ssl-ciphers proxy-ssl-name proxy-ssl-protocols proxy-ssl-secret
    relative-redirects rewrite-target server-alias server-snippet session-cookie-domain session-cookie-name
    session-cookie-path ssl-ciphers stream-snippet temporal-redirect upstream-hash-by upstream-vhost x-forwarded-prefix`,
  ],
]);

/** Kubernetes' own ingress-nginx: docs/user-guide/nginx-configuration/annotations.md of v1.15. */
export const ingressNginxAnnotations = defineFamily({
  title: 'ingress-nginx',
  controllerStrings: ['k8s.io/ingress-nginx'],
  classNames: ['nginx', 'public', 'nginx-internal', 'nginx-external'],
  images: [
    'ingress-nginx/controller',
    'ingress-nginx/controller-chroot',
    'kubernetes-ingress-controller/nginx-ingress-controller',
  ],
  prefixes: [prefix],
  keys: new Map(keys),
  gone: {
    [`${prefix}secure-backends`]: `${prefix}backend-protocol: HTTPS`,
    [`${prefix}grpc-backend`]: `${prefix}backend-protocol: GRPC`,
    [`${prefix}session-cookie-hash`]: `${prefix}session-cookie-name alone`,
    [`${prefix}add-base-url`]: 'links without a host in the application',
    [`${prefix}base-url-scheme`]: 'links without a host in the application',
    [`${prefix}enable-opentracing`]: `${prefix}enable-opentelemetry`,
    [`${prefix}opentracing-trust-incoming-span`]: `${prefix}opentelemetry-trust-incoming-span`,
    [`${prefix}enable-influxdb`]: 'the metrics of the controller',
  },
});

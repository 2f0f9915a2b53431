import { defineFamily, keysOf } from './family';

const prefix = 'nginx.org/';
const ingress = ['Ingress'] as const;

const keys = [
  ...keysOf(prefix, [
    [
      'boolean',
      ingress,
      `hsts hsts-behind-proxy hsts-include-subdomains limit-req-dry-run limit-req-no-delay limit-req-scale proxy-buffering
      redirect-to-https ssl-prefer-server-ciphers ssl-redirect use-cluster-ip`,
    ],
    [
      'integer',
      ingress,
      `hsts-max-age http-redirect-code keepalive limit-req-burst limit-req-delay limit-req-reject-code max-conns max-fails
      proxy-next-upstream-tries`,
    ],
    [
      'nginx-time',
      ingress,
      'fail-timeout proxy-connect-timeout proxy-next-upstream-timeout proxy-read-timeout proxy-send-timeout',
    ],
    [
      'size',
      ingress,
      `client-body-buffer-size client-max-body-size limit-req-zone-size proxy-buffer-size proxy-busy-buffers-size
      proxy-max-temp-file-size upstream-zone-size`,
    ],
    [['master', 'minion'], ingress, 'mergeable-ingress-type'],
    [['case_sensitive', 'case_insensitive', 'exact'], ingress, 'path-regex'],
    [
      'text',
      ingress,
      `add-header add-header-inherit app-root basic-auth-realm basic-auth-secret custom-http-errors grpc-services lb-method
      limit-req-key limit-req-log-level limit-req-rate listen-ports listen-ports-ssl location-snippets policies proxy-buffers
      proxy-hide-headers proxy-next-upstream proxy-pass-headers proxy-redirect-from proxy-redirect-to proxy-set-headers
      rewrite-target rewrites server-snippets server-tokens ssl-ciphers ssl-services sticky-cookie-services
      websocket-services`,
    ],
  ]),
  ...keysOf('nginx.com/', [
    ['boolean', ingress, 'health-checks health-checks-mandatory'],
    ['integer', ingress, 'health-checks-mandatory-queue'],
    ['nginx-time', ingress, 'slow-start'],
    ['text', ingress, 'jwt-key jwt-login-url jwt-realm jwt-token policies sticky-cookie-services'],
  ]),
];

/** NGINX Ingress Controller of F5: internal/k8s/validation.go of 5.6. */
export const nginxAnnotations = defineFamily({
  title: 'F5 NGINX Ingress Controller',
  controllerStrings: ['nginx.org/ingress-controller'],
  classNames: ['nginx'],
  images: ['nginx/nginx-ingress', 'nginx-ic/nginx-plus-ingress', 'nginxinc/nginx-ingress'],
  prefixes: [prefix, 'nginx.com/'],
  keys: new Map(keys),
});

import { onePathOf } from '../checks/one-path';
import type { OptionTable } from '../dialect';
import { hstsValue } from '../hsts';
import type { ApplicationGatewayDraft } from './draft';
import { prefix } from './draft';

const firewall =
  'a policy of its Web Application Firewall does it; make one, and name it in the annotation appgw.ingress.kubernetes.io/waf-policy-for-path';
const application = 'it has none; let the application do it';
const ownCookie = 'it makes the cookie by itself, for the session; leave it out';

/** The longest that a gateway waits for an answer. https://learn.microsoft.com/azure/application-gateway/configuration-http-settings */
const mostSeconds = 86_400;

/** https://azure.github.io/application-gateway-kubernetes-ingress/annotations/ */
export const applicationGatewayOptions: OptionTable<ApplicationGatewayDraft> = {
  stickySession: {
    how: 'cookie-based-affinity',
    lacks: {
      cookie: 'it calls the cookie ApplicationGatewayAffinity; leave the name out',
      maxAgeSeconds: ownCookie,
      secure: ownCookie,
      sameSite: ownCookie,
    },
    write(_value, draft) {
      draft.annotate(`${prefix}cookie-based-affinity`, true);
    },
  },
  sourceIpAffinity: { unsupported: 'it knows clients by a cookie alone; use stickySession' },
  tlsPassthrough: { unsupported: 'it ends TLS itself; use Exposure.loadBalancer' },
  stripPrefix: {
    how: 'backend-path-prefix',
    write(_value, draft, route) {
      if (onePathOf(route, draft, 'stripPrefix') !== undefined) draft.annotate(`${prefix}backend-path-prefix`, '/');
    },
  },
  rewritePath: {
    how: 'backend-path-prefix',
    write(to, draft, route) {
      if (onePathOf(route, draft, 'rewritePath') !== undefined)
        draft.annotate(`${prefix}backend-path-prefix`, `${to.replace(/\/$/, '')}/`);
    },
  },
  redirect: { unsupported: 'its controller redirects to HTTPS alone; let the application answer' },
  forceHttps: {
    how: 'ssl-redirect',
    note: 'Answers 301. With tls and without it, nobody answers plain HTTP.',
    write(value, draft, route) {
      const { tls } = route;
      if (value && tls.length === 0)
        draft.refuse('forceHttps needs the port for TLS, which an Ingress with tls has only: give tls');
      if (!value && tls.length > 0)
        draft.refuse(
          'forceHttps false cannot be had from the Application Gateway Ingress Controller: a host with TLS is served by TLS alone, make an exposure without tls for plain HTTP',
        );
      if (value) draft.annotate(`${prefix}ssl-redirect`, true);
    },
  },
  hsts: {
    how: 'AzureApplicationGatewayRewrite: responseHeaderConfigurations',
    write(hsts, draft) {
      draft.changeHeaders('hsts', { setResponse: { 'Strict-Transport-Security': hstsValue(hsts) } });
    },
  },
  maxBodySize: { unsupported: firewall },
  timeouts: {
    how: 'request-timeout',
    note: 'readSeconds is the time until the answer begins.',
    lacks: {
      connectSeconds: 'it has one time for the whole answer; give readSeconds',
      sendSeconds: 'it has one time for the whole answer; give readSeconds',
    },
    write({ readSeconds }, draft) {
      if (readSeconds === undefined) return;
      if (readSeconds > mostSeconds)
        draft.refuse(`timeouts.readSeconds is ${readSeconds}: at most ${mostSeconds}, a day, is allowed`);
      draft.annotate(`${prefix}request-timeout`, readSeconds);
    },
  },
  webSocket: { how: 'nothing to set', write: () => undefined },
  backendProtocol: {
    how: 'backend-protocol',
    note: 'HTTP and HTTPS alone. Certificates of pods are checked always: by known authorities, or by those that the annotation appgw-trusted-root-certificate names.',
    write(value, draft) {
      if (value !== 'HTTP' && value !== 'HTTPS')
        draft.refuse(
          `backendProtocol ${value} cannot be had from the Application Gateway Ingress Controller: it speaks HTTP/1.1 to pods, take HTTP or HTTPS`,
        );
      draft.annotate(`${prefix}backend-protocol`, value.toLowerCase());
    },
  },
  backendTls: {
    unsupported:
      'authorities are put into the gateway itself, and no Secret is read; name them in the annotation appgw.ingress.kubernetes.io/appgw-trusted-root-certificate',
  },
  allowSources: { unsupported: firewall },
  denySources: { unsupported: firewall },
  rateLimit: { unsupported: firewall },
  connectionLimit: { unsupported: application },
  basicAuth: { unsupported: application },
  externalAuth: { unsupported: application },
  cors: { unsupported: 'it answers no preflights; let the application answer' },
  canary: { unsupported: 'its controller leads a path to one Service; take another host or path for the canary' },
  headers: {
    how: 'AzureApplicationGatewayRewrite: requestHeaderConfigurations, responseHeaderConfigurations',
    write(changes, draft) {
      draft.changeHeaders('headers', changes);
    },
  },
  compression: { unsupported: application },
  externalNameBackend: { unsupported: 'it leads to pods of the cluster; use a controller of the cluster' },
};

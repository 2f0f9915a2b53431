import { bytesOf } from '../byte-size';
import type { OptionTable, Route } from '../dialect';
import type { Canary, HeaderChanges } from '../ingress-options';
import type { TraefikDraft } from './draft';
import { escapeRegex } from './draft';

const prefix = 'traefik.ingress.kubernetes.io/';

/** https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/ and .../kubernetes/ingress/ */
export const traefikOptions: OptionTable<TraefikDraft> = {
  stickySession: {
    how: 'Service: service.sticky.cookie and what begins with it',
    write({ cookie = 'route', maxAgeSeconds, secure, sameSite }, draft) {
      const sticky = `${prefix}service.sticky.cookie`;
      draft.annotateService(sticky, true);
      draft.annotateService(`${sticky}.name`, cookie);
      if (maxAgeSeconds !== undefined) draft.annotateService(`${sticky}.maxage`, maxAgeSeconds);
      if (secure !== undefined) draft.annotateService(`${sticky}.secure`, secure);
      if (sameSite !== undefined) draft.annotateService(`${sticky}.samesite`, sameSite.toLowerCase());
      draft.serviceFields['sticky'] = {
        cookie: { name: cookie, maxAge: maxAgeSeconds, secure, sameSite: sameSite?.toLowerCase() },
      };
    },
  },
  sourceIpAffinity: {
    how: 'IngressRoute: services[].strategy hrw',
    note: 'Highest random weight by the client address.',
    write(_value, draft) {
      draft.needsIngressRoute = true;
      draft.serviceFields['strategy'] = 'hrw';
    },
  },
  tlsPassthrough: {
    how: 'IngressRouteTCP: tls.passthrough',
    note: 'Any HTTP router with TLS for the same host hides it.',
    write(_value, draft, route) {
      draft.passthrough = true;
      draft.need({ id: 'crd-provider', setting: "Traefik's CRDs, and the flag --providers.kubernetescrd" });
      refuseBeside(draft, route);
    },
  },
  stripPrefix: {
    how: 'Middleware stripPrefix',
    write(_value, draft, route) {
      const prefixes = prefixesOf(route);
      if (prefixes.length > 0) draft.middleware(route, 'strip-prefix', { stripPrefix: { prefixes } });
    },
  },
  rewritePath: {
    how: 'Middleware replacePathRegex',
    write(to, draft, route) {
      const from = prefixesOf(route).map(escapeRegex).join('|');
      const regex = from === '' ? '^/(.*)' : `^(?:${from})(?:/(.*))?$`;
      const replacement = `${to.replace(/\/$/, '').replaceAll('$', '$$$$')}/$1`;
      draft.middleware(route, 'rewrite', { replacePathRegex: { regex, replacement } });
    },
  },
  redirect: {
    how: 'Middleware redirectRegex',
    note: 'Answers 302 or 301 to GET, 307 or 308 to other methods.',
    write({ to, status = 302 }, draft, route) {
      const permanent = status === 301 || status === 308;
      draft.middleware(route, 'redirect', {
        redirectRegex: { regex: '.*', replacement: to.replaceAll('$', '$$$$'), permanent },
      });
    },
  },
  forceHttps: {
    how: 'Middleware redirectScheme',
    note: 'Without it a host with TLS is served over plain HTTP too.',
    write(value, draft, route) {
      if (value) draft.middleware(route, 'https', { redirectScheme: { scheme: 'https', permanent: true } });
    },
  },
  hsts: {
    how: 'Middleware headers.stsSeconds',
    write({ maxAgeSeconds, includeSubdomains, preload }, draft, route) {
      draft.middleware(route, 'hsts', {
        headers: { stsSeconds: maxAgeSeconds, stsIncludeSubdomains: includeSubdomains, stsPreload: preload },
      });
    },
  },
  maxBodySize: {
    how: 'Middleware buffering.maxRequestBodyBytes',
    note: 'The whole body is read before the pod sees any of it.',
    write(size, draft, route) {
      const bytes = bytesOf(size);
      if (bytes === undefined) draft.refuse(`maxBodySize is '${size}', which is no quantity: give 8Mi or the like`);
      else draft.middleware(route, 'body-size', { buffering: { maxRequestBodyBytes: bytes } });
    },
  },
  timeouts: {
    how: 'ServersTransport forwardingTimeouts, Service: service.serverstransport',
    note: 'readSeconds is the time until the answer begins; sendSeconds is a setting of the entry point.',
    write({ connectSeconds, readSeconds, sendSeconds }, draft, route) {
      if (sendSeconds !== undefined) {
        draft.refuse(
          'timeouts.sendSeconds cannot be had from Traefik for one route: set respondingTimeouts.readTimeout of the entry point',
        );
      }
      transport(draft, route, {
        forwardingTimeouts: {
          dialTimeout: connectSeconds === undefined ? undefined : `${connectSeconds}s`,
          responseHeaderTimeout: readSeconds === undefined ? undefined : `${readSeconds}s`,
        },
      });
    },
  },
  webSocket: { how: 'nothing to set', write: () => undefined },
  backendProtocol: {
    how: 'Service: service.serversscheme',
    write(protocol, draft) {
      const scheme = { HTTP: 'http', HTTPS: 'https', H2C: 'h2c', GRPC: 'h2c', GRPCS: 'https' }[protocol];
      draft.annotateService(`${prefix}service.serversscheme`, scheme);
      draft.serviceFields['scheme'] = scheme;
    },
  },
  backendTls: {
    how: 'ServersTransport rootCAsSecrets and serverName, Service: service.serverstransport',
    write({ caSecretName, serverName }, draft, route) {
      transport(draft, route, { rootCAsSecrets: [caSecretName], serverName });
    },
  },
  allowSources: {
    how: 'Middleware ipAllowList',
    write(sourceRange, draft, route) {
      draft.middleware(route, 'allow', { ipAllowList: { sourceRange } });
    },
  },
  denySources: { unsupported: 'it has lists of who may come in only; use allowSources, or a firewall before it' },
  rateLimit: {
    how: 'Middleware rateLimit',
    note: 'Answers 429.',
    write({ requests, per = 'second', burst }, draft, route) {
      draft.middleware(route, 'rate-limit', {
        rateLimit: { average: requests, period: per === 'second' ? '1s' : '1m', burst },
      });
    },
  },
  connectionLimit: {
    how: 'Middleware inFlightReq',
    note: 'Counts requests, and answers 429.',
    write(amount, draft, route) {
      draft.middleware(route, 'in-flight', { inFlightReq: { amount, sourceCriterion: { ipStrategy: { depth: 0 } } } });
    },
  },
  basicAuth: {
    how: 'Middleware basicAuth',
    note: 'The Secret holds lines of htpasswd under the key users.',
    write({ secretName, realm }, draft, route) {
      draft.middleware(route, 'basic-auth', { basicAuth: { secret: secretName, realm } });
    },
  },
  externalAuth: {
    how: 'Middleware forwardAuth',
    write({ url, responseHeaders }, draft, route) {
      draft.middleware(route, 'auth', { forwardAuth: { address: url, authResponseHeaders: responseHeaders } });
    },
  },
  cors: {
    how: 'Middleware headers.accessControl...',
    write({ allowOrigins, allowMethods, allowHeaders, exposeHeaders, allowCredentials, maxAgeSeconds }, draft, route) {
      draft.middleware(route, 'cors', {
        headers: {
          accessControlAllowOriginList: allowOrigins,
          accessControlAllowMethods: allowMethods,
          accessControlAllowHeaders: allowHeaders,
          accessControlExposeHeaders: exposeHeaders,
          accessControlAllowCredentials: allowCredentials,
          accessControlMaxAge: maxAgeSeconds,
          addVaryHeader: true,
        },
      });
    },
  },
  canary: {
    how: 'IngressRoute: services[].weight, or a rule of its own',
    write(canary, draft, route) {
      if (route.defaultBackend !== undefined)
        draft.refuse('a canary takes an IngressRoute from Traefik, which has no default backend: leave one out');
      draft.needsIngressRoute = true;
      draft.need({ id: 'crd-provider', setting: "Traefik's CRDs, and the flag --providers.kubernetescrd" });
      draft.split = { service: canary.service, port: canary.port, by: shareOf(canary) };
    },
  },
  headers: {
    how: 'Middleware headers.custom...Headers',
    write(changes, draft, route) {
      draft.middleware(route, 'headers', {
        headers: {
          customRequestHeaders: headerMap(changes.setRequest, changes.removeRequest),
          customResponseHeaders: headerMap(changes.setResponse, changes.removeResponse),
        },
      });
    },
  },
  compression: {
    how: 'Middleware compress',
    write(_value, draft, route) {
      draft.middleware(route, 'compress', { compress: {} });
    },
  },
  externalNameBackend: {
    how: 'flags --providers.kubernetesingress.allowexternalnameservices and --providers.kubernetescrd.allowexternalnameservices',
    write(_value, draft) {
      draft.need({
        id: 'external-name-services',
        setting:
          'the flag --providers.kubernetesingress.allowexternalnameservices=true (and --providers.kubernetescrd...)',
      });
    },
  },
};

/** The paths of a route that are more than the root. */
function prefixesOf(route: Route): readonly string[] {
  const paths = route.rules.flatMap((rule) => rule.paths.map(({ path }) => path.replace(/\/$/, '')));
  return [...new Set(paths)].filter((path) => path !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** One ServersTransport for all that concerns the connection to the pods. */
function transport(draft: TraefikDraft, route: Route, spec: Readonly<Record<string, unknown>>): void {
  const name = `${route.name}-transport`;
  const known = draft.beside.find((object) => object.name === name);
  const merged = { ...known?.spec, ...spec };
  if (known !== undefined) draft.beside.splice(draft.beside.indexOf(known), 1);
  draft.beside.push({ apiVersion: 'traefik.io/v1alpha1', kind: 'ServersTransport', name, spec: merged });
  draft.annotateService(`${prefix}service.serverstransport`, `${route.namespace ?? ''}-${name}@kubernetescrd`);
  draft.serviceFields['serversTransport'] = name;
  draft.need({ id: 'crd-provider', setting: "Traefik's CRDs, and the flag --providers.kubernetescrd" });
}

function shareOf(canary: Canary): { weight: number } | { match: string } {
  if (canary.weight !== undefined) return { weight: canary.weight };
  if (canary.header !== undefined) return { match: `Header(\`${canary.header.name}\`, \`${canary.header.value}\`)` };
  return { match: `HeaderRegexp(\`Cookie\`, \`(^|; )${escapeRegex(canary.cookie)}=always(;|$)\`)` };
}

/** Traefik takes a header away where its value is empty. */
function headerMap(
  set: HeaderChanges['setRequest'] = {},
  remove: readonly string[] = [],
): Record<string, string> | undefined {
  const map = { ...set, ...Object.fromEntries(remove.map((name) => [name, ''])) };
  return Object.keys(map).length > 0 ? map : undefined;
}

/** TLS is ended by the pods, so that nothing else of the route can be looked at. */
function refuseBeside(draft: TraefikDraft, route: Route): void {
  const others = Object.keys(route.options).filter((name) => name !== 'tlsPassthrough');
  if (others.length > 0) draft.refuse(`tlsPassthrough leaves nothing to see for ${others.join(', ')}: leave them out`);
  if (route.tls.length > 0) draft.refuse('with tlsPassthrough the pods end TLS: leave tls out');
  if (route.rules.length === 0) draft.refuse('tlsPassthrough needs a host to choose by');
}

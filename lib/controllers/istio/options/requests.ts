import { cidrOf } from '../../cidr';
import { checkPassthrough } from '../../checks/route-checks';
import type { OptionTable } from '../../dialect';
import { hstsValue } from '../../hsts';
import type { Redirect } from '../../ingress-options';
import type { IstioDraft } from '../draft';

const envoyFilter = 'none of its kinds says it but EnvoyFilter, which is bound to a release; let the application do it';
const provider =
  'it asks providers alone that the configuration of the mesh names; see an AuthorizationPolicy with the action CUSTOM';

/** What becomes of a request on its way. https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
export const requestOptions: Pick<
  OptionTable<IstioDraft>,
  | 'tlsPassthrough'
  | 'stripPrefix'
  | 'rewritePath'
  | 'redirect'
  | 'forceHttps'
  | 'hsts'
  | 'maxBodySize'
  | 'allowSources'
  | 'denySources'
  | 'rateLimit'
  | 'basicAuth'
  | 'externalAuth'
  | 'cors'
  | 'headers'
  | 'compression'
> = {
  tlsPassthrough: {
    how: 'Gateway: servers[].tls.mode PASSTHROUGH, VirtualService: tls[]',
    write(_value, draft, route) {
      draft.passthrough = true;
      checkPassthrough(route, draft);
    },
  },
  stripPrefix: {
    how: 'VirtualService: http[].rewrite.uri',
    write(_value, draft) {
      draft.rewrite = '/';
    },
  },
  rewritePath: {
    how: 'VirtualService: http[].rewrite.uri',
    write(to, draft) {
      draft.rewrite = `${to.replace(/\/$/, '')}/`;
    },
  },
  redirect: {
    how: 'VirtualService: http[].redirect',
    note: 'The query goes along, unless the URL has one of its own.',
    write(redirect, draft) {
      draft.redirect = redirectOf(redirect, draft);
    },
  },
  forceHttps: {
    how: 'Gateway: servers[].tls.httpsRedirect',
    note: 'Answers 301. Without it a host with TLS is served over plain HTTP too.',
    write(value, draft, { tls }) {
      if (value && tls.length === 0)
        draft.refuse('forceHttps needs the port for TLS, which a route with tls has only: give tls');
      draft.httpsRedirect = value;
    },
  },
  hsts: {
    how: 'VirtualService: http[].headers.response.set',
    note: 'Told over plain HTTP too, where browsers do not listen.',
    write(hsts, draft) {
      draft.responseHeaders.set['Strict-Transport-Security'] = hstsValue(hsts);
    },
  },
  maxBodySize: { unsupported: envoyFilter },
  allowSources: {
    how: 'AuthorizationPolicy of the gateway: notRemoteIpBlocks, action DENY',
    note: 'Answers 403. Stands in the namespace of the gateway, which has to be told, and its ports.',
    write(sources, draft) {
      draft.deny('allowSources', { notRemoteIpBlocks: sources.map(cidrOf) });
    },
  },
  denySources: {
    how: 'AuthorizationPolicy of the gateway: remoteIpBlocks, action DENY',
    note: 'Answers 403. Stands in the namespace of the gateway, which has to be told, and its ports.',
    write(sources, draft) {
      draft.deny('denySources', { remoteIpBlocks: sources.map(cidrOf) });
    },
  },
  rateLimit: { unsupported: envoyFilter },
  basicAuth: {
    unsupported: 'it believes tokens (JWT) alone; see its RequestAuthentication, or let the application ask',
  },
  externalAuth: { unsupported: provider },
  cors: {
    how: 'VirtualService: http[].corsPolicy',
    note: 'Answers preflights by itself.',
    write({ allowOrigins, allowMethods, allowHeaders, exposeHeaders, allowCredentials, maxAgeSeconds }, draft) {
      draft.fields['corsPolicy'] = {
        allowOrigins: allowOrigins.map((origin) => (origin === '*' ? { regex: '.*' } : { exact: origin })),
        allowMethods,
        allowHeaders,
        exposeHeaders,
        allowCredentials,
        maxAge: maxAgeSeconds === undefined ? undefined : `${maxAgeSeconds}s`,
      };
    },
  },
  headers: {
    how: 'VirtualService: http[].headers',
    write({ setRequest = {}, removeRequest = [], setResponse = {}, removeResponse = [] }, draft) {
      Object.assign(draft.requestHeaders.set, literal(setRequest));
      Object.assign(draft.responseHeaders.set, literal(setResponse));
      draft.requestHeaders.remove.push(...removeRequest);
      draft.responseHeaders.remove.push(...removeResponse);
    },
  },
  compression: { unsupported: envoyFilter },
};

function redirectOf({ to, status = 302 }: Redirect, draft: IstioDraft): object {
  const { protocol, hostname, port, pathname, search, hash } = new URL(to);
  if (hash !== '') draft.refuse('redirect.to has a fragment, which Istio does not send: leave out what begins with #');
  return {
    scheme: protocol.replace(':', ''),
    authority: hostname,
    port: port === '' ? undefined : Number(port),
    uri: pathname + search,
    redirectCode: status,
  };
}

/** Envoy reads per cent signs as variables. https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#custom-request-response-headers */
function literal(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll('%', '%%')]));
}

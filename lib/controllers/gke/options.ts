import type { OptionTable } from '../dialect';
import { hstsValue } from '../hsts';
import { servicePortsOf } from '../service-ports';
import type { GkeDraft } from './draft';

const cloudArmor =
  'a Google Cloud Armor policy does it; make one, and name it in securityPolicy of IngressController.gke';
const gatewayApi = 'its Ingress has no field for it; the Gateway API of GKE has';
const application = 'it has none; let the application do it';

/** `validateSessionAffinity` of pkg/backendconfig/validation.go */
const mostStickySeconds = 86_400;

/** The protocols of `ApplicationProtocols` in pkg/annotations/service.go: HTTP/2 means TLS. */
const protocols = { HTTP: 'HTTP', HTTPS: 'HTTPS', GRPCS: 'HTTP2', H2C: undefined, GRPC: undefined } as const;

/** BackendConfigSpec and FrontendConfigSpec of kubernetes/ingress-gce, pkg/apis. */
export const gkeOptions: Omit<OptionTable<GkeDraft>, 'stickySession'> = {
  sourceIpAffinity: {
    how: 'BackendConfig: sessionAffinity.affinityType CLIENT_IP',
    write(_value, draft, route) {
      if (route.options.stickySession !== undefined)
        draft.refuse('stickySession and sourceIpAffinity are one field of a BackendConfig: keep one');
      draft.backendConfig['sessionAffinity'] = { affinityType: 'CLIENT_IP' };
    },
  },
  tlsPassthrough: { unsupported: 'its load balancer ends TLS itself; use Exposure.loadBalancer' },
  stripPrefix: { unsupported: gatewayApi },
  rewritePath: { unsupported: gatewayApi },
  redirect: { unsupported: gatewayApi },
  forceHttps: {
    how: 'FrontendConfig: redirectToHttps',
    note: 'Answers 301. The class gce-internal has no FrontendConfig.',
    write(value, draft, route) {
      if (!value) return;
      if (draft.internal)
        draft.refuse('forceHttps cannot be had from the class gce-internal: let the application redirect');
      if (route.tls.length === 0)
        draft.refuse('forceHttps needs the port for TLS, which an Ingress with tls has only: give tls');
      draft.frontendConfig['redirectToHttps'] = { enabled: true, responseCodeName: 'MOVED_PERMANENTLY_DEFAULT' };
    },
  },
  hsts: {
    how: 'BackendConfig: customResponseHeaders',
    write(hsts, draft) {
      addHeaders(draft, 'customResponseHeaders', { 'Strict-Transport-Security': hstsValue(hsts) }, 'hsts');
    },
  },
  maxBodySize: { unsupported: application },
  timeouts: {
    how: 'BackendConfig: timeoutSec',
    note: 'readSeconds is the time for the whole answer, and the longest that a WebSocket lasts.',
    lacks: {
      connectSeconds: 'it has one time for the whole answer; give readSeconds',
      sendSeconds: 'it has one time for the whole answer; give readSeconds',
    },
    write({ readSeconds }, draft) {
      if (readSeconds !== undefined) draft.backendConfig['timeoutSec'] = readSeconds;
    },
  },
  webSocket: {
    how: 'nothing to set',
    note: 'A connection is closed after timeouts.readSeconds, 30 unless told otherwise.',
    write: () => undefined,
  },
  backendProtocol: {
    how: 'Service: cloud.google.com/app-protocols',
    note: 'HTTP, HTTPS and GRPCS alone, since HTTP/2 needs TLS. Certificates of pods are not checked.',
    write(value, draft, route) {
      const protocol = protocols[value];
      if (protocol === undefined)
        draft.refuse(`backendProtocol ${value} cannot be had from GKE: HTTP/2 goes over TLS alone, take GRPCS`);
      const ports = servicePortsOf(route).map(({ name }) => [name, protocol]);
      draft.annotateService('cloud.google.com/app-protocols', JSON.stringify(Object.fromEntries(ports)));
    },
  },
  backendTls: { unsupported: 'it checks no certificates of pods; leave it out, or end TLS in a proxy beside the pods' },
  allowSources: { unsupported: cloudArmor },
  denySources: { unsupported: cloudArmor },
  rateLimit: { unsupported: cloudArmor },
  connectionLimit: { unsupported: application },
  basicAuth: { unsupported: 'it asks Identity-Aware Proxy alone; let the application ask' },
  externalAuth: { unsupported: 'it asks Identity-Aware Proxy alone; let the application ask' },
  cors: {
    unsupported: 'it adds the same headers to every answer and answers no preflights; let the application answer',
  },
  canary: { unsupported: gatewayApi },
  headers: {
    how: 'BackendConfig: customRequestHeaders, customResponseHeaders',
    note: 'The class gce-internal has none.',
    lacks: {
      removeRequest: 'it only sets headers; let the application ignore it',
      removeResponse: 'it only sets headers; let the application leave it out',
    },
    write({ setRequest = {}, setResponse = {} }, draft) {
      addHeaders(draft, 'customRequestHeaders', setRequest, 'headers.setRequest');
      addHeaders(draft, 'customResponseHeaders', setResponse, 'headers.setResponse');
    },
  },
  compression: { unsupported: 'Cloud CDN alone compresses; let the application do it' },
  externalNameBackend: { unsupported: 'it leads to pods and nodes of the cluster; use a controller of the cluster' },
};

/** Which pod takes a request. */
export function sessionOptions(networkEndpointGroups: boolean): Pick<OptionTable<GkeDraft>, 'stickySession'> {
  return {
    stickySession: {
      how: 'BackendConfig: sessionAffinity.affinityType GENERATED_COOKIE',
      lacks: {
        cookie: 'it calls the cookie GCLB or GCILB; leave the name out',
        secure: 'it makes the cookie by itself; leave it out',
        sameSite: 'it makes the cookie by itself; leave it out',
      },
      write({ maxAgeSeconds = 0 }, draft) {
        if (!networkEndpointGroups)
          draft.refuse(
            'stickySession holds for a node without network endpoint groups: leave networkEndpointGroups on',
          );
        if (maxAgeSeconds > mostStickySeconds)
          draft.refuse(
            `stickySession.maxAgeSeconds is ${maxAgeSeconds}: at most ${mostStickySeconds}, a day, is allowed`,
          );
        draft.backendConfig['sessionAffinity'] = {
          affinityType: 'GENERATED_COOKIE',
          affinityCookieTtlSec: maxAgeSeconds,
        };
      },
    },
  };
}

/** https://cloud.google.com/load-balancing/docs/https/custom-headers: braces stand for variables. */
function addHeaders(
  draft: GkeDraft,
  field: 'customRequestHeaders' | 'customResponseHeaders',
  headers: Readonly<Record<string, string>>,
  option: string,
): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (lines.length === 0) return;
  const variable = lines.find((line) => /[{}]/.test(line));
  if (variable !== undefined)
    draft.refuse(`${option} has ${JSON.stringify(variable)}: GKE reads braces as variables, leave them out`);
  if (draft.internal) draft.refuse(`${option} cannot be had from the class gce-internal: let the application set it`);
  const before = draft.backendConfig[field] as { readonly headers: readonly string[] } | undefined;
  draft.backendConfig[field] = { headers: [...(before?.headers ?? []), ...lines] };
}

import type { OptionTable, Route } from '../../dialect';
import type { Canary } from '../../ingress-options';
import { escapeRegex } from '../../regex';
import type { IstioDraft } from '../draft';
import type { Split } from '../http-routes';
import { needs } from '../settings';

/** Which pods take a request, and how they are reached. https://istio.io/latest/docs/reference/config/networking/destination-rule/ */
export const backendOptions: Pick<
  OptionTable<IstioDraft>,
  | 'stickySession'
  | 'sourceIpAffinity'
  | 'timeouts'
  | 'webSocket'
  | 'backendProtocol'
  | 'backendTls'
  | 'connectionLimit'
  | 'canary'
  | 'externalNameBackend'
> = {
  stickySession: {
    how: 'DestinationRule: loadBalancer.consistentHash.httpCookie',
    note: 'Holds for all clients of the Service in the mesh. Some sessions move when pods come and go.',
    write({ cookie = 'route', maxAgeSeconds = 0, secure, sameSite }, draft) {
      const attributes = [
        ...(secure === true ? [{ name: 'Secure' }] : []),
        ...(sameSite === undefined ? [] : [{ name: 'SameSite', value: sameSite }]),
      ];
      const httpCookie = {
        name: cookie,
        path: '/',
        ttl: `${maxAgeSeconds}s`,
        attributes: attributes.length > 0 ? attributes : undefined,
      };
      draft.policy['loadBalancer'] = { consistentHash: { httpCookie } };
    },
  },
  sourceIpAffinity: {
    how: 'DestinationRule: loadBalancer.consistentHash.useSourceIp',
    write(_value, draft, { options }) {
      if (options.stickySession !== undefined)
        draft.refuse('stickySession and sourceIpAffinity are one field of a DestinationRule: keep one');
      draft.policy['loadBalancer'] = { consistentHash: { useSourceIp: true } };
    },
  },
  timeouts: {
    how: 'DestinationRule: connectionPool.tcp.connectTimeout, VirtualService: http[].timeout',
    note: 'readSeconds is the time for the whole answer.',
    lacks: { sendSeconds: 'it has one time for the whole answer; give readSeconds' },
    write({ connectSeconds, readSeconds }, draft) {
      if (connectSeconds !== undefined) draft.pool('tcp', { connectTimeout: `${connectSeconds}s` });
      if (readSeconds !== undefined) draft.fields['timeout'] = `${readSeconds}s`;
    },
  },
  webSocket: { how: 'nothing to set', write: () => undefined },
  backendProtocol: {
    how: 'DestinationRule: connectionPool.http.h2UpgradePolicy, tls.mode',
    note: 'Holds for all clients of the Service in the mesh.',
    write(protocol, draft, { options }) {
      const http2 = protocol === 'H2C' || protocol === 'GRPC' || protocol === 'GRPCS';
      if (http2) draft.pool('http', { h2UpgradePolicy: 'UPGRADE' });
      const tls = protocol === 'HTTPS' || protocol === 'GRPCS';
      // Istio checks certificates by the system's authorities, to which pods are unknown.
      if (tls && options.backendTls === undefined) draft.policy['tls'] = { mode: 'SIMPLE', insecureSkipVerify: true };
    },
  },
  backendTls: {
    how: 'DestinationRule: tls.credentialName, subjectAltNames and sni',
    note: 'The Secret is read in the namespace of the gateway.',
    write({ caSecretName, serverName }, draft) {
      draft.need(needs.secrets);
      draft.policy['tls'] = {
        mode: 'SIMPLE',
        credentialName: caSecretName,
        sni: serverName,
        subjectAltNames: [serverName],
      };
    },
  },
  connectionLimit: {
    unsupported: 'it limits the connections of all clients together; see connectionPool of a DestinationRule',
  },
  canary: {
    how: 'VirtualService: http[].route[].weight, or a match of its own',
    note: 'A cookie counts where its value is always.',
    write(canary, draft, { options }: Route) {
      if (canary.weight !== undefined && options.stickySession !== undefined)
        draft.refuse(
          'stickySession and canary.weight cannot be had together from Istio, since each request chooses the Service anew: choose the canary by a header or a cookie',
        );
      draft.split = { service: canary.service, port: canary.port, by: shareOf(canary) };
    },
  },
  externalNameBackend: {
    how: 'ServiceEntry for the host, made by whoever runs the mesh',
    write(_value, draft) {
      draft.need(needs.serviceEntry);
    },
  },
};

/** Names of headers are asked for in lower case. https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest */
function shareOf({ weight, header, cookie = '' }: Canary): Split['by'] {
  if (weight !== undefined) return { weight };
  if (header !== undefined) return { headers: { [header.name.toLowerCase()]: { exact: header.value } } };
  return { headers: { cookie: { regex: `(.*; *)?${escapeRegex(cookie)}=always(;.*)?` } } };
}

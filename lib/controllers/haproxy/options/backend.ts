import type { OptionTable } from '../../dialect';
import type { Canary } from '../../ingress-options';
import type { HaproxyDraft } from '../draft';
import { needs } from '../needs';
import { checkCanary } from '../route-checks';
import { literal, word } from '../text';

/** The connection to the pods, and which ones. */
export const backendOptions: Pick<
  OptionTable<HaproxyDraft>,
  'timeouts' | 'backendProtocol' | 'backendTls' | 'canary' | 'externalNameBackend'
> = {
  timeouts: {
    how: 'Service: timeout-server',
    note: 'readSeconds is the longest silence of a pod (504).',
    lacks: {
      connectSeconds: 'for all routes alone; set timeout-connect in its ConfigMap',
      sendSeconds: 'for all routes alone; set timeout-client in its ConfigMap',
    },
    write({ readSeconds }, draft) {
      if (readSeconds !== undefined) draft.setBackend('timeout-server', `${readSeconds}s`);
    },
  },
  backendProtocol: {
    how: 'Service: server-ssl, server-proto',
    write(protocol, draft) {
      draft.setBackend('server-ssl', String(protocol === 'HTTPS' || protocol === 'GRPCS'));
      if (protocol !== 'HTTP' && protocol !== 'HTTPS') draft.setBackend('server-proto', 'h2');
    },
  },
  backendTls: {
    unsupported:
      'server-ca of its Service checks who signed a certificate and not whose it is; use it as an annotation where that is enough',
  },
  canary: {
    how: 'Service: route-acl, and an Ingress that leads to the canary',
    note: 'Comes before longer paths of other Ingresses of the host. A cookie counts where its value is always.',
    write(canary, draft, route) {
      checkCanary(route, draft);
      draft.split({ service: { name: canary.service, port: { name: '', number: canary.port } } }, stays(canary));
    },
  },
  externalNameBackend: {
    how: 'nothing to set, where the flag --disable-service-external-name is not given',
    write(_value, draft) {
      draft.need(needs.externalNames);
    },
  },
};

/**
 * The condition of requests that are not for the canary. Nothing can be said of a header that is not there but through all of them, one
 * on each line.
 */
function stays(canary: Canary): string {
  if (canary.weight !== undefined) return `rand(100) lt ${100 - canary.weight}`;
  const line =
    canary.header === undefined
      ? `(?i:cookie):(?:[^\\n]*;)?\\x20*${literal(canary.cookie)}=always\\x20*[;\\r\\n]`
      : `(?i:${literal(canary.header.name)}):\\x20*${literal(canary.header.value)}\\x20*\\r?\\n`;
  return `req.hdrs -m reg ${word(`^(?!(?:[^\\n]*\\n)*?${line})`)}`;
}

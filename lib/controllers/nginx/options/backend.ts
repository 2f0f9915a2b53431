import type { OptionTable } from '../../dialect';
import type { Canary } from '../../ingress-options';
import type { NginxDraft } from '../draft';
import { needs } from '../needs';
import { checkVirtualServer } from '../route-checks';
import type { CanaryShare } from '../virtual-server';

/** The connection to the pods, and which ones. */
export const backendOptions: Pick<
  OptionTable<NginxDraft>,
  'timeouts' | 'backendProtocol' | 'backendTls' | 'canary' | 'externalNameBackend'
> = {
  timeouts: {
    how: 'proxy-connect-timeout, proxy-read-timeout, proxy-send-timeout',
    note: 'Without them 60 seconds each. Answers 504.',
    write({ connectSeconds, readSeconds, sendSeconds }, draft) {
      for (const [what, seconds] of Object.entries({ connect: connectSeconds, read: readSeconds, send: sendSeconds })) {
        if (seconds === undefined) continue;
        draft.set(`proxy-${what}-timeout`, `${seconds}s`);
        draft.upstream[`${what}-timeout`] = `${seconds}s`;
      }
    },
  },
  backendProtocol: {
    how: 'ssl-services, grpc-services',
    note: 'GRPC takes a route with TLS.',
    write(protocol, draft, route) {
      if (protocol === 'H2C')
        draft.refuse('backendProtocol H2C cannot be had from NGINX, which speaks HTTP/1.1 to pods: use GRPC or HTTP');
      const secure = protocol === 'HTTPS' || protocol === 'GRPCS';
      if (secure) draft.setForServices('ssl-services');
      if (secure) draft.upstream['tls'] = { enable: true };
      if (protocol !== 'GRPC' && protocol !== 'GRPCS') return;
      if (route.tls.length === 0)
        draft.refuse(`backendProtocol ${protocol} needs clients that come by TLS to NGINX: give tls`);
      draft.need(needs.http2);
      draft.setForServices('grpc-services');
      draft.upstream['type'] = 'grpc';
    },
  },
  backendTls: {
    how: 'Policy egressMTLS',
    note: 'The Secret is of the type nginx.org/ca.',
    write({ caSecretName, serverName }, draft) {
      draft.policy('backend-tls', {
        egressMTLS: { trustedCertSecret: caSecretName, verifyServer: true, serverName: true, sslName: serverName },
      });
    },
  },
  canary: {
    how: 'VirtualServer: splits, or matches',
    note: 'A cookie counts where its value is always.',
    write(canary, draft, route) {
      checkVirtualServer(route, draft, 'canary');
      checkCanary(canary, draft, route.options.stickySession !== undefined);
      draft.answerBy({ canary: { service: canary.service, port: canary.port }, by: shareOf(canary) });
    },
  },
  externalNameBackend: {
    unsupported: 'NGINX Plus alone follows names; use Exposure.externalName for clients in the cluster',
  },
};

function checkCanary(canary: Canary, draft: NginxDraft, sticky: boolean): void {
  if (canary.weight !== undefined && sticky)
    draft.refuse(
      'stickySession and canary.weight cannot be had together from NGINX: choose the canary by a header or a cookie',
    );
  if (canary.header !== undefined && (/["\\$]/.test(canary.header.value) || canary.header.value.startsWith('!')))
    draft.refuse(
      `canary.header.value is ${JSON.stringify(canary.header.value)}, and NGINX takes no quotes, backslashes and dollar signs there, nor a ! at the beginning`,
    );
}

function shareOf(canary: Canary): CanaryShare {
  if (canary.weight !== undefined) return { weight: canary.weight };
  if (canary.header !== undefined) return { condition: { header: canary.header.name, value: canary.header.value } };
  return { condition: { cookie: canary.cookie, value: 'always' } };
}

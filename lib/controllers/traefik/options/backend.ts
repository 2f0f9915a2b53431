import type { OptionTable, Route } from '../../dialect';
import type { Canary } from '../../ingress-options';
import { escapeRegex } from '../../regex';
import type { Split, TraefikDraft } from '../draft';
import { prefix } from '../draft';
import { needs } from '../needs';
import { checkIngressRoute } from '../route-checks';
import { quoted } from '../rule';

const schemes = { HTTP: 'http', HTTPS: 'https', H2C: 'h2c', GRPC: 'h2c', GRPCS: 'https' } as const;

/** The connection to the pods, and which ones. */
export const backendOptions: Pick<
  OptionTable<TraefikDraft>,
  'timeouts' | 'backendProtocol' | 'backendTls' | 'canary' | 'externalNameBackend'
> = {
  timeouts: {
    how: 'ServersTransport forwardingTimeouts, Service: service.serverstransport',
    note: 'readSeconds is the time until the answer begins (504); sendSeconds is a setting of the entry point.',
    write({ connectSeconds, readSeconds, sendSeconds }, draft) {
      if (sendSeconds !== undefined) {
        draft.refuse(
          'timeouts.sendSeconds cannot be had from Traefik for one route: set respondingTimeouts.readTimeout of the entry point',
        );
      }
      const dialTimeout = connectSeconds === undefined ? undefined : `${connectSeconds}s`;
      const responseHeaderTimeout = readSeconds === undefined ? undefined : `${readSeconds}s`;
      draft.connect({ forwardingTimeouts: { dialTimeout, responseHeaderTimeout } });
    },
  },
  backendProtocol: {
    how: 'Service: service.serversscheme, ServersTransport insecureSkipVerify',
    write(protocol, draft, route) {
      draft.annotateService(`${prefix}service.serversscheme`, schemes[protocol]);
      draft.serviceFields['scheme'] = schemes[protocol];
      // Traefik checks certificates by the system's authorities, to which pods are unknown.
      if (schemes[protocol] === 'https' && route.options.backendTls === undefined)
        draft.connect({ insecureSkipVerify: true });
    },
  },
  backendTls: {
    how: 'ServersTransport rootCAs and serverName, Service: service.serverstransport',
    write({ caSecretName, serverName }, draft) {
      draft.connect({ rootCAs: [{ secret: caSecretName }], serverName });
    },
  },
  canary: {
    how: 'IngressRoute: services[].weight, or a rule of its own',
    note: 'A cookie counts where its value is always.',
    write(canary, draft, route) {
      draft.asIngressRoute();
      checkIngressRoute(route, draft, 'canary');
      checkCanary(canary, draft, route);
      draft.split = { service: canary.service, port: canary.port, by: shareOf(canary) };
    },
  },
  externalNameBackend: {
    how: 'flags --providers.kubernetesingress.allowexternalnameservices and --providers.kubernetescrd.allowexternalnameservices',
    write(_value, draft) {
      draft.need(needs.externalNames);
    },
  },
};

/** A cookie names a pod of one Service, and each request chooses the Service anew. */
function checkCanary(canary: Canary, draft: TraefikDraft, route: Route): void {
  if (canary.weight !== undefined && route.options.stickySession !== undefined) {
    draft.refuse(
      'stickySession and canary.weight cannot be had together from Traefik: choose the canary by a header or a cookie',
    );
  }
}

function shareOf(canary: Canary): Split['by'] {
  if (canary.weight !== undefined) return { weight: canary.weight };
  if (canary.header !== undefined)
    return { match: `Header(${quoted(canary.header.name)}, ${quoted(canary.header.value)})` };
  return { match: `HeaderRegexp(${quoted('Cookie')}, ${quoted(`(^|; *)${escapeRegex(canary.cookie)}=always(;|$)`)})` };
}

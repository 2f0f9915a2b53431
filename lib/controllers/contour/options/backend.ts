import type { OptionTable, Route } from '../../dialect';
import type { Canary } from '../../ingress-options';
import { escapeRegex } from '../../regex';
import type { ContourDraft, Split } from '../draft';
import { needs } from '../needs';

const protocols = { HTTP: undefined, HTTPS: 'tls', H2C: 'h2c', GRPC: 'h2c', GRPCS: 'h2' } as const;

/** The connection to the pods, and which ones. */
export const backendOptions: Pick<
  OptionTable<ContourDraft>,
  'timeouts' | 'backendProtocol' | 'backendTls' | 'canary' | 'externalNameBackend'
> = {
  timeouts: {
    how: 'response-timeout, or HTTPProxy: timeoutPolicy.response',
    note: 'readSeconds is the time until the whole answer has come (504), 15 by itself.',
    lacks: {
      connectSeconds: 'it has one time for all routes, timeouts.connect-timeout of its contour.yaml: set it there',
      sendSeconds: 'it has one time for all routes, timeouts.request-timeout of its contour.yaml: set it there',
    },
    write({ readSeconds }, draft) {
      if (readSeconds === undefined) return;
      draft.annotate('projectcontour.io/response-timeout', `${readSeconds}s`);
      draft.routeFields['timeoutPolicy'] = { response: `${readSeconds}s` };
    },
  },
  backendProtocol: {
    how: 'Service: upstream-protocol..., or HTTPProxy: services[].protocol',
    write(backendProtocol, draft, route) {
      const protocol = protocols[backendProtocol];
      if (protocol === undefined) return;
      draft.annotateService(`projectcontour.io/upstream-protocol.${protocol}`, portsOf(route).join(','));
      draft.serviceFields['protocol'] = protocol;
    },
  },
  backendTls: {
    how: 'HTTPProxy: services[].validation',
    write({ caSecretName, serverName }, draft) {
      draft.asHttpProxy('backendTls');
      draft.serviceFields['validation'] = { caSecret: caSecretName, subjectName: serverName };
    },
  },
  canary: {
    how: 'HTTPProxy: services[].weight, or a route of its own',
    note: 'A cookie counts where its value is always.',
    write(canary, draft, route) {
      draft.asHttpProxy('canary');
      if (canary.weight !== undefined && route.options.stickySession !== undefined)
        draft.refuse(
          'stickySession and canary.weight cannot be had together from Contour: choose the canary by a header or a cookie',
        );
      draft.split = { service: canary.service, port: canary.port, by: shareOf(canary) };
    },
  },
  externalNameBackend: {
    how: 'contour.yaml: enableExternalNameService',
    write(_value, draft) {
      draft.need(needs.externalNames);
    },
  },
};

/** The names of the ports of the Service that the route leads to. */
function portsOf({ rules, defaultBackend }: Route): readonly string[] {
  const backends = rules.flatMap(({ paths }) => paths.map(({ backend }) => backend));
  const all = defaultBackend === undefined ? backends : [...backends, defaultBackend];
  return [...new Set(all.flatMap((backend) => ('service' in backend ? backend.service.port.name : [])))];
}

function shareOf(canary: Canary): Split['by'] {
  if (canary.weight !== undefined) return { weight: canary.weight };
  if (canary.header !== undefined) return { header: { name: canary.header.name, exact: canary.header.value } };
  // The whole header must match.
  return { header: { name: 'Cookie', regex: `(.*; *)?${escapeRegex(canary.cookie)}=always(;.*)?` } };
}

import type { OptionTable } from '../../dialect';
import type { ContourDraft } from '../draft';

/** Who may come in, and how much he may ask for. */
export const accessOptions: Pick<
  OptionTable<ContourDraft>,
  | 'allowSources'
  | 'denySources'
  | 'basicAuth'
  | 'externalAuth'
  | 'cors'
  | 'maxBodySize'
  | 'rateLimit'
  | 'connectionLimit'
> = {
  allowSources: {
    how: 'HTTPProxy: ipAllowPolicy',
    note: 'Answers 403.',
    write(sources, draft, route) {
      draft.asHttpProxy('allowSources');
      if (route.options.denySources !== undefined)
        draft.refuse('Contour takes allowSources or denySources, not both: write out the ranges that are left');
      draft.routeFields['ipAllowPolicy'] = ranges(sources);
    },
  },
  denySources: {
    how: 'HTTPProxy: ipDenyPolicy',
    note: 'Answers 403.',
    write(sources, draft) {
      draft.asHttpProxy('denySources');
      draft.routeFields['ipDenyPolicy'] = ranges(sources);
    },
  },
  rateLimit: {
    how: 'HTTPProxy: rateLimitPolicy.local',
    note: 'Answers 429. Counts the requests of all clients together, for each path and in each pod of Envoy by itself; burst comes on top.',
    write({ requests, per = 'second', burst }, draft) {
      draft.asHttpProxy('rateLimit');
      draft.routeFields['rateLimitPolicy'] = { local: { requests, unit: per, burst } };
    },
  },
  cors: {
    how: 'HTTPProxy: virtualhost.corsPolicy',
    note: 'Holds for the whole host, and answers preflights by itself. Without allowMethods GET, HEAD and POST are allowed.',
    write({ allowOrigins, allowMethods, allowHeaders, exposeHeaders, allowCredentials, maxAgeSeconds }, draft) {
      draft.asHttpProxy('cors');
      draft.hostFields['corsPolicy'] = {
        allowOrigin: allowOrigins,
        allowMethods: filled(allowMethods) ?? ['GET', 'HEAD', 'POST'],
        allowHeaders: filled(allowHeaders),
        exposeHeaders: filled(exposeHeaders),
        allowCredentials,
        maxAge: maxAgeSeconds === undefined ? undefined : `${maxAgeSeconds}s`,
      };
    },
  },
  maxBodySize: { unsupported: 'it hands bodies on as they come, whatever their size; let the application refuse them' },
  connectionLimit: { unsupported: 'it has limits for a whole Service alone, not for one client' },
  basicAuth: { unsupported: 'it knows no passwords; let the application ask, or a proxy before it' },
  externalAuth: {
    unsupported:
      'it asks services that speak the protocol of Envoy (ext_authz), not a URL; write an ExtensionService by hand',
  },
};

/** `Remote` is the client as it is told by proxies that are believed, and the peer where there are none. */
function ranges(sources: readonly string[]): readonly object[] {
  return sources.map((cidr) => ({ cidr, source: 'Remote' }));
}

/** The definition refuses empty lists. */
function filled(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

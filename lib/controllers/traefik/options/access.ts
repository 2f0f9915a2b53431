import type { OptionTable } from '../../dialect';
import type { TraefikDraft } from '../draft';

/** Who may come in. */
export const accessOptions: Pick<
  OptionTable<TraefikDraft>,
  'allowSources' | 'denySources' | 'basicAuth' | 'externalAuth' | 'cors'
> = {
  allowSources: {
    how: 'Middleware ipAllowList',
    note: 'Answers 403.',
    write(sourceRange, draft) {
      draft.middleware('allow', { ipAllowList: { sourceRange } });
    },
  },
  denySources: { unsupported: 'it has lists of who may come in only; use allowSources, or a firewall before it' },
  basicAuth: {
    how: 'Middleware basicAuth',
    note: 'The Secret holds lines of htpasswd under one key, whatever its name.',
    write({ secretName, realm }, draft) {
      draft.middleware('basic-auth', { basicAuth: { secret: secretName, realm } });
    },
  },
  externalAuth: {
    how: 'Middleware forwardAuth',
    write({ url, responseHeaders }, draft) {
      draft.middleware('auth', { forwardAuth: { address: url, authResponseHeaders: responseHeaders } });
    },
  },
  cors: {
    how: 'Middleware headers.accessControl...',
    note: 'Answers preflights by itself. Methods and headers that are not named are not allowed, but for the simple ones.',
    write({ allowOrigins, allowMethods, allowHeaders, exposeHeaders, allowCredentials, maxAgeSeconds }, draft) {
      draft.middleware('cors', {
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
};

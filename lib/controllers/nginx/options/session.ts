import type { OptionTable } from '../../dialect';
import type { StickySession } from '../../ingress-options';
import type { NginxDraft } from '../draft';

/** Which pod takes a request. */
export const sessionOptions: Pick<OptionTable<NginxDraft>, 'stickySession' | 'sourceIpAffinity' | 'webSocket'> = {
  stickySession: {
    how: 'sticky-cookie-services',
    note: 'Without NGINX Plus from release 5.4.2 on.',
    write(session, draft) {
      const parameters = parametersOf(session);
      draft.set(
        'sticky-cookie-services',
        draft
          .services()
          .map((service) => `serviceName=${service} ${parameters}`)
          .join(';'),
      );
      const { cookie = 'route', maxAgeSeconds, secure, sameSite } = session;
      draft.upstream['sessionCookie'] = {
        enable: true,
        name: cookie,
        path: '/',
        expires: maxAgeSeconds === undefined ? undefined : `${maxAgeSeconds}s`,
        secure,
        samesite: sameSite?.toLowerCase(),
      };
    },
  },
  sourceIpAffinity: {
    how: 'lb-method',
    note: 'Of an IPv4 address the first three numbers count.',
    write(_value, draft) {
      draft.set('lb-method', 'ip_hash');
      draft.upstream['lb-method'] = 'ip_hash';
    },
  },
  webSocket: {
    how: 'websocket-services',
    note: 'Ends after a minute of silence, unless timeouts.readSeconds is longer.',
    write(_value, draft) {
      draft.setForServices('websocket-services');
    },
  },
};

/** Parameters of NGINX' own directive `sticky cookie`. */
function parametersOf({ cookie = 'route', maxAgeSeconds, secure, sameSite }: StickySession): string {
  return [
    cookie,
    ...(maxAgeSeconds === undefined ? [] : [`expires=${maxAgeSeconds}s`]),
    'path=/',
    ...(secure === true ? ['secure'] : []),
    ...(sameSite === undefined ? [] : [`samesite=${sameSite.toLowerCase()}`]),
  ].join(' ');
}

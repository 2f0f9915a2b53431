import type { OptionTable } from '../../dialect';
import { prefix } from '../draft';
import type { TraefikDraft } from '../draft';
import { checkIngressRoute } from '../route-checks';

/** Which pod takes a request. */
export const sessionOptions: Pick<OptionTable<TraefikDraft>, 'stickySession' | 'sourceIpAffinity' | 'webSocket'> = {
  stickySession: {
    how: 'Service: service.sticky.cookie and what begins with it',
    write({ cookie = 'route', maxAgeSeconds, secure, sameSite }, draft) {
      const sticky = `${prefix}service.sticky.cookie`;
      draft.annotateService(sticky, true);
      draft.annotateService(`${sticky}.name`, cookie);
      if (maxAgeSeconds !== undefined) draft.annotateService(`${sticky}.maxage`, maxAgeSeconds);
      if (secure !== undefined) draft.annotateService(`${sticky}.secure`, secure);
      if (sameSite !== undefined) draft.annotateService(`${sticky}.samesite`, sameSite.toLowerCase());
      draft.serviceFields['sticky'] = {
        cookie: { name: cookie, maxAge: maxAgeSeconds, secure, sameSite: sameSite?.toLowerCase() },
      };
    },
  },
  sourceIpAffinity: {
    how: 'IngressRoute: services[].strategy hrw',
    note: 'Highest random weight by the client address.',
    write(_value, draft, route) {
      draft.asIngressRoute();
      checkIngressRoute(route, draft, 'sourceIpAffinity');
      draft.serviceFields['strategy'] = 'hrw';
    },
  },
  webSocket: { how: 'nothing to set', write: () => undefined },
};

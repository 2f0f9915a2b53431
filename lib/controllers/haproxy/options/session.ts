import type { OptionTable } from '../../dialect';
import type { HaproxyDraft } from '../draft';

const ends = 'its cookie has a name and ends with the session';

/** Which pod takes a request. */
export const sessionOptions: Pick<OptionTable<HaproxyDraft>, 'stickySession' | 'sourceIpAffinity' | 'webSocket'> = {
  stickySession: {
    how: 'Service: cookie-persistence',
    note: 'The same for all pods of HAProxy; the cookie is kept from caches and from the pods.',
    lacks: {
      maxAgeSeconds: `${ends}; leave it out`,
      secure: `${ends}; leave it out, and forceHttps on`,
      sameSite: `${ends}; leave it out`,
    },
    write({ cookie = 'route' }, draft) {
      draft.setBackend('cookie-persistence', cookie);
    },
  },
  sourceIpAffinity: {
    how: 'Service: load-balance',
    write(_value, draft) {
      draft.setBackend('load-balance', 'source');
    },
  },
  webSocket: { how: 'nothing to set', note: 'Without traffic it ends after an hour.', write: () => undefined },
};

import type { OptionTable } from '../../dialect';
import type { HaproxyDraft } from '../draft';

/** How much a client may ask for. */
export const limitOptions: Pick<OptionTable<HaproxyDraft>, 'maxBodySize' | 'rateLimit' | 'connectionLimit'> = {
  maxBodySize: { unsupported: 'it has no annotation for the size of bodies; let the application refuse them' },
  rateLimit: {
    how: 'rate-limit-requests, rate-limit-period',
    note: 'Answers 403. Requests of all routes with the same period count together, for each pod of HAProxy by itself.',
    lacks: { burst: 'it counts the requests of the last period; set requests to what may come in one' },
    write({ requests, per = 'second' }, draft) {
      draft.set('rate-limit-requests', requests);
      draft.set('rate-limit-period', per === 'second' ? '1s' : '1m');
    },
  },
  connectionLimit: {
    unsupported: 'it limits the connections to each pod (pod-maxconn), not those of a client; use rateLimit',
  },
};

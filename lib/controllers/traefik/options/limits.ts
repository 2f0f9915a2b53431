import { bytesOf } from '../../byte-size';
import type { OptionTable } from '../../dialect';
import type { TraefikDraft } from '../draft';

/** How much a client may ask for. */
export const limitOptions: Pick<OptionTable<TraefikDraft>, 'maxBodySize' | 'rateLimit' | 'connectionLimit'> = {
  maxBodySize: {
    how: 'Middleware buffering.maxRequestBodyBytes',
    note: 'The whole body is read before the pod sees any of it. Answers 413.',
    write(size, draft) {
      draft.middleware('body-size', { buffering: { maxRequestBodyBytes: bytesOf(size) } });
    },
  },
  rateLimit: {
    how: 'Middleware rateLimit',
    note: 'Answers 429. Each pod of Traefik counts for itself; without burst one request may be ahead of the rate.',
    write({ requests, per = 'second', burst }, draft) {
      draft.middleware('rate-limit', {
        rateLimit: { average: requests, period: per === 'second' ? '1s' : '1m', burst },
      });
    },
  },
  connectionLimit: {
    how: 'Middleware inFlightReq',
    note: 'Counts requests, each pod of Traefik for itself, and answers 429.',
    write(amount, draft) {
      draft.middleware('in-flight', { inFlightReq: { amount, sourceCriterion: { ipStrategy: { depth: 0 } } } });
    },
  },
};

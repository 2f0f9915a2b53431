import { bytesOf } from '../../byte-size';
import type { OptionTable } from '../../dialect';
import type { IngressNginxDraft } from '../draft';

/** How much a client may ask for. */
export const limitOptions: Pick<OptionTable<IngressNginxDraft>, 'maxBodySize' | 'rateLimit' | 'connectionLimit'> = {
  maxBodySize: {
    how: 'proxy-body-size',
    note: '1 MiB unless told otherwise. Answers 413.',
    write(size, draft) {
      draft.set('proxy-body-size', bytesOf(size) ?? '');
    },
  },
  rateLimit: {
    how: 'limit-rps, limit-rpm, limit-burst-multiplier',
    note: 'Answers 503. Each pod of the controller counts for itself. burst is a multiple of requests, 5 times as many unless told otherwise.',
    write({ requests, per = 'second', burst }, draft) {
      draft.set(per === 'second' ? 'limit-rps' : 'limit-rpm', requests);
      if (burst === undefined) return;
      if (burst % requests === 0) draft.set('limit-burst-multiplier', burst / requests);
      else
        draft.refuse(
          `rateLimit.burst is ${burst}, and ingress-nginx takes multiples of requests alone, ${requests}: set it to ${Math.ceil(burst / requests) * requests}`,
        );
    },
  },
  connectionLimit: {
    how: 'limit-connections',
    note: 'Answers 503. Each pod of the controller counts for itself.',
    write(limit, draft) {
      draft.set('limit-connections', limit);
    },
  },
};

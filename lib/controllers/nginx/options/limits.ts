import { bytesOf } from '../../byte-size';
import type { OptionTable } from '../../dialect';
import type { NginxDraft } from '../draft';

/** How much a client may ask for. */
export const limitOptions: Pick<OptionTable<NginxDraft>, 'maxBodySize' | 'rateLimit' | 'connectionLimit'> = {
  maxBodySize: {
    how: 'client-max-body-size',
    note: 'Without it 1 MiB. Answers 413.',
    write(size, draft) {
      draft.set('client-max-body-size', bytesOf(size) ?? size);
      draft.upstream['client-max-body-size'] = String(bytesOf(size));
    },
  },
  rateLimit: {
    how: 'limit-req-rate and what begins with limit-req-',
    note: 'Answers 429. Each pod of the controller counts for itself; without burst requests must come evenly.',
    write({ requests, per = 'second', burst }, draft) {
      const limit = {
        rate: `${requests}r/${per === 'second' ? 's' : 'm'}`,
        key: '${binary_remote_addr}',
        zoneSize: '10m',
        rejectCode: 429,
      };
      const ahead = burst === undefined ? {} : { burst, noDelay: true };
      draft.set('limit-req-rate', limit.rate);
      draft.set('limit-req-key', limit.key);
      draft.set('limit-req-zone-size', limit.zoneSize);
      draft.set('limit-req-reject-code', limit.rejectCode);
      if (burst !== undefined) {
        draft.set('limit-req-burst', burst);
        draft.set('limit-req-no-delay', true);
      }
      draft.policyInstead('rate-limit', { rateLimit: { ...limit, ...ahead } });
    },
  },
  connectionLimit: {
    unsupported: 'it limits the connections to each pod (max-conns), not those of a client; use rateLimit',
  },
};

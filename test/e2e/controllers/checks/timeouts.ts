import type { IngressOptions } from '../../../../lib';
import type { Check } from '../check';
import { same } from '../check';

const timeoutCheck = (
  name: string,
  members: readonly string[],
  timeouts: NonNullable<IngressOptions['timeouts']>,
): Check => ({
  claim: 'timeouts',
  members,
  what: `an answer after 4 s is 504 where 1 s is allowed, and one at once passes: ${members.join(', ')}`,
  expose(stage) {
    stage.ingress(name, { timeouts });
  },
  async ask(client, stage) {
    const host = stage.host(name);
    same((await client.ask({ host })).status, 200, 'the status at once');
    same((await client.ask({ host, path: '/?delay=4' })).status, 504, 'the status after 4 s');
  },
});

export const readTimeout = timeoutCheck('slow', ['readSeconds'], { readSeconds: 1 });
export const connectTimeout = timeoutCheck('slow-to-connect', ['connectSeconds', 'readSeconds'], {
  connectSeconds: 5,
  readSeconds: 1,
});

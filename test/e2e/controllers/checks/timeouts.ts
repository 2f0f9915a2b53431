import type { Check } from '../check';
import { same } from '../check';

export const timeouts: Check = {
  claim: 'timeouts',
  what: 'an answer after 4 s is 504 where 1 s is allowed, and one at once passes',
  expose(stage) {
    stage.ingress('slow', { timeouts: { connectSeconds: 5, readSeconds: 1 } });
  },
  async ask(client, stage) {
    const host = stage.host('slow');
    same((await client.ask({ host })).status, 200, 'the status at once');
    same((await client.ask({ host, path: '/?delay=4' })).status, 504, 'the status after 4 s');
  },
};

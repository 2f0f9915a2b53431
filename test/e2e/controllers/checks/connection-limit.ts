import type { Check } from '../check';
import { count, expect } from '../check';

export const connectionLimit: Check = {
  claim: 'connectionLimit',
  what: 'of 6 slow requests at once 3 pass',
  expose(stage) {
    stage.ingress('at-once', { connectionLimit: 3 });
  },
  async ask(client, stage) {
    const replies = await client.askAtOnce(6, { host: stage.host('at-once'), path: '/?delay=2' });
    expect(
      count(replies, 200) === 3,
      `${count(replies, 200)} of 6 passed: ${replies.map(({ status }) => status).join(' ')}`,
    );
    const next = await client.askInTurn(5, { host: stage.host('at-once') });
    expect(count(next, 200) === 5, 'requests one after the other do not all pass');
  },
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../check';
import { count, expect, same } from '../check';

export const rateLimit: Check = {
  claim: 'rateLimit',
  what: 'of 20 requests at once some pass and the others have the status that is told of it; later they pass again',
  expose(stage) {
    stage.ingress('limited', { rateLimit: { requests: 2, per: 'second', burst: 6 } });
  },
  async ask(client, stage) {
    const host = stage.host('limited');
    const replies = await client.askAtOnce(20, { host });
    const passed = count(replies, 200);
    expect(passed >= 5 && passed <= 10, `${passed} of 20 passed`);
    same(count(replies, stage.facts.semantics.rateLimitStatus ?? 0), 20 - passed, 'the number of the others');
    await sleep(2000);
    same((await client.ask({ host })).status, 200, 'the status later');
  },
};

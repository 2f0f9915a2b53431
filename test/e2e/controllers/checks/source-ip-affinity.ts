import type { Check } from '../check';
import { same } from '../check';
import { pods } from '../check';

export const sourceIpAffinity: Check = {
  claim: 'sourceIpAffinity',
  what: 'ten requests of one address go to one pod, without a cookie',
  expose(stage) {
    stage.ingress('by-address', { sourceIpAffinity: true });
  },
  async ask(client, stage) {
    const replies = await client.askInTurn(10, { host: stage.host('by-address') });
    same(pods(replies).length, 1, 'the number of pods');
  },
};

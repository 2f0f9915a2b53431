import type { Check } from '../check';
import { same } from '../check';

export const webSocket: Check = {
  claim: 'webSocket',
  what: 'the handshake, and bytes there and back',
  expose(stage) {
    stage.ingress('socket', { webSocket: true });
  },
  async ask(client, stage) {
    same(await client.webSocket({ host: stage.host('socket') }, 'there and back'), 'there and back', 'what came back');
  },
};

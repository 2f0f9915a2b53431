import type { Check } from '../check';
import { same } from '../check';

export const denySources: Check = {
  claim: 'denySources',
  what: 'this machine is 403 where it is listed, and passes where it is not',
  expose(stage) {
    stage.ingress('denied', { denySources: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8'] });
    stage.ingress('not-denied', { denySources: ['192.0.2.0/24'] });
  },
  async ask(client, stage) {
    same((await client.ask({ host: stage.host('denied') })).status, 403, 'the status where it is listed');
    same((await client.ask({ host: stage.host('not-denied') })).status, 200, 'the status where it is not');
  },
};

import type { Check } from '../check';
import { same } from '../check';

export const allowSources: Check = {
  claim: 'allowSources',
  what: 'this machine passes where it is listed, and is 403 where it is not',
  expose(stage) {
    stage.ingress('listed', { allowSources: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8'] });
    stage.ingress('not-listed', { allowSources: ['192.0.2.0/24', '2001:db8::/32'] });
  },
  async ask(client, stage) {
    same((await client.ask({ host: stage.host('listed') })).status, 200, 'the status where it is listed');
    same((await client.ask({ host: stage.host('not-listed') })).status, 403, 'the status where it is not');
  },
};

import type { Check } from '../check';
import { same } from '../check';

export const defaultBackend: Check = {
  claim: 'defaultBackend',
  what: 'takes what no rule takes, beside a rule',
  expose(stage) {
    stage.ingress('default', {}, { defaultBackend: { port: 'http' } });
  },
  async ask(client, stage) {
    for (const host of [stage.host('default'), 'nobody.example.org'])
      same((await client.ask({ host, path: '/any' })).said?.say, 'main', `who answers for ${host}`);
  },
};

import type { Check } from '../check';
import { same } from '../check';

const limit = 64 * 1024;

export const maxBodySize: Check = {
  claim: 'maxBodySize',
  what: '64 KiB pass, a byte more is 413',
  expose(stage) {
    stage.ingress('body', { maxBodySize: '64Ki' });
  },
  async ask(client, stage) {
    const question = { host: stage.host('body'), method: 'POST' };
    const fits = await client.ask({ ...question, body: Buffer.alloc(limit) });
    same(fits.said?.length, limit, 'what the pod got');
    const tooLarge = await client.ask({ ...question, body: Buffer.alloc(limit + 1) });
    same(tooLarge.status, 413, 'the status of a byte more');
  },
};

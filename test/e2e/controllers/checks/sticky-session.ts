import type { Check } from '../check';
import { expect, pods, same } from '../check';

export const stickySession: Check = {
  claim: 'stickySession',
  what: 'ten requests with the cookie go to one pod, ten without to two',
  expose(stage) {
    stage.ingress('sticky', { stickySession: { cookie: 'shop', maxAgeSeconds: 600 } });
  },
  async ask(client, stage) {
    const host = stage.host('sticky');
    same(pods(await client.askInTurn(10, { host })).length, 2, 'the number of pods without the cookie');
    const first = await client.ask({ host });
    const [cookie = ''] = first.headers['set-cookie']?.filter((one) => one.startsWith('shop=')) ?? [];
    expect(cookie !== '', 'no cookie of the name shop is set');
    const kept = await client.askInTurn(10, { host, headers: { Cookie: cookie.split(';', 1)[0] ?? '' } });
    same(pods(kept).join(), first.said?.pod, 'the pods with the cookie');
    expect(/max-age=600/i.test(cookie), `the cookie does not last 600 seconds: ${cookie}`);
  },
};

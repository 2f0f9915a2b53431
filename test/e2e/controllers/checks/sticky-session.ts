import type { Check } from '../check';
import { expect, pods, same } from '../check';

export const stickySession: Check = {
  claim: 'stickySession',
  what: 'ten requests with the cookie go to one pod, ten without to two',
  expose(stage) {
    stage.ingress('sticky', { stickySession: { secure: false, sameSite: 'Lax' } });
  },
  async ask(client, stage) {
    const host = stage.host('sticky');
    same(pods(await client.askInTurn(10, { host })).length, 2, 'the number of pods without the cookie');
    const first = await client.ask({ host });
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie !== '', 'no cookie is set');
    const kept = await client.askInTurn(10, { host, headers: { Cookie: cookie.split(';', 1)[0] ?? '' } });
    same(pods(kept).join(), first.said?.pod, 'the pods with the cookie');
    expect(/SameSite=Lax/i.test(cookie), `the cookie goes to every site: ${cookie}`);
    expect(!/; *Secure/i.test(cookie), `the cookie is for https alone: ${cookie}`);
  },
};

export const stickyCookie: Check = {
  claim: 'stickySession',
  members: ['cookie', 'maxAgeSeconds'],
  what: 'the cookie has the name and the time that are asked for',
  expose(stage) {
    stage.ingress('sticky-named', { stickySession: { cookie: 'shop', maxAgeSeconds: 600 } });
  },
  async ask(client, stage) {
    const { headers } = await client.ask({ host: stage.host('sticky-named') });
    const [cookie = ''] = headers['set-cookie']?.filter((one) => one.startsWith('shop=')) ?? [];
    expect(cookie !== '', 'no cookie of the name shop is set');
    expect(/max-age=600/i.test(cookie), `the cookie does not last 600 seconds: ${cookie}`);
  },
};

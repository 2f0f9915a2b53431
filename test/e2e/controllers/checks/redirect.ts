import type { Check } from '../check';
import { expect, same } from '../check';

const codes = { 302: [302, 307], 308: [301, 308] };

export const redirect: Check = {
  claim: 'redirect',
  what: 'an answer with the address and a status of its kind, from no pod',
  expose(stage) {
    stage.ingress('redirect', { redirect: { to: 'https://www.example.com/new?a=b' } });
    stage.ingress('redirect-for-ever', { redirect: { to: 'https://www.example.com', status: 308 } });
  },
  async ask(client, stage) {
    const forNow = await client.ask({ host: stage.host('redirect'), path: '/old/page' });
    same(forNow.headers.location, 'https://www.example.com/new?a=b', 'Location');
    expect(codes[302].includes(forNow.status), `the status is ${forNow.status}`);
    const forEver = await client.ask({ host: stage.host('redirect-for-ever'), method: 'POST' });
    expect(
      /^https:\/\/www\.example\.com\/?$/.test(forEver.headers.location ?? ''),
      `Location is ${forEver.headers.location ?? ''}`,
    );
    same(forEver.status, 308, 'the status for POST');
  },
};

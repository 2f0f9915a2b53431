import type { Check } from '../check';
import { same } from '../check';

export const hsts: Check = {
  claim: 'hsts',
  what: 'Strict-Transport-Security over https',
  expose(stage) {
    const options = { hsts: { maxAgeSeconds: 63_072_000, includeSubdomains: true, preload: true } };
    stage.ingress('hsts', options, { tls: { secretName: 'hsts-certificate' } });
  },
  async ask(client, stage) {
    const { headers, said } = await client.ask({ host: stage.host('hsts'), tls: true });
    same(said?.say, 'main', 'who answers');
    same(
      headers['strict-transport-security']?.replaceAll(' ', '').toLowerCase(),
      'max-age=63072000;includesubdomains;preload',
      'the header',
    );
  },
};

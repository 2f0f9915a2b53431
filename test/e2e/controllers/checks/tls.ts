import type { Check } from '../check';
import { expect, same } from '../check';

export const tls: Check = {
  claim: 'tls',
  what: 'each host with its own certificate, chosen by SNI',
  expose(stage) {
    for (const name of ['tls-a', 'tls-b']) stage.ingress(name, {}, { tls: { secretName: `${name}-certificate` } });
  },
  async ask(client, stage) {
    for (const name of ['tls-a', 'tls-b']) {
      const host = stage.host(name);
      const { certificate, said } = await client.ask({ host, tls: true });
      same(said?.say, 'main', `who answers for ${host}`);
      same(said?.tls, false, 'whether the pod was asked by TLS');
      same(said?.headers['x-forwarded-proto'], 'https', 'X-Forwarded-Proto');
      expect(certificate === `DNS:${host}`, `the certificate is for ${certificate ?? 'nobody'}, not for ${host}`);
    }
  },
};

import type { Check } from '../check';
import { same } from '../check';
import { podName } from '../stage';

export const tlsPassthrough: Check = {
  claim: 'tlsPassthrough',
  what: 'the certificate is the pod’s own',
  expose(stage) {
    stage.ingress('passthrough', { tlsPassthrough: true }, { port: 'https' });
  },
  async ask(client, stage) {
    const { certificate, said } = await client.ask({ host: stage.host('passthrough'), tls: true });
    same(certificate, `DNS:${podName}`, 'the name in the certificate');
    same(said?.tls, true, 'whether the pod was asked by TLS');
  },
};

import type { Check } from '../check';
import { expect, same } from '../check';
import { podName } from '../stage';

export const backendTls: Check = {
  claim: 'backendTls',
  what: 'the right name passes, another does not, nor another authority',
  expose(stage) {
    const { certificate } = stage.props.certificate;
    stage.object('Secret', 'pods-authority', { stringData: { 'ca.crt': certificate } });
    const expose = (name: string, caSecretName: string, serverName: string): void => {
      stage.ingress(name, { backendProtocol: 'HTTPS', backendTls: { caSecretName, serverName } }, { port: 'https' });
    };
    expose('checked', 'pods-authority', podName);
    expose('wrong-name', 'pods-authority', 'other.e2e.example');
    expose('wrong-authority', 'tls-a-certificate', podName);
  },
  async ask(client, stage) {
    same((await client.ask({ host: stage.host('checked') })).said?.tls, true, 'whether the pod was asked by TLS');
    for (const name of ['wrong-name', 'wrong-authority']) {
      const { status } = await client.ask({ host: stage.host(name) });
      expect(status >= 500, `the status is ${status} for a certificate with the ${name.replace('-', ' ')}`);
    }
  },
};

import type { Check } from '../check';
import { same } from '../check';

const cases = {
  HTTPS: ['https', true, undefined],
  H2C: ['h2c', false, '2.0'],
  GRPC: ['h2c', false, '2.0'],
  GRPCS: ['https', true, '2.0'],
  HTTP: ['http', false, '1.1'],
} as const;

export const backendProtocol: Check = {
  claim: 'backendProtocol',
  what: 'pods are asked by TLS, or by HTTP/2 with and without it',
  expose(stage) {
    for (const [protocol, [port]] of Object.entries(cases)) {
      const backendProtocol = protocol as keyof typeof cases;
      stage.ingress(`speaks-${protocol.toLowerCase()}`, { backendProtocol }, { port });
    }
  },
  async ask(client, stage) {
    for (const [protocol, [, tls, version]] of Object.entries(cases)) {
      const { said } = await client.ask({ host: stage.host(`speaks-${protocol.toLowerCase()}`) });
      same(said?.tls, tls, `TLS to pods that speak ${protocol}`);
      if (version !== undefined) same(said?.httpVersion, version, `the version of HTTP to pods that speak ${protocol}`);
    }
  },
};

import type { Check } from '../check';
import { expect, same } from '../check';

export const forceHttps: Check = {
  claim: 'forceHttps',
  what: 'plain HTTP is sent to https, path and query with it; https is served',
  expose(stage) {
    // With a path that is cut off, to see that the redirect leads to the one that was asked for.
    const rules = [{ host: stage.host('https'), paths: [{ path: '/api', port: 'http' as const }] }] as const;
    stage.ingress(
      'https',
      { forceHttps: true, stripPrefix: true },
      { rules, tls: { secretName: 'https-certificate' } },
    );
  },
  async ask(client, stage) {
    const host = stage.host('https');
    const plain = await client.ask({ host, path: '/api/a?b=c' });
    same(plain.headers.location, `https://${host}/api/a?b=c`, 'Location');
    expect([301, 302, 307, 308].includes(plain.status), `the status is ${plain.status}`);
    same((await client.ask({ host, path: '/api/a', tls: true })).said?.path, '/a', 'the path by https');
  },
};

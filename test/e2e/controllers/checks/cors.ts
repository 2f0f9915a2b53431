import type { Check } from '../check';
import { expect, same } from '../check';

const origin = 'https://app.example.com';

export const cors: Check = {
  claim: 'cors',
  what: 'preflight and request of the named origin, and nothing for another',
  expose(stage) {
    const allowed = {
      allowMethods: ['GET', 'PUT'],
      allowHeaders: ['X-Trace'],
      exposeHeaders: ['X-Total'],
      maxAgeSeconds: 600,
    };
    stage.ingress('shared', { cors: { allowOrigins: [origin], allowCredentials: true, ...allowed } });
  },
  async ask(client, stage) {
    const host = stage.host('shared');
    const preflight = (Origin: string) =>
      client.ask({
        host,
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'x-trace' },
      });
    const { headers, said } = await preflight(origin);
    same(said, undefined, 'the pod that answered the preflight');
    same(headers['access-control-allow-origin'], origin, 'the allowed origin');
    same(headers['access-control-allow-credentials'], 'true', 'whether credentials are allowed');
    same(headers['access-control-max-age'], '600', 'how long it holds');
    expect(/\bPUT\b/.test(headers['access-control-allow-methods'] ?? ''), 'PUT is not allowed');
    expect(/\bx-trace\b/i.test(headers['access-control-allow-headers'] ?? ''), 'X-Trace is not allowed');
    const request = await client.ask({ host, headers: { Origin: origin } });
    same(request.said?.say, 'main', 'who answers a request');
    same(request.headers['access-control-allow-origin'], origin, 'the allowed origin of a request');
    same(request.headers['access-control-expose-headers'], 'X-Total', 'the headers that pages may read');
    const stranger = await preflight('https://evil.example.com');
    same(stranger.headers['access-control-allow-origin'], undefined, 'the allowed origin for another');
  },
};

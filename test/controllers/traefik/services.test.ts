import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { write } from './write';

describe('options of the Service', () => {
  const prefix = 'traefik.ingress.kubernetes.io/service.';
  const table: [IngressOptions, Record<string, string>, object?][] = [
    [{ stickySession: {} }, { 'sticky.cookie': 'true', 'sticky.cookie.name': 'route' }],
    [
      { stickySession: { cookie: 'shop', maxAgeSeconds: 60, secure: true, sameSite: 'None' } },
      {
        'sticky.cookie': 'true',
        'sticky.cookie.name': 'shop',
        'sticky.cookie.maxage': '60',
        'sticky.cookie.secure': 'true',
        'sticky.cookie.samesite': 'none',
      },
    ],
    [{ backendProtocol: 'GRPC' }, { serversscheme: 'h2c' }],
    [{ backendProtocol: 'H2C' }, { serversscheme: 'h2c' }],
    [{ backendProtocol: 'HTTP' }, { serversscheme: 'http' }],
    [
      { backendProtocol: 'HTTPS' },
      { serversscheme: 'https', serverstransport: 'shop-web-transport@kubernetescrd' },
      { insecureSkipVerify: true },
    ],
    [
      { backendProtocol: 'GRPCS', backendTls: { caSecretName: 'ca', serverName: 'web.shop.svc' } },
      { serversscheme: 'https', serverstransport: 'shop-web-transport@kubernetescrd' },
      { rootCAs: [{ secret: 'ca' }], serverName: 'web.shop.svc' },
    ],
    [
      { timeouts: { connectSeconds: 2, readSeconds: 30 } },
      { serverstransport: 'shop-web-transport@kubernetescrd' },
      { forwardingTimeouts: { dialTimeout: '2s', responseHeaderTimeout: '30s' } },
    ],
    [{ webSocket: true }, {}],
  ];
  test.each(table)('%j', (options, annotations, transport = {}) => {
    const written = write(options);
    expect(written.problems).toEqual([]);
    expect(written.serviceAnnotations).toEqual(
      Object.fromEntries(Object.entries(annotations).map(([key, value]) => [prefix + key, value])),
    );
    expect(written.objects.filter(({ kind }) => kind === 'ServersTransport').map(({ spec }) => spec)).toEqual(
      Object.keys(transport).length === 0 ? [] : [transport],
    );
    expect(written.objects.at(-1)!.kind).toBe('Ingress');
  });
});

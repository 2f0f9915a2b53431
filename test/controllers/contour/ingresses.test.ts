import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, only, web, withTls, write } from './write';

describe('options that an Ingress has room for', () => {
  const table: [IngressOptions, Record<string, string>, Partial<Route>?][] = [
    [{}, {}],
    [{ forceHttps: true }, { 'ingress.kubernetes.io/force-ssl-redirect': 'true' }, withTls],
    [{ forceHttps: false }, {}, withTls],
    [{ timeouts: { readSeconds: 30 } }, { 'projectcontour.io/response-timeout': '30s' }],
    [{ webSocket: true }, { 'projectcontour.io/websocket-routes': '/' }],
    [
      { webSocket: true },
      { 'projectcontour.io/websocket-routes': '/a,/b,/' },
      {
        rules: [
          { host: 'a.example.com', paths: [at('/a'), at('/b')] },
          { host: 'b.example.com', paths: [at('/a')] },
        ],
        defaultBackend: web,
      },
    ],
    [{ compression: true }, {}],
    [{ externalNameBackend: true }, {}],
    [{ backendProtocol: 'HTTPS' }, {}],
  ];
  test.each(table)('%j', (options, annotations, route = {}) => {
    const ingress = only(write(options, route), 'Ingress');
    expect(ingress.annotations).toEqual(annotations);
    expect(ingress.spec.ingressClassName).toBe('contour');
  });
});

describe('options of the Service', () => {
  const table: [IngressOptions['backendProtocol'], Record<string, string>][] = [
    ['HTTP', {}],
    ['HTTPS', { 'projectcontour.io/upstream-protocol.tls': 'http' }],
    ['H2C', { 'projectcontour.io/upstream-protocol.h2c': 'http' }],
    ['GRPC', { 'projectcontour.io/upstream-protocol.h2c': 'http' }],
    ['GRPCS', { 'projectcontour.io/upstream-protocol.h2': 'http' }],
  ];
  test.each(table)('%s', (backendProtocol, annotations) => {
    expect(write({ backendProtocol: backendProtocol! }).serviceAnnotations).toEqual(annotations);
  });
});

test('what the controller must be told', () => {
  expect(write({ externalNameBackend: true }).needs).toEqual([
    { id: 'external-name-services', setting: 'enableExternalNameService: true in its contour.yaml' },
  ]);
  expect(write({ stickySession: {} }).needs.map(({ id }) => id)).toEqual(['own-host-shop.example.com']);
  expect(write({}).needs).toEqual([]);
});

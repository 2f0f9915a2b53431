import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, names, onApi, only, withTls, write } from './write';

const proxy = (options: IngressOptions, route: Partial<Route> = {}) => only(write(options, route), 'HTTPProxy');
const service = { name: 'web', port: 80 };
const canary = { service: 'web-next', port: 8080 };

describe('options that become fields of a route', () => {
  const table: [IngressOptions, object, Partial<Route>?][] = [
    [{ stickySession: {} }, { loadBalancerPolicy: { strategy: 'Cookie' } }],
    [
      { stickySession: { secure: true, sameSite: 'None' } },
      {
        loadBalancerPolicy: { strategy: 'Cookie' },
        cookieRewritePolicies: [{ name: 'X-Contour-Session-Affinity', secure: true, sameSite: 'None' }],
      },
    ],
    [
      { sourceIpAffinity: true },
      { loadBalancerPolicy: { strategy: 'RequestHash', requestHashPolicies: [{ hashSourceIP: true }] } },
    ],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true, preload: true } },
      {
        responseHeadersPolicy: {
          set: [{ name: 'Strict-Transport-Security', value: 'max-age=60; includeSubDomains; preload' }],
        },
      },
    ],
    [
      { allowSources: ['10.0.0.0/8', '2001:db8::1'] },
      {
        ipAllowPolicy: [
          { cidr: '10.0.0.0/8', source: 'Remote' },
          { cidr: '2001:db8::1', source: 'Remote' },
        ],
      },
    ],
    [{ denySources: ['192.0.2.0/24'] }, { ipDenyPolicy: [{ cidr: '192.0.2.0/24', source: 'Remote' }] }],
    [
      { rateLimit: { requests: 5, burst: 3 } },
      { rateLimitPolicy: { local: { requests: 5, unit: 'second', burst: 3 } } },
    ],
    [{ rateLimit: { requests: 5, per: 'minute' } }, { rateLimitPolicy: { local: { requests: 5, unit: 'minute' } } }],
    [
      {
        headers: {
          setRequest: { 'X-A': 'a "b" $1 100% %41', Host: 'inside' },
          removeRequest: ['X-B'],
          setResponse: { 'X-C': 'c' },
          removeResponse: ['Server'],
        },
      },
      {
        requestHeadersPolicy: {
          set: [
            { name: 'X-A', value: 'a "b" $1 100% %41' },
            { name: 'Host', value: 'inside' },
          ],
          remove: ['X-B'],
        },
        responseHeadersPolicy: { set: [{ name: 'X-C', value: 'c' }], remove: ['Server'] },
      },
    ],
    // Options that an Ingress has room for, beside one that it has not.
    [{ denySources: ['::1'], timeouts: { readSeconds: 3 } }, { timeoutPolicy: { response: '3s' } }],
    [{ denySources: ['::1'], webSocket: true }, { enableWebsockets: true }],
    [{ denySources: ['::1'] }, { permitInsecure: true }, withTls],
  ];
  test.each(table)('%j', (options, fields, route = {}) => {
    const [only] = proxy(options, route).spec.routes;
    expect(only).toMatchObject({ conditions: [{ prefix: '/' }], services: [service], ...fields });
  });

  test('TLS alone with forceHttps', () => {
    const { virtualhost, routes } = proxy({ stickySession: {}, forceHttps: true }, withTls).spec;
    expect(virtualhost).toEqual({ fqdn: 'shop.example.com', tls: { secretName: 'shop-tls' } });
    expect(routes[0].permitInsecure).toBeUndefined();
  });
});

describe('options that become fields of a service', () => {
  const table: [IngressOptions, object[]][] = [
    [
      { backendProtocol: 'HTTPS', backendTls: { caSecretName: 'ca', serverName: 'web.shop' } },
      [{ ...service, protocol: 'tls', validation: { caSecret: 'ca', subjectName: 'web.shop' } }],
    ],
    [
      { canary: { ...canary, weight: 20 } },
      [
        { ...service, weight: 80 },
        { name: 'web-next', port: 8080, weight: 20 },
      ],
    ],
    [
      { canary: { ...canary, weight: 1 }, backendProtocol: 'GRPC' },
      [
        { ...service, protocol: 'h2c', weight: 99 },
        { name: 'web-next', port: 8080, protocol: 'h2c', weight: 1 },
      ],
    ],
  ];
  test.each(table)('%j', (options, services) => {
    expect(proxy(options).spec.routes).toEqual([{ conditions: [{ prefix: '/' }], services }]);
  });
});

test('requests with a header or a cookie for another Service', () => {
  const by = (one: object) =>
    proxy({ canary: { ...canary, ...one } as NonNullable<IngressOptions['canary']> }).spec.routes.map(
      (route: { conditions: object[]; services: { name: string }[] }) => [route.conditions, route.services[0]!.name],
    );
  const header = { name: 'X-User', exact: 'beta (1)' };
  expect(by({ header: { name: 'X-User', value: 'beta (1)' } })).toEqual([
    [[{ prefix: '/' }, { header }], 'web-next'],
    [[{ prefix: '/' }], 'web'],
  ]);
  expect(by({ cookie: 'be.ta' })[0]).toEqual([
    [{ prefix: '/' }, { header: { name: 'Cookie', regex: '(.*; *)?be\\.ta=always(;.*)?' } }],
    'web-next',
  ]);
});

test('CORS of a host', () => {
  const allowOrigins = ['https://a.example.com'];
  expect(proxy({ cors: { allowOrigins } }).spec.virtualhost.corsPolicy).toEqual({
    allowOrigin: allowOrigins,
    allowMethods: ['GET', 'HEAD', 'POST'],
  });
  const all = { allowMethods: ['PUT'], allowHeaders: ['X-A'], exposeHeaders: ['X-B'], allowCredentials: true };
  expect(proxy({ cors: { allowOrigins, ...all, maxAgeSeconds: 5 } }).spec.virtualhost.corsPolicy).toEqual({
    allowOrigin: allowOrigins,
    ...all,
    maxAge: '5s',
  });
});

describe('a redirect asks no Service', () => {
  const table: [NonNullable<IngressOptions['redirect']>, object][] = [
    [{ to: 'https://www.example.com' }, { scheme: 'https', hostname: 'www.example.com', path: '/', statusCode: 302 }],
    [
      { to: 'http://www.example.com:8080/new?a=b', status: 308 },
      { scheme: 'http', hostname: 'www.example.com', port: 8080, path: '/new?a=b', statusCode: 308 },
    ],
  ];
  test.each(table)('%j', (redirect, requestRedirectPolicy) => {
    expect(proxy({ redirect }).spec.routes).toEqual([{ conditions: [{ prefix: '/' }], requestRedirectPolicy }]);
  });
});

test('TLS for the pods to end', () => {
  const written = write(
    { tlsPassthrough: true },
    {
      rules: [
        { host: 'a.example.com', paths: [at('/')] },
        { host: '*.b.example.com', paths: [at('/')] },
      ],
    },
  );
  expect(names(written)).toEqual(['HTTPProxy web-a.example.com', 'HTTPProxy web-b.example.com-any']);
  expect(written.objects[1]!.spec).toEqual({
    ingressClassName: 'contour',
    virtualhost: { fqdn: '*.b.example.com', tls: { passthrough: true } },
    tcpproxy: { services: [service] },
  });
  expect(written.needs.map(({ id }) => id)).toEqual(['own-host-a.example.com', 'own-host-*.b.example.com']);
});

test('one HTTPProxy for each host, with its own certificate and all its paths', () => {
  const rules = [
    { host: 'a.example.com', paths: [at('/')] },
    { host: 'b.example.com', paths: [at('/')] },
    { host: 'a.example.com', paths: [at('/x')] },
  ];
  const tls = [{ hosts: ['b.example.com'], secretName: 'b-tls' }];
  const [a, b, ...more] = write({ sourceIpAffinity: true }, { rules, tls }).objects;
  expect(more).toEqual([]);
  expect([a!.spec.virtualhost, b!.spec.virtualhost]).toEqual([
    { fqdn: 'a.example.com' },
    { fqdn: 'b.example.com', tls: { secretName: 'b-tls' } },
  ]);
  expect(a!.spec.routes).toHaveLength(3);
  expect(names(write({ sourceIpAffinity: true }, onApi))).toEqual(['HTTPProxy web']);
});

import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, withTls, writing } from '../writing';

const write = writing(controllers.istio);
const route = (name: string) => ({ route: [{ destination: { host: name, port: { number: 80 } } }] });
const everything = { match: [{ uri: { prefix: '/' } }] };

describe('an Ingress says enough', () => {
  const table: [IngressOptions, Partial<Route>?][] = [
    [{}],
    [{}, onApi],
    [{}, withTls],
    [{ webSocket: true }],
    [{ forceHttps: false }, withTls],
    [{ backendProtocol: 'HTTP' }],
    [{ externalNameBackend: true }],
  ];
  test.each(table)('for %j', (options, changes = {}) => {
    const { objects, annotations, problems } = write(options, changes);
    expect([problems, objects.map(({ kind }) => kind), annotations]).toEqual(['', ['Ingress'], {}]);
    expect(objects[0]!.spec).toMatchObject({ ingressClassName: 'istio' });
  });
});

describe('options of every route of a VirtualService', () => {
  const table: [IngressOptions, object][] = [
    [{ timeouts: { readSeconds: 30 } }, { timeout: '30s' }],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true, preload: true } },
      { headers: { response: { set: { 'Strict-Transport-Security': 'max-age=60; includeSubDomains; preload' } } } },
    ],
    [
      {
        headers: {
          setRequest: { 'X-A': '100%' },
          removeRequest: ['X-B'],
          setResponse: { 'X-C': 'c' },
          removeResponse: ['Server'],
        },
        hsts: { maxAgeSeconds: 1 },
      },
      {
        headers: {
          request: { set: { 'X-A': '100%%' }, remove: ['X-B'] },
          response: { set: { 'Strict-Transport-Security': 'max-age=1', 'X-C': 'c' }, remove: ['Server'] },
        },
      },
    ],
    [
      {
        cors: {
          allowOrigins: ['https://a.example.com'],
          allowMethods: ['PUT'],
          allowHeaders: ['X-A'],
          exposeHeaders: ['X-B'],
          allowCredentials: true,
          maxAgeSeconds: 5,
        },
      },
      {
        corsPolicy: {
          allowOrigins: [{ exact: 'https://a.example.com' }],
          allowMethods: ['PUT'],
          allowHeaders: ['X-A'],
          exposeHeaders: ['X-B'],
          allowCredentials: true,
          maxAge: '5s',
        },
      },
    ],
    [{ cors: { allowOrigins: ['*'] } }, { corsPolicy: { allowOrigins: [{ regex: '.*' }] } }],
    [{ stripPrefix: true }, { rewrite: { uri: '/' } }],
    [{ rewritePath: '/v2' }, { rewrite: { uri: '/v2/' } }],
    [{ rewritePath: '/v2/' }, { rewrite: { uri: '/v2/' } }],
  ];
  test.each(table)('%j', (options, fields) => {
    const { others, problems } = write(options, onApi);
    expect(problems).toBe('');
    expect(others).toEqual({
      'Gateway web': {
        selector: { istio: 'ingressgateway' },
        servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: [`./${host}`] }],
      },
      'VirtualService web': {
        hosts: [host],
        gateways: ['web'],
        http: [{ match: [{ uri: { exact: '/api' } }, { uri: { prefix: '/api/' } }], ...route('web'), ...fields }],
      },
    });
  });

  test.each([
    ['https://www.example.com', { scheme: 'https', authority: 'www.example.com', uri: '/', redirectCode: 302 }],
    [
      'http://www.example.com:81/new?a=b',
      { scheme: 'http', authority: 'www.example.com', port: 81, uri: '/new?a=b', redirectCode: 302 },
    ],
  ])('a redirect to %s', (to, redirect) => {
    const { http } = write({ redirect: { to } }).others['VirtualService web'];
    expect(http).toEqual([{ ...everything, redirect }]);
  });

  test('a redirect for ever', () => {
    const { http } = write({ redirect: { to: 'https://a.example.com', status: 308 } }).others['VirtualService web'];
    expect(http[0].redirect.redirectCode).toBe(308);
  });
});

describe('options of the DestinationRule, beside an Ingress', () => {
  const cookie = (fields: object) => ({ loadBalancer: { consistentHash: { httpCookie: { path: '/', ...fields } } } });
  const http2 = { connectionPool: { http: { h2UpgradePolicy: 'UPGRADE' } } };
  const unchecked = { tls: { mode: 'SIMPLE', insecureSkipVerify: true } };
  const table: [IngressOptions, object, string[]?][] = [
    [{ stickySession: {} }, cookie({ name: 'route', ttl: '0s' })],
    [
      { stickySession: { cookie: 'shop', maxAgeSeconds: 60, secure: true, sameSite: 'None' } },
      cookie({ name: 'shop', ttl: '60s', attributes: [{ name: 'Secure' }, { name: 'SameSite', value: 'None' }] }),
    ],
    [{ stickySession: { secure: false } }, cookie({ name: 'route', ttl: '0s' })],
    [{ sourceIpAffinity: true }, { loadBalancer: { consistentHash: { useSourceIp: true } } }],
    [{ timeouts: { connectSeconds: 2 } }, { connectionPool: { tcp: { connectTimeout: '2s' } } }],
    [{ backendProtocol: 'H2C' }, http2],
    [{ backendProtocol: 'GRPC' }, http2],
    [{ backendProtocol: 'HTTPS' }, unchecked],
    [{ backendProtocol: 'GRPCS' }, { ...http2, ...unchecked }],
    [
      { backendProtocol: 'HTTPS', backendTls: { caSecretName: 'ca', serverName: 'web.shop.svc' } },
      { tls: { mode: 'SIMPLE', credentialName: 'ca', sni: 'web.shop.svc', subjectAltNames: ['web.shop.svc'] } },
      ['gateway-secrets'],
    ],
    [
      { backendProtocol: 'GRPC', timeouts: { connectSeconds: 2 } },
      { connectionPool: { tcp: { connectTimeout: '2s' }, http: { h2UpgradePolicy: 'UPGRADE' } } },
    ],
  ];
  test.each(table)('%j', (options, trafficPolicy, needs = []) => {
    const read = write(options, { name: 'shop' });
    expect(read.problems).toBe('');
    expect(read.others).toEqual({ 'DestinationRule web': { host: 'web', trafficPolicy } });
    expect(read.annotations).toEqual({});
    expect(read.needs).toEqual(needs);
  });
});

describe('a canary', () => {
  const canary = { service: 'web-next', port: 8081 };
  const own = { destination: { host: 'web', port: { number: 80 } } };
  const other = { destination: { host: 'web-next', port: { number: 8081 } } };
  const http = (options: IngressOptions, changes: Partial<Route> = {}) =>
    write(options, changes).others['VirtualService web'].http as object[];

  test('by weight', () => {
    expect(http({ canary: { ...canary, weight: 20 } })).toEqual([
      {
        ...everything,
        route: [
          { ...own, weight: 80 },
          { ...other, weight: 20 },
        ],
      },
    ]);
  });

  test('by a header, before the others, with the same options', () => {
    const by = { header: { name: 'X-User', value: 'beta' } };
    expect(http({ canary: { ...canary, ...by }, stripPrefix: true }, onApi)).toEqual([
      {
        match: [
          { uri: { exact: '/api' }, headers: { 'x-user': { exact: 'beta' } } },
          { uri: { prefix: '/api/' }, headers: { 'x-user': { exact: 'beta' } } },
        ],
        route: [other],
        rewrite: { uri: '/' },
      },
      { match: [{ uri: { exact: '/api' } }, { uri: { prefix: '/api/' } }], route: [own], rewrite: { uri: '/' } },
    ]);
  });

  test('by a cookie, as a whole header', () => {
    const [first] = http({ canary: { ...canary, cookie: 'be.ta' } }) as [
      { match: [{ headers: { cookie: { regex: string } } }] },
    ];
    const { regex } = first.match[0].headers.cookie;
    const chosen = (cookies: string) => new RegExp(`^(?:${regex})$`).test(cookies);
    expect(
      ['be.ta=always', 'a=b; be.ta=always; c=d', 'xbe.ta=always', 'be.ta=never', 'beata=always'].map(chosen),
    ).toEqual([true, true, false, false, false]);
  });

  test('is reached as the Service is', () => {
    const { others } = write({ canary: { ...canary, weight: 1 }, backendProtocol: 'GRPC' });
    expect(Object.keys(others)).toEqual([
      'DestinationRule web',
      'DestinationRule web-next',
      'Gateway web',
      'VirtualService web',
    ]);
  });
});

describe('TLS', () => {
  const plain = { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: [`./${host}`] };
  const tls = [
    { hosts: [host], secretName: 'shop-tls' },
    { hosts: [], secretName: 'other' },
  ];

  test('is ended by the gateway, which reads Secrets of its own namespace', () => {
    const { others, needs } = write({ timeouts: { readSeconds: 1 } }, { tls });
    expect(others['Gateway web'].servers).toEqual([
      plain,
      {
        port: { number: 443, name: 'https', protocol: 'HTTPS' },
        hosts: [`./${host}`],
        tls: { mode: 'SIMPLE', credentialName: 'shop-tls' },
      },
      {
        port: { number: 443, name: 'https-2', protocol: 'HTTPS' },
        hosts: ['./*'],
        tls: { mode: 'SIMPLE', credentialName: 'other' },
      },
    ]);
    expect(needs).toEqual(['gateway-secrets']);
    expect(write({}, withTls).needs).toEqual(['gateway-secrets']);
  });

  test('is asked for', () => {
    const [http] = write({ forceHttps: true }, withTls).others['Gateway web'].servers;
    expect(http).toEqual({ ...plain, tls: { httpsRedirect: true } });
  });

  test('is left to the pods', () => {
    const rules = [
      { host: 'a.example.com', paths: [at('/')] },
      { host: '*.b.example.com', paths: [at('/', 'Prefix', { port: 'https' })] },
    ];
    const sni = (name: string, port: number) => ({
      match: [{ port: 443, sniHosts: [name] }],
      route: [{ destination: { host: 'web', port: { number: port } } }],
    });
    expect(write({ tlsPassthrough: true }, { rules }).others).toEqual({
      'Gateway web': {
        selector: { istio: 'ingressgateway' },
        servers: [
          {
            port: { number: 443, name: 'tls', protocol: 'TLS' },
            hosts: ['./a.example.com', './*.b.example.com'],
            tls: { mode: 'PASSTHROUGH' },
          },
        ],
      },
      'VirtualService web': {
        hosts: ['a.example.com', '*.b.example.com'],
        gateways: ['web'],
        tls: [sni('a.example.com', 80), sni('*.b.example.com', 8080)],
      },
    });
  });
});

import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, withTls, writing } from '../writing';

const prefix = 'haproxy.org/';
const write = writing(controllers.haproxy, prefix);

describe('annotations of the Ingress', () => {
  const table: [IngressOptions, Record<string, string>, Partial<Route>?][] = [
    [{}, {}],
    [{ tlsPassthrough: true }, { 'ssl-passthrough': 'true' }],
    [{ stripPrefix: true }, { 'path-rewrite': '^(?:/api)(?:/(.*))?$ /\\1' }, onApi],
    [
      { stripPrefix: true },
      { 'path-rewrite': "^(?:/v1\\\\.0\\#\\'x|)(?:/(.*))?$ /\\1" },
      { rules: [{ host, paths: [at('/'), at("/v1.0#'x/")] }] },
    ],
    [{ rewritePath: '/v2/a%20b/' }, { 'path-rewrite': '^(?:/api)(?:/(.*))?$ /v2/a%%20b/\\1' }, onApi],
    [
      { redirect: { to: 'https://www.example.com:8443' } },
      { 'request-redirect': 'https://www.example.com:8443', 'request-redirect-code': '302' },
    ],
    [
      { redirect: { to: 'http://www.example.com', status: 308 } },
      { 'request-redirect': 'http://www.example.com', 'request-redirect-code': '308' },
    ],
    [{ forceHttps: true }, { 'ssl-redirect': 'true' }],
    [{ forceHttps: false }, { 'ssl-redirect': 'false' }, withTls],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true, preload: true } },
      { 'response-set-header': 'Strict-Transport-Security "max-age=60; includeSubDomains; preload"' },
    ],
    [{ allowSources: ['10.0.0.0/8', '2001:db8::/32'] }, { 'allow-list': '10.0.0.0/8, 2001:db8::/32' }],
    [{ denySources: ['192.0.2.1'] }, { 'deny-list': '192.0.2.1' }],
    [{ rateLimit: { requests: 5 } }, { 'rate-limit-requests': '5', 'rate-limit-period': '1s' }],
    [{ rateLimit: { requests: 5, per: 'minute' } }, { 'rate-limit-requests': '5', 'rate-limit-period': '1m' }],
    [
      { basicAuth: { secretName: 'users', realm: 'Shop, staff' } },
      { 'auth-type': 'basic-auth', 'auth-secret': 'users', 'auth-realm': 'Shop, staff' },
    ],
    [
      {
        cors: {
          allowOrigins: ['https://a.example.com'],
          allowMethods: ['GET', 'PUT'],
          allowHeaders: ['X-A', 'X-B'],
          exposeHeaders: ['X-C'],
          allowCredentials: true,
          maxAgeSeconds: 5,
        },
      },
      {
        'cors-enable': 'true',
        'cors-allow-origin': '^(?:https\\\\x3a\\\\x2f\\\\x2fa\\\\x2eexample\\\\x2ecom)$',
        'cors-allow-methods': 'GET, PUT',
        'cors-allow-headers': 'X-A, X-B',
        'cors-allow-credentials': 'true',
        'cors-max-age': '5s',
        'cors-respond-to-options': 'true',
        'response-set-header': 'Access-Control-Expose-Headers "X-C"',
      },
    ],
    [
      { cors: { allowOrigins: ['*'], allowMethods: ['*'] } },
      {
        'cors-enable': 'true',
        'cors-allow-origin': '*',
        'cors-allow-methods': '*',
        'cors-respond-to-options': 'true',
      },
    ],
    [
      { headers: { setRequest: { 'X-A': 'a "b" $1 \\ 100% #', 'X-B': 'b' }, setResponse: { 'X-C': "if 'c'" } } },
      {
        'request-set-header': 'X-A "a \\"b\\" \\$1 \\\\ 100%% #"\nX-B "b"',
        'response-set-header': 'X-C "if \'c\'"',
      },
    ],
  ];
  test.each(table)('%j', (options, annotations, route = {}) => {
    const { problems, annotations: written, service } = write(options, route);
    expect(problems).toBe('');
    expect(written).toEqual(annotations);
    expect(service).toEqual({});
  });
});

describe('annotations of the Service', () => {
  const table: [IngressOptions, Record<string, string>][] = [
    [{ stickySession: {} }, { 'cookie-persistence': 'route' }],
    [{ stickySession: { cookie: 'shop' } }, { 'cookie-persistence': 'shop' }],
    [{ sourceIpAffinity: true }, { 'load-balance': 'source' }],
    [{ timeouts: { readSeconds: 30 } }, { 'timeout-server': '30s' }],
    [{ backendProtocol: 'HTTP' }, { 'server-ssl': 'false' }],
    [{ backendProtocol: 'HTTPS' }, { 'server-ssl': 'true' }],
    [{ backendProtocol: 'H2C' }, { 'server-ssl': 'false', 'server-proto': 'h2' }],
    [{ backendProtocol: 'GRPC' }, { 'server-ssl': 'false', 'server-proto': 'h2' }],
    [{ backendProtocol: 'GRPCS' }, { 'server-ssl': 'true', 'server-proto': 'h2' }],
    [{ webSocket: true }, {}],
    [{ externalNameBackend: true }, {}],
  ];
  test.each(table)('%j', (options, annotations) => {
    const { problems, annotations: ingress, service } = write(options);
    expect(problems).toBe('');
    expect(service).toEqual(
      Object.fromEntries(Object.entries(annotations).map(([key, value]) => [prefix + key, value])),
    );
    expect(ingress).toEqual({});
  });
});

describe('another Service for some of the requests', () => {
  const canary = { service: 'web-next', port: 8080 };
  /** The regular expression of a condition, as HAProxy reads it. */
  const expression = (options: IngressOptions): RegExp => {
    const acl = write(options).service[`${prefix}route-acl`]!;
    expect(acl).toMatch(/^req\.hdrs -m reg [^ "'#]+$/);
    const read = acl.slice('req.hdrs -m reg '.length).replaceAll('\\\\', '\\');
    // JavaScript has no modifiers inside of an expression yet.
    return new RegExp(read.replace('(?i:', '(?:'), 'i');
  };

  test('ours keeps a share, and the others go by an Ingress of their own, with the same annotations', () => {
    const { service, objects, problems } = write({
      canary: { ...canary, weight: 20 },
      allowSources: ['10.0.0.0/8'],
      backendProtocol: 'HTTPS',
    });
    expect(problems).toBe('');
    expect(service).toEqual({ 'haproxy.org/route-acl': 'rand(100) lt 80', 'haproxy.org/server-ssl': 'true' });
    expect(objects.map(({ name, annotations }) => [name, annotations])).toEqual([
      ['web-canary', { 'haproxy.org/allow-list': '10.0.0.0/8', 'haproxy.org/server-ssl': 'true' }],
      ['web', { 'haproxy.org/allow-list': '10.0.0.0/8' }],
    ]);
    expect(objects[0]).toMatchObject({
      spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'web-next', port: { number: 8080 } } } }] } }] },
    });
  });

  test('by a header', () => {
    const stays = expression({ canary: { ...canary, header: { name: 'X-User', value: 'beta (1)' } } });
    expect(stays.test('Host: a\r\nX-User: beta (1)\r\nAccept: *\r\n')).toBe(false);
    expect(stays.test('x-user:beta (1)\r\n')).toBe(false);
    for (const headers of ['Host: a\r\n', 'X-User: beta 1\r\n', 'X-Users: beta (1)\r\n', 'A: X-User: beta (1)\r\n'])
      expect(stays.test(headers)).toBe(true);
  });

  test('by a cookie', () => {
    const stays = expression({ canary: { ...canary, cookie: 'be.ta' } });
    for (const cookie of ['be.ta=always', 'a=b; be.ta=always', 'be.ta=always; a=b'])
      expect(stays.test(`Host: a\r\nCookie: ${cookie}\r\n`)).toBe(false);
    for (const cookie of ['beXta=always', 'alphabe.ta=always', 'be.ta=never', 'be.ta=always2'])
      expect(stays.test(`Host: a\r\nCookie: ${cookie}\r\n`)).toBe(true);
  });
});

describe('what HAProxy must be told', () => {
  const table: [IngressOptions, string[], Partial<Route>?][] = [
    [{}, []],
    [{}, ['redirect-port'], withTls],
    [{ forceHttps: true }, ['redirect-port']],
    [{ forceHttps: false }, [], withTls],
    [{ externalNameBackend: true }, ['external-name-services']],
  ];
  test.each(table)('%j', (options, needs, route = {}) => {
    expect(write(options, route).needs).toEqual(needs);
  });

  test('where a port leads', () => {
    const route = {
      name: 'db',
      namespace: 'shop',
      listenPort: 5432,
      className: 'haproxy',
      service: { name: 'db', port: 5 },
    };
    const { objects, needs } = controllers.haproxy.writePort({ ...route, protocol: 'TCP' });
    expect(objects).toEqual([]);
    expect(needs).toMatchObject([{ id: 'listen-tcp-5432', entry: { key: '5432', value: 'shop/db:5' } }]);
    const nowhere = controllers.haproxy.writePort({ ...route, namespace: undefined, protocol: 'TCP' });
    expect(nowhere.problems.join()).toMatch(/set the namespace/);
    expect(controllers.haproxy.writePort({ ...route, protocol: 'UDP' }).problems.join()).toMatch(/no proxy for UDP/);
  });
});

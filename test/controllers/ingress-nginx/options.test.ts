import { ingressNginx } from '../../../lib/controllers/ingress-nginx';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, withTls, writing } from '../writing';

const write = writing(ingressNginx, 'nginx.ingress.kubernetes.io/');

describe('options that become annotations', () => {
  const table: [IngressOptions, Record<string, string>, (readonly string[])?, Partial<Route>?][] = [
    [{}, {}],
    [{ stickySession: {} }, { affinity: 'cookie', 'affinity-mode': 'persistent', 'session-cookie-name': 'route' }],
    [
      { stickySession: { cookie: 'shop', maxAgeSeconds: 60, secure: true, sameSite: 'None' } },
      {
        affinity: 'cookie',
        'affinity-mode': 'persistent',
        'session-cookie-name': 'shop',
        'session-cookie-max-age': '60',
        'session-cookie-expires': '60',
        'session-cookie-secure': 'true',
        'session-cookie-samesite': 'None',
      },
    ],
    [{ sourceIpAffinity: true }, { 'upstream-hash-by': '$binary_remote_addr' }, ['annotations-risk-high']],
    [{ tlsPassthrough: true }, { 'ssl-passthrough': 'true', 'force-ssl-redirect': 'true' }, ['ssl-passthrough']],
    [{ stripPrefix: true }, { 'use-regex': 'true', 'rewrite-target': '/$2' }, [], onApi],
    [{ rewritePath: '/v2' }, { 'use-regex': 'true', 'rewrite-target': '/v2/$2' }, [], onApi],
    [{ rewritePath: '/v2/' }, { 'use-regex': 'true', 'rewrite-target': '/v2/$2' }],
    [{ redirect: { to: 'https://www.example.com/a?b=c' } }, { 'temporal-redirect': 'https://www.example.com/a?b=c' }],
    [
      { redirect: { to: 'https://www.example.com', status: 307 } },
      { 'temporal-redirect': 'https://www.example.com', 'temporal-redirect-code': '307' },
    ],
    [{ redirect: { to: 'https://www.example.com', status: 301 } }, { 'permanent-redirect': 'https://www.example.com' }],
    [
      { redirect: { to: 'https://www.example.com', status: 308 } },
      { 'permanent-redirect': 'https://www.example.com', 'permanent-redirect-code': '308' },
    ],
    [{ forceHttps: true }, { 'force-ssl-redirect': 'true' }],
    [{ forceHttps: false }, { 'ssl-redirect': 'false' }, [], withTls],
    [{ maxBodySize: '8Mi' }, { 'proxy-body-size': '8388608' }],
    [
      { timeouts: { connectSeconds: 2, readSeconds: 30, sendSeconds: 4 } },
      { 'proxy-connect-timeout': '2', 'proxy-read-timeout': '30', 'proxy-send-timeout': '4' },
    ],
    [{ webSocket: true }, {}],
    [{ backendProtocol: 'HTTP' }, { 'backend-protocol': 'HTTP' }],
    [{ backendProtocol: 'HTTPS' }, { 'backend-protocol': 'HTTPS' }],
    [{ backendProtocol: 'H2C' }, { 'backend-protocol': 'GRPC' }],
    [{ backendProtocol: 'GRPC' }, { 'backend-protocol': 'GRPC' }],
    [{ backendProtocol: 'GRPCS' }, { 'backend-protocol': 'GRPCS' }],
    [
      { backendProtocol: 'HTTPS', backendTls: { caSecretName: 'ca', serverName: 'web.shop.svc' } },
      {
        'backend-protocol': 'HTTPS',
        'proxy-ssl-secret': 'shop/ca',
        'proxy-ssl-verify': 'on',
        'proxy-ssl-name': 'web.shop.svc',
        'proxy-ssl-server-name': 'on',
      },
      ['config-upstream-keepalive-requests', 'annotations-risk-high'],
    ],
    [{ allowSources: ['10.0.0.0/8', '2001:db8::/32'] }, { 'whitelist-source-range': '10.0.0.0/8,2001:db8::/32' }],
    [{ denySources: ['192.0.2.0/24'] }, { 'denylist-source-range': '192.0.2.0/24' }],
    [{ rateLimit: { requests: 5 } }, { 'limit-rps': '5' }],
    [{ rateLimit: { requests: 5, per: 'minute', burst: 15 } }, { 'limit-rpm': '5', 'limit-burst-multiplier': '3' }],
    [{ connectionLimit: 4 }, { 'limit-connections': '4' }],
    [
      { basicAuth: { secretName: 'users', realm: 'Staff only' } },
      { 'auth-type': 'basic', 'auth-secret': 'users', 'auth-realm': 'Staff only' },
    ],
    [
      { externalAuth: { url: 'http://auth.auth.svc:80/check?x=1', responseHeaders: ['X-User', 'X-Group'] } },
      { 'auth-url': 'http://auth.auth.svc:80/check?x=1', 'auth-response-headers': 'X-User,X-Group' },
      ['annotations-risk-high'],
    ],
    [
      { cors: { allowOrigins: ['https://a.example.com'] } },
      { 'enable-cors': 'true', 'cors-allow-origin': 'https://a.example.com', 'cors-allow-credentials': 'false' },
    ],
    [
      {
        cors: {
          allowOrigins: ['https://a.example.com', 'http://b.example.com:8080'],
          allowMethods: ['GET', 'PUT'],
          allowHeaders: ['X-A'],
          exposeHeaders: ['X-B', 'X-C'],
          allowCredentials: true,
          maxAgeSeconds: 5,
        },
      },
      {
        'enable-cors': 'true',
        'cors-allow-origin': 'https://a.example.com,http://b.example.com:8080',
        'cors-allow-credentials': 'true',
        'cors-allow-methods': 'GET, PUT',
        'cors-allow-headers': 'X-A',
        'cors-expose-headers': 'X-B, X-C',
        'cors-max-age': '5',
      },
    ],
    [
      { headers: { setResponse: { 'X-Frame-Options': 'DENY' } } },
      { 'custom-headers': 'shop/web-response-headers' },
      ['response-header-X-Frame-Options'],
    ],
    [{ compression: true }, {}, ['config-use-gzip']],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true } },
      {},
      ['config-hsts', 'config-hsts-max-age', 'config-hsts-include-subdomains', 'config-hsts-preload'],
      withTls,
    ],
    [{ externalNameBackend: true }, {}, ['external-name-services']],
  ];
  test.each(table)('%j', (options, annotations, needs = [], route = {}) => {
    const written = write(options, route);
    expect(written.problems).toBe('');
    expect(written.annotations).toEqual(annotations);
    expect(written.service).toEqual({});
    expect([...written.needs].sort()).toEqual([...needs].sort());
  });

  test('none of them is a snippet', () => {
    const written = table.flatMap(([options, , , route]) => Object.keys(write(options, route).annotations ?? {}));
    expect(written.filter((key) => key.includes('snippet'))).toEqual([]);
  });
});

describe('paths that are rewritten', () => {
  const patterns = (path: string, pathType: 'Exact' | 'Prefix') =>
    write({ stripPrefix: true }, { rules: [{ host, paths: [at(path, pathType)] }] }).objects.at(-1)!.spec as {
      rules: { http: { paths: { path: string; pathType: string }[] } }[];
    };
  /** What nginx makes of the path of a request. */
  const comesInAs = (rule: string, pathType: 'Exact' | 'Prefix', asked: string): string | undefined => {
    const [{ path, pathType: written }] = patterns(rule, pathType).rules[0]!.http.paths as [
      { path: string; pathType: string },
    ];
    expect(written).toBe('ImplementationSpecific');
    const match = new RegExp(`^${path}`, 'i').exec(asked);
    return match === null ? undefined : `/${match[2] ?? ''}`;
  };

  test('end at an element, and a dot is a dot', () => {
    expect(['/api', '/api/', '/api/a/b', '/apis/a', '/'].map((asked) => comesInAs('/api', 'Prefix', asked))).toEqual([
      '/',
      '/',
      '/a/b',
      undefined,
      undefined,
    ]);
    expect(comesInAs('/v1.0/', 'Prefix', '/v1.0/a')).toBe('/a');
    expect(comesInAs('/v1.0/', 'Prefix', '/v1x0/a')).toBeUndefined();
    expect(comesInAs('/', 'Prefix', '/a/b')).toBe('/a/b');
  });

  test('an exact path has nothing below it', () => {
    expect(['/api', '/api/', '/apis'].map((asked) => comesInAs('/api', 'Exact', asked))).toEqual([
      '/',
      undefined,
      undefined,
    ]);
  });

  test('the cookie of a session is for the path that was asked for, and not for the pattern', () => {
    const path = (rules: Route['rules']) =>
      write({ stripPrefix: true, stickySession: {} }, { rules }).annotations?.['session-cookie-path'];
    expect(path([{ host, paths: [at('/api/')] }])).toBe('/api');
    expect(path([{ host, paths: [at('/api'), at('/v2')] }])).toBe('/');
    expect(path([{ host, paths: [at('/')] }])).toBe('/');
    const regex = [{ host, paths: [at('/api(/|$)(.*)', 'ImplementationSpecific')] }];
    expect(write({ stickySession: {} }, { rules: regex }).annotations).toMatchObject({
      'use-regex': 'true',
      'session-cookie-path': '/',
    });
  });
});

describe('what one Ingress cannot say', () => {
  const service = { service: 'web-next', port: 8080 };
  const canary = (one: object, route: Partial<Route> = {}) => {
    const { objects, problems, needs } = write({ canary: { ...service, ...one } as never }, route);
    expect(problems).toBe('');
    expect(needs).toEqual(['canary-shop/web-next:8080']);
    expect(objects.map(({ name }) => name)).toEqual(['web-canary', 'web']);
    return objects[0]!;
  };

  test('a canary', () => {
    const p = 'nginx.ingress.kubernetes.io/';
    const other = canary({ weight: 20 }, withTls);
    expect(other.annotations).toEqual({ [`${p}canary`]: 'true', [`${p}canary-weight`]: '20' });
    expect(other.spec).toEqual({
      ingressClassName: 'nginx',
      rules: [
        {
          host,
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend: { service: { name: 'web-next', port: { number: 8080 } } } },
            ],
          },
        },
      ],
    });
    expect(canary({ cookie: 'beta' }).annotations).toMatchObject({ [`${p}canary-by-cookie`]: 'beta' });
    expect(canary({ header: { name: 'X-User', value: 'beta-1' } }).annotations).toMatchObject({
      [`${p}canary-by-header`]: 'X-User',
      [`${p}canary-by-header-value`]: 'beta-1',
    });
  });

  test('a header of any value is a pattern of that value alone', () => {
    const value = 'beta (1) "x" $; {y}.*';
    const { annotations } = canary({ header: { name: 'X-User', value } });
    const pattern = annotations!['nginx.ingress.kubernetes.io/canary-by-header-pattern']!;
    expect(pattern).toMatch(/^\^(?:[A-Za-z0-9]|\\x[0-9a-f]{2})*\$$/);
    expect(new RegExp(pattern).test(value)).toBe(true);
    expect(new RegExp(pattern).test(`${value} `)).toBe(false);
  });

  test('headers of answers', () => {
    const { objects } = write({ headers: { setResponse: { 'X-A': 'a "b" $c;' } } });
    expect(objects[0]).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'web-response-headers',
      data: { 'X-A': 'a "b" $c;' },
    });
  });

  test('a default backend for hosts that nobody has, beside rules', () => {
    const { objects } = write({}, { defaultBackend: at('/').backend });
    expect(objects.map(({ name }) => name)).toEqual(['web-default', 'web']);
    expect(objects[0]!.spec).toEqual({
      ingressClassName: 'nginx',
      defaultBackend: { service: { name: 'web', port: { name: 'http' } } },
    });
    expect(write({}, { rules: [], defaultBackend: at('/').backend }).objects).toHaveLength(1);
  });
});

test.each(['TCP', 'UDP'] as const)('a port of the controller leads to an application by %s', (protocol) => {
  const route = { name: 'db', listenPort: 5432, className: 'nginx', service: { name: 'db', port: 5433 }, protocol };
  const { needs, objects, problems } = ingressNginx.writePort({ ...route, namespace: 'shop' });
  expect([objects, problems]).toEqual([[], []]);
  expect(needs).toEqual([
    expect.objectContaining({
      id: `listen-${protocol.toLowerCase()}-5432`,
      entry: { key: '5432', value: 'shop/db:5433' },
    }),
  ]);
  expect(ingressNginx.writePort({ ...route, namespace: undefined }).problems).toEqual([
    expect.stringContaining('set the namespace'),
  ]);
});

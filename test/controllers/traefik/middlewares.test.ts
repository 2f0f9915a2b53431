import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, names, onApi, only, write } from './write';

const middleware = (options: IngressOptions, route?: Partial<Route>) => {
  const written = write(options, route);
  const found = only(written, 'Middleware');
  const ingress = written.objects.at(-1)!;
  expect(ingress.annotations).toEqual({
    'traefik.ingress.kubernetes.io/router.middlewares': `shop-${found.name}@kubernetescrd`,
  });
  expect(written.needs.map(({ id }) => id)).toContain('crd-provider');
  return { [found.name]: found.spec };
};
describe('options that become a Middleware', () => {
  const table: [IngressOptions, string, object, Partial<Route>?][] = [
    [{ stripPrefix: true }, 'strip-prefix', { stripPrefix: { prefixes: ['/api'] } }, onApi],
    [
      { rewritePath: '/v2/' },
      'rewrite',
      { replacePathRegex: { regex: '^(?:/api)(?:/(.*))?$', replacement: '/v2/$1' } },
      onApi,
    ],
    [{ rewritePath: '/v2' }, 'rewrite', { replacePathRegex: { regex: '^(?:)(?:/(.*))?$', replacement: '/v2/$1' } }],
    [
      { redirect: { to: 'https://www.example.com/' } },
      'redirect',
      { redirectRegex: { regex: '^.*$', replacement: 'https://www.example.com/', permanent: false } },
    ],
    [
      { redirect: { to: 'https://www.example.com', status: 308 } },
      'redirect',
      { redirectRegex: { regex: '^.*$', replacement: 'https://www.example.com', permanent: true } },
    ],
    [{ forceHttps: true }, 'https', { redirectScheme: { scheme: 'https', permanent: true } }],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true, preload: true } },
      'hsts',
      { headers: { stsSeconds: 60, stsIncludeSubdomains: true, stsPreload: true } },
    ],
    [{ maxBodySize: '8Mi' }, 'body-size', { buffering: { maxRequestBodyBytes: 8_388_608 } }],
    [
      { allowSources: ['10.0.0.0/8', '2001:db8::/32'] },
      'allow',
      { ipAllowList: { sourceRange: ['10.0.0.0/8', '2001:db8::/32'] } },
    ],
    [{ rateLimit: { requests: 5, burst: 3 } }, 'rate-limit', { rateLimit: { average: 5, period: '1s', burst: 3 } }],
    [{ rateLimit: { requests: 5, per: 'minute' } }, 'rate-limit', { rateLimit: { average: 5, period: '1m' } }],
    [
      { connectionLimit: 4 },
      'in-flight',
      { inFlightReq: { amount: 4, sourceCriterion: { ipStrategy: { depth: 0 } } } },
    ],
    [
      { basicAuth: { secretName: 'users', realm: 'Shop, staff' } },
      'basic-auth',
      { basicAuth: { secret: 'users', realm: 'Shop, staff' } },
    ],
    [
      { externalAuth: { url: 'http://auth.auth:80/check?x=1', responseHeaders: ['X-User'] } },
      'auth',
      { forwardAuth: { address: 'http://auth.auth:80/check?x=1', authResponseHeaders: ['X-User'] } },
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
      'cors',
      {
        headers: {
          accessControlAllowOriginList: ['https://a.example.com'],
          accessControlAllowMethods: ['PUT'],
          accessControlAllowHeaders: ['X-A'],
          accessControlExposeHeaders: ['X-B'],
          accessControlAllowCredentials: true,
          accessControlMaxAge: 5,
          addVaryHeader: true,
        },
      },
    ],
    [
      {
        headers: {
          setRequest: { 'X-A': '`a` && $1' },
          removeRequest: ['X-B'],
          setResponse: { 'X-C': 'c' },
          removeResponse: ['Server'],
        },
      },
      'headers',
      {
        headers: {
          customRequestHeaders: { 'X-A': '`a` && $1', 'X-B': '' },
          customResponseHeaders: { 'X-C': 'c', Server: '' },
        },
      },
    ],
    [{ compression: true }, 'compress', { compress: {} }],
  ];
  test.each(table)('%j', (options, name, spec, route = {}) => {
    expect(JSON.parse(JSON.stringify(middleware(options, route)))).toEqual({ [`web-${name}`]: spec });
  });

  test('stand in the order in which a request meets them, whatever the order of the options', () => {
    const written = write(
      {
        stripPrefix: true,
        compression: true,
        basicAuth: { secretName: 'users' },
        allowSources: ['10.0.0.0/8'],
        forceHttps: true,
      },
      onApi,
    );
    expect(names(written)).toEqual([
      'Middleware web-https',
      'Middleware web-allow',
      'Middleware web-basic-auth',
      'Middleware web-compress',
      'Middleware web-strip-prefix',
      'Ingress web',
    ]);
    expect(written.objects.at(-1)!.annotations!['traefik.ingress.kubernetes.io/router.middlewares']).toBe(
      ['https', 'allow', 'basic-auth', 'compress', 'strip-prefix']
        .map((name) => `shop-web-${name}@kubernetescrd`)
        .join(','),
    );
  });

  test('are named as Traefik names them where the Ingress has dots', () => {
    expect(write({ compression: true }, { name: 'web.v2' }).objects.at(-1)!.annotations).toEqual({
      'traefik.ingress.kubernetes.io/router.middlewares': 'shop-web-v2-compress@kubernetescrd',
    });
  });

  test('need a namespace', () => {
    expect(write({ compression: true, maxBodySize: '1Mi' }, { namespace: undefined }).problems).toEqual([
      expect.stringContaining('set the namespace'),
    ]);
  });

  test('beside the path / nothing is cut off by letters', () => {
    const rules = [{ host: 'shop.example.com', paths: [at('/'), at('/api/')] }];
    const { regex, replacement } = middleware({ stripPrefix: true }, { rules })['web-strip-prefix'].replacePathRegex;
    const cut = (path: string) =>
      path.replace(new RegExp(regex), (_all, rest: string | undefined) => replacement.replace('$1', rest ?? ''));
    expect(['/api', '/api/', '/api/a/b', '/apis/a', '/'].map(cut)).toEqual(['/', '/', '/a/b', '/apis/a', '/']);
  });
});

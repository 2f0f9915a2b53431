import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, withTls, writing } from '../writing';

const write = writing(controllers['aws-load-balancer'], 'alb.ingress.kubernetes.io/');
const both = { 'listen-ports': '[{"HTTP":80},{"HTTPS":443}]' };

describe('annotations of the Ingress', () => {
  const table: [IngressOptions, Record<string, string>, Partial<Route>?][] = [
    [{}, {}],
    [{}, both, withTls],
    [{ stickySession: {} }, { 'target-group-attributes': 'stickiness.enabled=true' }],
    [
      { stickySession: { maxAgeSeconds: 60 } },
      { 'target-group-attributes': 'stickiness.enabled=true,stickiness.lb_cookie.duration_seconds=60' },
    ],
    [{ forceHttps: true }, { ...both, 'ssl-redirect': '443' }, withTls],
    [{ forceHttps: false }, both, withTls],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true, preload: true } },
      {
        ...both,
        'listener-attributes.HTTPS-443':
          'routing.http.response.strict_transport_security.header_value=max-age=60; includeSubDomains; preload',
      },
      withTls,
    ],
    [{ timeouts: { readSeconds: 30 } }, { 'load-balancer-attributes': 'idle_timeout.timeout_seconds=30' }],
    [{ timeouts: { sendSeconds: 30 } }, { 'load-balancer-attributes': 'idle_timeout.timeout_seconds=30' }],
    [{ webSocket: true }, {}],
    [{ backendProtocol: 'HTTP' }, { 'backend-protocol': 'HTTP' }],
    [{ backendProtocol: 'HTTPS' }, { 'backend-protocol': 'HTTPS' }],
    [
      { backendProtocol: 'GRPC' },
      { 'listen-ports': '[{"HTTPS":443}]', 'backend-protocol': 'HTTP', 'backend-protocol-version': 'GRPC' },
      withTls,
    ],
    [
      { backendProtocol: 'GRPCS', forceHttps: true },
      { ...both, 'ssl-redirect': '443', 'backend-protocol': 'HTTPS', 'backend-protocol-version': 'GRPC' },
      withTls,
    ],
    [
      { backendProtocol: 'H2C' },
      { 'listen-ports': '[{"HTTPS":443}]', 'backend-protocol': 'HTTP', 'backend-protocol-version': 'HTTP2' },
      withTls,
    ],
    [
      { allowSources: ['10.0.0.0/8', '198.51.100.7', '2001:db8::1'] },
      { 'inbound-cidrs': '10.0.0.0/8,198.51.100.7/32,2001:db8::1/128' },
    ],
  ];
  test.each(table)('%j', (options, annotations, route = {}) => {
    const read = write(options, route);
    expect(read.problems).toBe('');
    expect(read.annotations).toEqual({ 'target-type': 'ip', ...annotations });
    expect(read.paths).toEqual([`${host}/ Prefix web:http`]);
    expect(read.service).toEqual({});
  });
});

describe('what is done with requests stands under the name of the backend', () => {
  const of = (options: IngressOptions, route: Partial<Route> = onApi) => {
    const { annotations = {}, paths, problems } = write(options, route);
    expect(problems).toBe('');
    const told = Object.entries(annotations).filter(([key]) => key !== 'target-type');
    return { paths, told: Object.fromEntries(told.map(([key, text]) => [key, JSON.parse(text) as unknown])) };
  };
  const rewriting = (regex: string, replace: string) => [
    { type: 'url-rewrite', urlRewriteConfig: { rewrites: [{ regex, replace }] } },
  ];

  test('a path that is cut off or changed', () => {
    expect(of({ stripPrefix: true }).told).toEqual({ 'transforms.web': rewriting('^/api/?(.*)$', '/$1') });
    expect(of({ rewritePath: '/v2/' }).told).toEqual({ 'transforms.web': rewriting('^/api/?(.*)$', '/v2/$1') });
    const dotted = { rules: [{ host, paths: [at('/a.b/')] }] };
    expect(of({ rewritePath: '/v2' }, dotted).told).toEqual({
      'transforms.web': rewriting('^/a\\.b/?(.*)$', '/v2/$1'),
    });
  });

  test('the pattern takes the whole path and the query along', () => {
    const [transform] = of({ rewritePath: '/v2' }).told['transforms.web'] as ReturnType<typeof rewriting>;
    const [{ regex, replace }] = transform!.urlRewriteConfig.rewrites as [{ regex: string; replace: string }];
    const changed = (url: string) => url.replace(new RegExp(regex), replace);
    expect(['/api', '/api/', '/api/a?b=/api'].map(changed)).toEqual(['/v2/', '/v2/', '/v2/a?b=/api']);
  });

  test('a redirect', () => {
    expect(of({ redirect: { to: 'https://www.example.com' } })).toEqual({
      paths: [`${host}/api Prefix web-redirect:use-annotation`],
      told: {
        'actions.web-redirect': {
          type: 'redirect',
          redirectConfig: {
            protocol: 'HTTPS',
            host: 'www.example.com',
            port: '443',
            path: '/',
            statusCode: 'HTTP_302',
          },
        },
      },
    });
    const { told } = of({ redirect: { to: 'http://www.example.com:81/new?a=b', status: 301 } });
    expect(told['actions.web-redirect']).toEqual({
      type: 'redirect',
      redirectConfig: {
        protocol: 'HTTP',
        host: 'www.example.com',
        port: '81',
        path: '/new',
        query: 'a=b',
        statusCode: 'HTTP_301',
      },
    });
  });

  const canary = { service: 'web-next', port: 8081 };
  const group = (serviceName: string, servicePort: number, weight: number) => ({ serviceName, servicePort, weight });

  test('a share for another Service, for each port', () => {
    const rules = [{ host, paths: [at('/'), at('/admin', 'Prefix', { port: 'admin' })] }];
    const action = (port: number) => ({
      type: 'forward',
      forwardConfig: { targetGroups: [group('web', port, 80), group('web-next', 8081, 20)] },
    });
    expect(of({ canary: { ...canary, weight: 20 } }, { rules })).toEqual({
      paths: [`${host}/ Prefix web-http:use-annotation`, `${host}/admin Prefix web-admin:use-annotation`],
      told: { 'actions.web-http': action(80), 'actions.web-admin': action(8080) },
    });
  });

  test('a share stays with a session', () => {
    const { annotations } = write({ canary: { ...canary, weight: 1 }, stickySession: { maxAgeSeconds: 60 } });
    expect(JSON.parse(annotations!['actions.web-http']!)).toMatchObject({
      forwardConfig: { targetGroupStickinessConfig: { enabled: true, durationSeconds: 60 } },
    });
  });

  test('requests with a header or a cookie come first, and their path is changed too', () => {
    const by = { header: { name: 'X-User', value: 'beta' } };
    const read = of({ canary: { ...canary, ...by }, stripPrefix: true });
    expect(read).toEqual({
      paths: [`${host}/api Prefix web-canary:use-annotation`, `${host}/api Prefix web:http`],
      told: {
        'actions.web-canary': {
          type: 'forward',
          forwardConfig: { targetGroups: [{ serviceName: 'web-next', servicePort: 8081 }] },
        },
        'conditions.web-canary': [
          { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'X-User', values: ['beta'] } },
        ],
        'transforms.web': rewriting('^/api/?(.*)$', '/$1'),
        'transforms.web-canary': rewriting('^/api/?(.*)$', '/$1'),
      },
    });
    const [{ httpHeaderConfig }] = of({ canary: { ...canary, cookie: 'be.ta' } }).told['conditions.web-canary'] as [
      { httpHeaderConfig: { httpHeaderName: string; regexValues: [string] } },
    ];
    expect(httpHeaderConfig.httpHeaderName).toBe('Cookie');
    const chosen = (cookies: string) => new RegExp(httpHeaderConfig.regexValues[0]).test(cookies);
    expect(
      ['be.ta=always', 'a=b; be.ta=always; c=d', 'xbe.ta=always', 'be.ta=never', 'beata=always'].map(chosen),
    ).toEqual([true, true, false, false, false]);
  });
});

test('certificates are those of AWS Certificate Manager', () => {
  expect(write({}, withTls).needs).toEqual(['acm-certificates']);
  expect(write({}).needs).toEqual([]);
});

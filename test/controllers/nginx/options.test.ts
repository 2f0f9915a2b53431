import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, withTls, writing } from '../writing';

const write = writing(controllers.nginx, 'nginx.org/');

describe('annotations of the Ingress', () => {
  const table: [IngressOptions, Record<string, string>, Partial<Route>?][] = [
    [{}, {}],
    [{ stickySession: {} }, { 'sticky-cookie-services': 'serviceName=web route path=/' }],
    [
      { stickySession: { cookie: 'shop', maxAgeSeconds: 60, secure: true, sameSite: 'None' } },
      { 'sticky-cookie-services': 'serviceName=web shop expires=60s path=/ secure samesite=none' },
    ],
    [{ sourceIpAffinity: true }, { 'lb-method': 'ip_hash' }],
    [{ webSocket: true }, { 'websocket-services': 'web' }],
    [{ stripPrefix: true }, { rewrites: 'serviceName=web rewrite=/' }, onApi],
    [{ rewritePath: '/v2/a%20b' }, { rewrites: 'serviceName=web rewrite=/v2/a%20b/' }, onApi],
    [{ forceHttps: true }, { 'ssl-redirect': 'true' }, withTls],
    [{ forceHttps: false }, { 'ssl-redirect': 'false' }, withTls],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true } },
      {
        'add-header': 'Strict-Transport-Security:max-age=60; includeSubDomains:always',
        'add-header-inherit': 'merge',
        'proxy-hide-headers': 'Strict-Transport-Security',
      },
    ],
    [{ maxBodySize: '8Mi' }, { 'client-max-body-size': '8388608' }],
    [
      { timeouts: { connectSeconds: 1, readSeconds: 2, sendSeconds: 3 } },
      { 'proxy-connect-timeout': '1s', 'proxy-read-timeout': '2s', 'proxy-send-timeout': '3s' },
    ],
    [{ backendProtocol: 'HTTP' }, {}],
    [{ backendProtocol: 'HTTPS' }, { 'ssl-services': 'web' }],
    [{ backendProtocol: 'GRPC' }, { 'grpc-services': 'web' }, withTls],
    [{ backendProtocol: 'GRPCS' }, { 'grpc-services': 'web', 'ssl-services': 'web' }, withTls],
    [
      { rateLimit: { requests: 5, per: 'minute', burst: 3 } },
      {
        'limit-req-rate': '5r/m',
        'limit-req-key': '${binary_remote_addr}',
        'limit-req-zone-size': '10m',
        'limit-req-reject-code': '429',
        'limit-req-burst': '3',
        'limit-req-no-delay': 'true',
      },
    ],
    [
      { basicAuth: { secretName: 'users', realm: 'Shop, staff' } },
      { 'basic-auth-secret': 'users', 'basic-auth-realm': 'Shop, staff' },
    ],
    [
      {
        headers: {
          setRequest: { 'X-A': "a: {b} 'c'; #" },
          removeRequest: ['X-B'],
          setResponse: { 'X-C': 'c; d' },
          removeResponse: ['X-D'],
        },
      },
      {
        'proxy-set-headers': "X-A: a: {b} 'c'; #,X-B: ",
        'add-header': 'X-C:c; d:always',
        'add-header-inherit': 'merge',
        'proxy-hide-headers': 'X-C,X-D',
      },
    ],
  ];
  test.each(table)('%j', (options, annotations, route = {}) => {
    const { problems, annotations: written, others, service } = write(options, route);
    expect(problems).toBe('');
    expect(written).toEqual(annotations);
    expect(others).toEqual({});
    expect(service).toEqual({});
  });
});

describe('Policies of the Ingress', () => {
  const table: [IngressOptions, string, object, Record<string, string>?][] = [
    [{ allowSources: ['10.0.0.0/8'] }, 'allow', { accessControl: { allow: ['10.0.0.0/8'] } }],
    [{ denySources: ['2001:db8::/32'] }, 'deny', { accessControl: { deny: ['2001:db8::/32'] } }],
    [
      { backendProtocol: 'HTTPS', backendTls: { caSecretName: 'ca', serverName: 'web.shop.svc' } },
      'backend-tls',
      { egressMTLS: { trustedCertSecret: 'ca', verifyServer: true, serverName: true, sslName: 'web.shop.svc' } },
      { 'ssl-services': 'web' },
    ],
    [
      { externalAuth: { url: 'http://auth.sso.svc.cluster.local:8080/verify' } },
      'auth',
      { externalAuth: { authURI: '/verify', authServiceName: 'sso/auth', authServicePorts: [8080] } },
    ],
    [
      { externalAuth: { url: 'https://auth' } },
      'auth',
      { externalAuth: { authURI: '/', authServiceName: 'auth', authServicePorts: [443], sslEnabled: true } },
    ],
    [
      {
        cors: {
          allowOrigins: ['https://a.example.com', 'https://a.example.com'],
          allowMethods: ['GET', 'HEAD', 'PUT'],
          allowHeaders: ['X-A'],
          exposeHeaders: ['X-B'],
          allowCredentials: true,
          maxAgeSeconds: 5,
        },
      },
      'cors',
      {
        cors: {
          allowOrigin: ['https://a.example.com'],
          allowMethods: ['GET', 'PUT'],
          allowHeaders: ['X-A'],
          exposeHeaders: ['X-B'],
          allowCredentials: true,
          maxAge: 5,
        },
      },
    ],
    [
      { cors: { allowOrigins: ['*'], allowMethods: ['*'] } },
      'cors',
      { cors: { allowOrigin: ['*'], allowMethods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'] } },
    ],
  ];
  test.each(table)('%j', (options, name, spec, more = {}) => {
    const { problems, annotations, others, needs } = write(options);
    expect(problems).toBe('');
    expect(annotations).toEqual({ ...more, policies: `web-${name}` });
    expect(others).toEqual({ [`Policy web-${name}`]: { ingressClassName: 'nginx', ...spec } });
    expect(needs).toEqual(['custom-resources']);
  });

  test('stand before it, several in one list', () => {
    const { objects, annotations } = write({ allowSources: ['10.0.0.0/8'], cors: { allowOrigins: ['*'] } });
    expect(objects.map(({ kind }) => kind)).toEqual(['Policy', 'Policy', 'Ingress']);
    expect(annotations).toEqual({ policies: 'web-allow,web-cors' });
  });
});

describe('paths', () => {
  test('end at an element', () => {
    const rules = [
      { host, paths: [at('/'), at('/api'), at('/one/'), at('/two', 'Exact'), at('/v', 'ImplementationSpecific')] },
    ];
    expect(write({}, { rules }).paths).toEqual([
      `${host}/ Prefix web:http`,
      `${host}/api Exact web:http`,
      `${host}/api/ Prefix web:http`,
      `${host}/one Exact web:http`,
      `${host}/one/ Prefix web:http`,
      `${host}/two Exact web:http`,
      `${host}/v ImplementationSpecific web:http`,
    ]);
  });

  test('one that is asked for by itself stays as it is', () => {
    const rules = [{ host, paths: [at('/api', 'Exact', { port: 'admin' }), at('/api')] }];
    expect(write({}, { rules }).paths).toEqual([`${host}/api Exact web:admin`, `${host}/api/ Prefix web:http`]);
  });

  test('a default backend is for the other hosts, too', () => {
    const { paths, needs } = write({}, { defaultBackend: at('/').backend });
    expect(paths).toEqual([`${host}/ Prefix web:http`, '*/ Prefix web:http']);
    expect(needs).toEqual(['empty-host']);
    expect(write({}, { rules: [{ host: undefined, paths: [at('/')] }] }).needs).toEqual(['empty-host']);
  });
});

test('GRPC needs HTTP/2', () => {
  expect(write({ backendProtocol: 'GRPC' }, withTls).needs).toEqual(['http2']);
});

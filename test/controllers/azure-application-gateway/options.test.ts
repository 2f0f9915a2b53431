import { controllers } from '../../../lib/controllers';
import { azureApplicationGatewayWith } from '../../../lib/controllers/azure-application-gateway';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, resource, withTls, writing } from '../writing';

const prefix = 'appgw.ingress.kubernetes.io/';
const write = writing(controllers['azure-application-gateway'], prefix);

describe('annotations of the Ingress', () => {
  const table: [IngressOptions, Record<string, string>, Partial<Route>?][] = [
    [{}, {}],
    [{ stickySession: {} }, { 'cookie-based-affinity': 'true' }],
    [{ stripPrefix: true }, { 'backend-path-prefix': '/' }, onApi],
    [{ rewritePath: '/v2' }, { 'backend-path-prefix': '/v2/' }, onApi],
    [{ rewritePath: '/v2/' }, { 'backend-path-prefix': '/v2/' }],
    [{ forceHttps: true }, { 'ssl-redirect': 'true' }, withTls],
    [{ forceHttps: false }, {}],
    [{ timeouts: { readSeconds: 90 } }, { 'request-timeout': '90' }],
    [{ webSocket: true }, {}],
    [{ backendProtocol: 'HTTP' }, { 'backend-protocol': 'http' }],
    [{ backendProtocol: 'HTTPS' }, { 'backend-protocol': 'https' }],
  ];
  test.each(table)('%j', (options, annotations, route = {}) => {
    const read = write(options, route);
    expect(read.problems).toBe('');
    expect(read.annotations).toEqual(annotations);
    expect([read.others, read.service]).toEqual([{}, {}]);
  });
});

describe('headers are changed by a rule set of its own kind', () => {
  const rules = (options: IngressOptions) => {
    const { annotations, others, problems } = write(options);
    expect([problems, annotations]).toEqual(['', { 'rewrite-rule-set-custom-resource': 'web' }]);
    const { rewriteRules } = others['AzureApplicationGatewayRewrite web'] as {
      rewriteRules: { name: string; ruleSequence: number; actions: object }[];
    };
    expect(rewriteRules).toMatchObject([{ name: 'headers', ruleSequence: 100 }]);
    return rewriteRules[0]!.actions;
  };
  const hsts = { actionType: 'set', headerName: 'Strict-Transport-Security' };

  test('hsts', () => {
    expect(rules({ hsts: { maxAgeSeconds: 60, includeSubdomains: true, preload: true } })).toEqual({
      responseHeaderConfigurations: [{ ...hsts, headerValue: 'max-age=60; includeSubDomains; preload' }],
    });
  });

  test('headers, together with hsts', () => {
    const headers = {
      setRequest: { 'X-A': 'a' },
      removeRequest: ['X-B'],
      setResponse: { 'X-C': 'c' },
      removeResponse: ['Server'],
    };
    expect(rules({ headers, hsts: { maxAgeSeconds: 1 } })).toEqual({
      requestHeaderConfigurations: [
        { actionType: 'set', headerName: 'X-A', headerValue: 'a' },
        { actionType: 'delete', headerName: 'X-B' },
      ],
      responseHeaderConfigurations: [
        { ...hsts, headerValue: 'max-age=1' },
        { actionType: 'set', headerName: 'X-C', headerValue: 'c' },
        { actionType: 'delete', headerName: 'Server' },
      ],
    });
  });
});

describe('paths', () => {
  const pathsOf = (...paths: ReturnType<typeof at>[]) => write({}, { rules: [{ host, paths }] }).paths;

  test('a prefix ends at an element', () => {
    expect(pathsOf(at('/one/'))).toEqual([
      `${host}/one Exact web:http`,
      `${host}/one/* ImplementationSpecific web:http`,
    ]);
  });

  test('the closest comes first, since the first that fits is taken', () => {
    expect(pathsOf(at('/'), at('/a'), at('/a/b'), at('/a', 'Exact'), at('/files*', 'ImplementationSpecific'))).toEqual([
      `${host}/a Exact web:http`,
      `${host}/files* ImplementationSpecific web:http`,
      `${host}/a/b Exact web:http`,
      `${host}/a/b/* ImplementationSpecific web:http`,
      `${host}/a/* ImplementationSpecific web:http`,
      `${host}/ Prefix web:http`,
    ]);
  });
});

test('listens on the private address where it is asked for', () => {
  const of = (internal: boolean) => writing(azureApplicationGatewayWith({ internal }), prefix)({}).annotations;
  expect([of(true), of(false)]).toEqual([{ 'use-private-ip': 'true' }, { 'use-private-ip': 'false' }]);
});

describe('refused with the way out', () => {
  const several = { rules: [{ host, paths: [at('/a'), at('/b')] }] };
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [
      { stickySession: { cookie: 'a', maxAgeSeconds: 1, secure: true, sameSite: 'Lax' } },
      /cookie .*leave the name out.*maxAgeSeconds .*secure .*sameSite/,
    ],
    [{ sourceIpAffinity: true }, /use stickySession/],
    [{ tlsPassthrough: true }, /Exposure\.loadBalancer/],
    [{ stripPrefix: true }, /one exposure for each path/, several],
    [{ rewritePath: '/a' }, /one exposure for each path/, several],
    [{ redirect: { to: 'https://a.example.com' } }, /let the application answer/],
    [{ forceHttps: true }, /give tls/],
    [{ forceHttps: false }, /without tls for plain HTTP/, withTls],
    [{ headers: { setResponse: { A: '{var_host}' } } }, /braces/],
    [{ maxBodySize: '1Mi' }, /waf-policy-for-path/],
    [{ timeouts: { connectSeconds: 1, sendSeconds: 1 } }, /connectSeconds .*sendSeconds .*give readSeconds/],
    [{ timeouts: { readSeconds: 86_401 } }, /at most 86400/],
    [{ backendProtocol: 'H2C' }, /take HTTP or HTTPS/],
    [{ backendProtocol: 'GRPC' }, /take HTTP or HTTPS/],
    [{ backendProtocol: 'GRPCS' }, /take HTTP or HTTPS/],
    [
      { backendProtocol: 'HTTPS', backendTls: { caSecretName: 'ca', serverName: 'a' } },
      /appgw-trusted-root-certificate/,
    ],
    [{ allowSources: ['10.0.0.0/8'] }, /waf-policy-for-path/],
    [{ denySources: ['10.0.0.0/8'] }, /waf-policy-for-path/],
    [{ rateLimit: { requests: 1 } }, /waf-policy-for-path/],
    [{ connectionLimit: 1 }, /let the application/],
    [{ basicAuth: { secretName: 'users' } }, /let the application/],
    [{ externalAuth: { url: 'http://auth' } }, /let the application/],
    [{ cors: { allowOrigins: ['*'] } }, /preflights/],
    [{ canary: { service: 'b', port: 1, weight: 1 } }, /another host or path/],
    [{ compression: true }, /let the application/],
    [{ externalNameBackend: true }, /controller of the cluster/],
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [{}, /use Prefix, or a longer path/, { rules: [{ host, paths: [at('/', 'Exact')] }] }],
    [{}, /escape it by %2A/, { rules: [{ host, paths: [at('/a*')] }] }],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems).toMatch(problem);
    expect(objects).toEqual([]);
  });

  test.each(['TCP', 'UDP'] as const)('a route by %s', (protocol) => {
    const service = { name: 'db', port: 5432 };
    const route = { name: 'db', namespace: 'shop', className: undefined, listenPort: 5432, protocol, service };
    expect(controllers['azure-application-gateway'].writePort(route).problems.join()).toMatch(/Exposure\.loadBalancer/);
  });
});

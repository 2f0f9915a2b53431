import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import { gkeWith } from '../../../lib/controllers/gke';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, resource, withTls, writing } from '../writing';

const write = writing(controllers.gke);
const neg = { 'cloud.google.com/neg': '{"ingress":true}' };

describe('options', () => {
  const backend = { 'cloud.google.com/backend-config': '{"default":"web"}' };
  const protocols = (text: string) => ({ 'cloud.google.com/app-protocols': text });
  const twoPorts = { rules: [{ host, paths: [at('/'), at('/admin', 'Prefix', { port: 'admin' })] }] };
  type Expected = { readonly spec?: object; readonly service?: Record<string, string>; readonly frontend?: object };
  const table: [IngressOptions, Expected, Partial<Route>?][] = [
    [{}, {}],
    [{}, {}, withTls],
    [
      { stickySession: {} },
      { spec: { sessionAffinity: { affinityType: 'GENERATED_COOKIE', affinityCookieTtlSec: 0 } } },
    ],
    [
      { stickySession: { maxAgeSeconds: 60 } },
      { spec: { sessionAffinity: { affinityType: 'GENERATED_COOKIE', affinityCookieTtlSec: 60 } } },
    ],
    [{ sourceIpAffinity: true }, { spec: { sessionAffinity: { affinityType: 'CLIENT_IP' } } }],
    [
      { forceHttps: true },
      { frontend: { redirectToHttps: { enabled: true, responseCodeName: 'MOVED_PERMANENTLY_DEFAULT' } } },
      withTls,
    ],
    [{ forceHttps: false }, {}, withTls],
    [
      { hsts: { maxAgeSeconds: 60, includeSubdomains: true, preload: true } },
      {
        spec: {
          customResponseHeaders: { headers: ['Strict-Transport-Security: max-age=60; includeSubDomains; preload'] },
        },
      },
    ],
    [{ timeouts: { readSeconds: 90 } }, { spec: { timeoutSec: 90 } }],
    [{ webSocket: true }, {}],
    [{ backendProtocol: 'HTTP' }, { service: protocols('{"http":"HTTP"}') }],
    [{ backendProtocol: 'HTTPS' }, { service: protocols('{"http":"HTTPS","admin":"HTTPS"}') }, twoPorts],
    [{ backendProtocol: 'GRPCS' }, { service: protocols('{"http":"HTTP2"}') }],
    [
      { headers: { setRequest: { 'X-A': 'a' }, setResponse: { 'X-B': 'b: c' } }, hsts: { maxAgeSeconds: 1 } },
      {
        spec: {
          customRequestHeaders: { headers: ['X-A: a'] },
          customResponseHeaders: { headers: ['Strict-Transport-Security: max-age=1', 'X-B: b: c'] },
        },
      },
    ],
  ];
  test.each(table)('%j', (options, { spec, service = {}, frontend }, route = {}) => {
    const read = write(options, route);
    expect(read.problems).toBe('');
    expect(read.annotations).toEqual({
      'kubernetes.io/ingress.class': 'gce',
      ...(frontend === undefined ? {} : { 'networking.gke.io/v1beta1.FrontendConfig': 'web' }),
    });
    expect(read.service).toEqual({ ...neg, ...service, ...(spec === undefined ? {} : backend) });
    expect(read.others).toEqual({
      ...(spec === undefined ? {} : { 'BackendConfig web': spec }),
      ...(frontend === undefined ? {} : { 'FrontendConfig web': frontend }),
    });
  });

  test('the objects beside have the versions that GKE serves', () => {
    const { objects } = write({ sourceIpAffinity: true, forceHttps: true }, { ...withTls, name: 'shop' });
    expect(objects.map(({ apiVersion, kind, name }) => `${apiVersion} ${kind} ${name}`)).toEqual([
      'cloud.google.com/v1 BackendConfig web',
      'networking.gke.io/v1beta1 FrontendConfig shop',
      'networking.k8s.io/v1 Ingress shop',
    ]);
  });
});

describe('the class is an annotation, since GKE has no IngressClass', () => {
  test.each(['gce', 'gce-internal'])('%s', (className) => {
    const { objects, annotations } = write({}, { className });
    expect(annotations).toEqual({ 'kubernetes.io/ingress.class': className });
    expect(objects.at(-1)!.spec).not.toHaveProperty('ingressClassName');
  });

  test('the external one without a name, and no other', () => {
    expect(write({}, { className: undefined }).annotations).toEqual({ 'kubernetes.io/ingress.class': 'gce' });
    expect(write({}, { className: 'nginx' }).problems).toMatch(/serves gce and gce-internal/);
  });
});

describe('refused with the way out', () => {
  const internal = { className: 'gce-internal', ...withTls };
  const canary = { service: 'web-next', port: 8081, weight: 1 };
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{ stickySession: { cookie: 'a', secure: true, sameSite: 'Lax' } }, /cookie .*GCLB.*secure .*sameSite/],
    [{ stickySession: { maxAgeSeconds: 86_401 } }, /at most 86400/],
    [{ stickySession: {}, sourceIpAffinity: true }, /keep one/],
    [{ tlsPassthrough: true }, /Exposure\.loadBalancer/],
    [{ stripPrefix: true }, /Gateway API/],
    [{ rewritePath: '/a' }, /Gateway API/],
    [{ redirect: { to: 'https://a.example.com' } }, /Gateway API/],
    [{ forceHttps: true }, /give tls/],
    [{ forceHttps: true }, /let the application redirect/, internal],
    [{ hsts: { maxAgeSeconds: 1 } }, /gce-internal: let the application/, internal],
    [{ headers: { setRequest: { A: 'b' } } }, /gce-internal: let the application/, internal],
    [{ headers: { setRequest: { A: '{client_region}' } } }, /braces/],
    [{ headers: { removeRequest: ['A'], removeResponse: ['B'] } }, /removeRequest .*removeResponse/],
    [{ maxBodySize: '1Mi' }, /let the application/],
    [{ timeouts: { connectSeconds: 1, sendSeconds: 1 } }, /connectSeconds .*sendSeconds .*give readSeconds/],
    [{ backendProtocol: 'H2C' }, /take GRPCS/],
    [{ backendProtocol: 'GRPC' }, /take GRPCS/],
    [{ backendProtocol: 'HTTPS', backendTls: { caSecretName: 'ca', serverName: 'a' } }, /no certificates of pods/],
    [{ allowSources: ['10.0.0.0/8'] }, /securityPolicy/],
    [{ denySources: ['10.0.0.0/8'] }, /securityPolicy/],
    [{ rateLimit: { requests: 1 } }, /securityPolicy/],
    [{ connectionLimit: 1 }, /let the application/],
    [{ basicAuth: { secretName: 'users' } }, /Identity-Aware Proxy/],
    [{ externalAuth: { url: 'http://auth' } }, /Identity-Aware Proxy/],
    [{ cors: { allowOrigins: ['*'] } }, /preflights/],
    [{ canary }, /Gateway API/],
    [{ compression: true }, /Cloud CDN/],
    [{ externalNameBackend: true }, /controller of the cluster/],
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [{}, /escape it by %2A/, { rules: [{ host, paths: [at('/a*', 'Exact')] }] }],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems).toMatch(problem);
    expect(objects).toEqual([]);
  });

  test.each(['TCP', 'UDP'] as const)('a route by %s', (protocol) => {
    const service = { name: 'db', port: 5432 };
    const route = { name: 'db', namespace: 'shop', className: 'gce', listenPort: 5432, protocol, service };
    expect(controllers.gke.writePort(route).problems.join()).toMatch(/use Exposure\.loadBalancer/);
  });
});

describe('how it is set up', () => {
  const byNodes = writing(gkeWith({ networkEndpointGroups: false }));
  const nodePort = { rules: [{ host, paths: [at('/', 'Prefix', { type: 'NodePort' })] }] };

  test('without network endpoint groups the Service needs a port of the nodes', () => {
    expect(byNodes({}).problems).toMatch(/Exposure\.nodePort with the application's name/);
    expect(byNodes({}, nodePort)).toMatchObject({ problems: '', service: {} });
  });

  test('and there are neither sessions nor internal load balancers', () => {
    expect(byNodes({ stickySession: {} }, nodePort).problems).toMatch(/leave networkEndpointGroups on/);
    expect(byNodes({}, { ...nodePort, className: 'gce-internal' }).problems).toMatch(/leave networkEndpointGroups on/);
  });

  test('a Cloud Armor policy stands before every Service', () => {
    const read = writing(gkeWith({ securityPolicy: 'office' }))({ timeouts: { readSeconds: 5 } }, onApi);
    expect(read.others).toEqual({ 'BackendConfig web': { securityPolicy: { name: 'office' }, timeoutSec: 5 } });
  });
});

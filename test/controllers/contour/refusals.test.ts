import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { api, at, contour, onApi, web, withTls, write } from './write';

describe('refused with the way out', () => {
  const resource = { resource: { kind: 'Bucket', name: 'static' } };
  const anyHost = { rules: [{ host: undefined, ...api }] };
  const regex = { rules: [{ host: 'a.example.com', paths: [at('/api(/|$)(.*)', 'ImplementationSpecific')] }] };
  const letters = { rules: [{ host: 'a.example.com', paths: [at('/api', 'ImplementationSpecific')] }] };
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{ maxBodySize: '1Mi' }, /maxBodySize cannot be had from Contour: .*application/],
    [{ connectionLimit: 1 }, /connectionLimit cannot be had from Contour/],
    [{ basicAuth: { secretName: 'a' } }, /basicAuth cannot be had from Contour: .*application/],
    [{ externalAuth: { url: 'http://auth' } }, /externalAuth cannot be had from Contour: .*ExtensionService/],
    [{ stickySession: { cookie: 'shop' } }, /stickySession.cookie .*leave the name out/],
    [{ stickySession: { maxAgeSeconds: 1 } }, /stickySession.maxAgeSeconds .*leave the time out/],
    [{ timeouts: { connectSeconds: 1 } }, /timeouts.connectSeconds .*contour.yaml/],
    [{ timeouts: { sendSeconds: 1 } }, /timeouts.sendSeconds .*contour.yaml/],
    [{ stickySession: {}, sourceIpAffinity: true }, /keep one/],
    [{ stickySession: {}, canary: { service: 'b', port: 1, weight: 2 } }, /header or a cookie/],
    [{ allowSources: ['::1'], denySources: ['::2'] }, /not both/],
    [{ forceHttps: true }, /give tls/],
    [{ forceHttps: true }, /give tls/, { ...withTls, rules: [...onApi.rules, { host: 'b.example.com', ...api }] }],
    [{ stickySession: {} }, /no default backend/, { defaultBackend: web }],
    [{ stickySession: {} }, /give every rule a host/, anyHost],
    [{ stickySession: {} }, /give every rule a host/, { rules: [] }],
    [{ stripPrefix: true }, /regular expression, which stripPrefix cannot replace: use Prefix/, regex],
    [{ rewritePath: '/x' }, /letters, which rewritePath cannot replace: use Prefix/, letters],
    [{ redirect: { to: 'https://[::1]/' } }, /by its name/],
    [{ redirect: { to: 'https://ann@example.com/' } }, /by its name/],
    [{ headers: { setRequest: { 'X-A': '%HOSTNAME%' } } }, /something else for %HOSTNAME%/],
    [{ headers: { setResponse: { 'X-A': 'a %REQ(Authorization)% b' } } }, /something else for %REQ\(Authorization\)%/],
    [{ headers: { setRequest: { 'X-A': '%REQ(X-B?Y-C):10%' } } }, /something else/],
    [{ headers: { removeRequest: ['host'] } }, /leave it out/],
    [{ headers: { setResponse: { Host: 'a' } } }, /leave it out/],
    [{ headers: { setResponse: { 'strict-transport-security': 'a' } }, hsts: { maxAgeSeconds: 1 } }, /keep one/],
    [{ tlsPassthrough: true, compression: true }, /nothing to see for compression/],
    [{ tlsPassthrough: true }, /leave tls out/, withTls],
    [{ tlsPassthrough: true }, /leave the paths out/, onApi],
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [{}, /give the rules of tls a host/, { ...anyHost, tls: [{ hosts: [], secretName: 'a' }] }],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems.join('; ')).toMatch(problem);
    expect(objects).toEqual([]);
  });

  test.each(['TCP', 'UDP'] as const)('a port for %s', (protocol) => {
    const service = { name: 'db', port: 1 };
    const route = { name: 'db', namespace: 'shop', protocol, listenPort: 1, className: 'contour', service };
    expect(contour.writePort(route).problems.join()).toMatch(/cannot be had from Contour: .*a Service of its own/);
  });
});

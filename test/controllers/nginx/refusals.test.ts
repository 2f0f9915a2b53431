import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, resource, withTls, writing } from '../writing';

const write = writing(controllers.nginx);
const canary = { service: 'b', port: 1, weight: 2 };
const header = (value: string): IngressOptions => ({ headers: { setRequest: { 'X-A': value } } });
const twoCertificates = { tls: [...withTls.tls, { hosts: ['b.example.com'], secretName: 'b' }] };

describe('refused with the way out', () => {
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{ connectionLimit: 4 }, /connectionLimit cannot be had .*use rateLimit/],
    [{ compression: true }, /let the application compress/],
    [{ externalNameBackend: true }, /NGINX Plus alone/],
    [{ backendProtocol: 'H2C' }, /use GRPC or HTTP/],
    [{ backendProtocol: 'GRPC' }, /give tls/],
    [{ forceHttps: true }, /give tls/],
    [{ rewritePath: '/a=b' }, /%3D/],
    [{ allowSources: ['10.0.0.0/8'], denySources: ['10.1.0.0/16'] }, /leave denySources out/],
    [{ externalAuth: { url: 'https://auth.example.com/' } }, /http:\/\/name\.namespace\.svc\/path/],
    [{ externalAuth: { url: 'http://auth.sso/?a=b' } }, /the query '\?a=b'/],
    [{ externalAuth: { url: 'http://auth', responseHeaders: ['X-User'] } }, /responseHeaders cannot be had/],
    [{ cors: { allowOrigins: ['*'], allowMethods: ['TRACE'] } }, /names TRACE/],
    [header('a "b"'), /takes no quotes, commas, dollar signs and backslashes/],
    [header('a,b'), /let the application set it/],
    [header('$host'), /dollar signs/],
    [header('a\\'), /backslashes/],
    [{ headers: { setResponse: { 'X-A': 'a:b' } } }, /colons/],
    [{ redirect: { to: 'https://a.example.com' }, hsts: { maxAgeSeconds: 5 } }, /leave out hsts/],
    [{ redirect: { to: 'https://a.example.com' } }, /no default backend/, { defaultBackend: at('/').backend }],
    [{ canary }, /one exposure for each of the 2/, twoCertificates],
    [{ canary }, /has a host: give one/, { rules: [{ host: undefined, paths: [at('/')] }] }],
    [{ canary, stickySession: {} }, /header or a cookie/],
    [{ canary: { service: 'b', port: 1, header: { name: 'X-A', value: '!a' } } }, /nor a ! at the beginning/],
    [{ tlsPassthrough: true, webSocket: true }, /nothing to see for webSocket/],
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [{}, /cannot match the path '\/a%20b'/, { rules: [{ host, paths: [at('/a%20b')] }] }],
    [{}, /cannot match the path/, { rules: [{ host, paths: [at('/a$b', 'ImplementationSpecific')] }] }],
    [
      {},
      /name the hosts in tls/,
      { rules: [{ host: undefined, paths: [at('/')] }], tls: [{ hosts: [], secretName: 'a' }] },
    ],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems).toMatch(problem);
    expect(objects).toEqual([]);
  });
});

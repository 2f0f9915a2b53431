import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, resource, withTls, writing } from '../writing';

const write = writing(controllers.haproxy);
const canary = { service: 'b', port: 1, weight: 2 };
const twoHosts = { rules: [...onApi.rules, { host: 'b.example.com', paths: [at('/')] }] };

describe('refused with the way out', () => {
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{ maxBodySize: '8Mi' }, /maxBodySize cannot be had from HAProxy: .*application/],
    [{ connectionLimit: 4 }, /connectionLimit cannot be had .*use rateLimit/],
    [{ compression: true }, /let the application compress/],
    [{ externalAuth: { url: 'http://auth/' } }, /use basicAuth/],
    [{ backendProtocol: 'HTTPS', backendTls: { caSecretName: 'a', serverName: 'b' } }, /not whose it is/],
    [{ stickySession: { maxAgeSeconds: 5 } }, /stickySession\.maxAgeSeconds cannot be had/],
    [{ stickySession: { sameSite: 'Lax' } }, /stickySession\.sameSite cannot be had/],
    [{ timeouts: { connectSeconds: 5 } }, /timeout-connect in its ConfigMap/],
    [{ timeouts: { sendSeconds: 5 } }, /timeout-client in its ConfigMap/],
    [{ rateLimit: { requests: 5, burst: 5 } }, /rateLimit\.burst cannot be had/],
    [{ headers: { removeRequest: ['X-A'] } }, /take none away/],
    [{ redirect: { to: 'https://www.example.com/new' } }, /give scheme and host alone, as https:\/\/www\.example\.com/],
    [{ redirect: { to: 'https://www.example.com/' } }, /scheme and host alone/],
    [{ stripPrefix: true }, /one exposure for each host/, twoHosts],
    [{ cors: { allowOrigins: ['*'], allowMethods: ['PURGE'] } }, /names PURGE/],
    [{ tlsPassthrough: true }, /leave tls out/, withTls],
    [{ canary, stickySession: {} }, /header or a cookie/],
    [{ canary }, /leave one path/, { rules: [{ host, paths: [at('/'), at('/api')] }] }],
    [{ canary }, /'\/v1\.0' a regular expression/, { rules: [{ host, paths: [at('/v1.0')] }] }],
    [{ canary }, /use Prefix or Exact/, { rules: [{ host, paths: [at('/a', 'ImplementationSpecific')] }] }],
    [{ canary }, /no hold on the default backend/, { defaultBackend: at('/').backend }],
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [{}, /by its letters/, { rules: [{ host, paths: [at('/api(/|$)(.*)', 'ImplementationSpecific')] }] }],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems).toMatch(problem);
    expect(objects).toEqual([]);
  });
});

import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { api, at, onApi, web, write } from './write';

describe('refused with the way out', () => {
  const resource = { resource: { kind: 'Bucket', name: 'static' } };
  const twoHosts = {
    rules: [
      { host: 'a.example.com', ...api },
      { host: 'b.example.com', paths: [at('/')] },
    ],
  };
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{ denySources: ['10.0.0.0/8'] }, /denySources cannot be had from Traefik: .*allowSources/],
    [{ timeouts: { sendSeconds: 3 } }, /sendSeconds .*entry point/],
    [{ hsts: { maxAgeSeconds: 0 } }, /no way to say/],
    [{ stripPrefix: true }, /one exposure for each host/, twoHosts],
    [{ rewritePath: '/x' }, /one exposure for each host/, twoHosts],
    [{ stripPrefix: true, rewritePath: '/x' }, /keep one/],
    [{ stickySession: {}, canary: { service: 'b', port: 1, weight: 2 } }, /header or a cookie/],
    [{ canary: { service: 'b', port: 1, weight: 2 } }, /no default backend/, { defaultBackend: web }],
    [
      { sourceIpAffinity: true },
      /one exposure for each of the 2/,
      {
        tls: [
          { hosts: [], secretName: 'a' },
          { hosts: [], secretName: 'b' },
        ],
      },
    ],
    [{ tlsPassthrough: true, compression: true }, /nothing to see for compression/],
    [{ tlsPassthrough: true }, /leave tls out/, { tls: [{ hosts: [], secretName: 'a' }] }],
    [{ tlsPassthrough: true }, /give a host/, { rules: [{ host: undefined, paths: [at('/')] }] }],
    [{ tlsPassthrough: true }, /leave the paths out/, onApi],
    [{}, /leads to Services only/, { rules: [{ host: 'a.example.com', paths: [{ ...at('/'), backend: resource }] }] }],
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [
      {},
      /by its letters/,
      { rules: [{ host: 'a.example.com', paths: [at('/api(/|$)(.*)', 'ImplementationSpecific')] }] },
    ],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems.join('; ')).toMatch(problem);
    expect(objects).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { ingressNginx } from '../../../lib/controllers/ingress-nginx';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, resource, withTls, writing } from '../writing';

const write = writing(ingressNginx, 'nginx.ingress.kubernetes.io/');
const on = (path: string, pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific' = 'Prefix'): Partial<Route> => ({
  rules: [{ host, paths: [at(path, pathType)] }],
});

describe('refused with the way out', () => {
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [{}, /'\/a%20b' of type Prefix: use letters/, on('/a%20b')],
    [{}, /'\/a:b' of type Exact/, on('/a:b', 'Exact')],
    [{}, /takes the path '\/etc\/nginx\/x' for an attack/, on('/etc/nginx/x')],
    [{}, /\[\.\] for a dot/, on('/a\\.b', 'ImplementationSpecific')],
    [{}, /no regular expression/, on('/a(', 'ImplementationSpecific')],
    [{ stripPrefix: true }, /ImplementationSpecific: use Prefix or Exact/, on('/api(.*)', 'ImplementationSpecific')],
    [{ stripPrefix: true }, /needs a rule/, { rules: [], defaultBackend: at('/').backend }],
    [
      { rewritePath: '/x' },
      /exposure of its own for the default backend/,
      { ...onApi, defaultBackend: at('/').backend },
    ],
    [{ rewritePath: '/a+b' }, /rewritePath is '\/a\+b'/, onApi],
    [{ redirect: { to: 'https://example.com/#a' } }, /simpler address/],
    [{ rateLimit: { requests: 2, burst: 5 } }, /multiples of requests alone, 2: set it to 6/],
    [{ basicAuth: { secretName: 'users', realm: 'Staff (only)' } }, /realm is 'Staff \(only\)'/],
    [{ externalAuth: { url: 'http://auth/%20' } }, /externalAuth\.url/],
    [{ cors: { allowOrigins: ['http://[::1]'] } }, /does not take/],
    [{ cors: { allowOrigins: ['*'], allowMethods: ['*'] } }, /name the methods/],
    [{ cors: { allowOrigins: ['*'], allowHeaders: ['*'] } }, /name the headers/],
    [{ headers: { setRequest: { 'X-A': 'b' } } }, /headers\.setRequest cannot be had .*proxy-set-headers/],
    [{ headers: { removeRequest: ['X-A'] } }, /headers\.removeRequest cannot be had/],
    [{ headers: { removeResponse: ['X-A'] } }, /headers\.removeResponse cannot be had .*hide-headers/],
    [{ headers: { setResponse: { 'X-A': 'b' } } }, /set the namespace/, { namespace: undefined }],
    [{ stickySession: {}, sourceIpAffinity: true }, /keep one of both/],
    [
      { canary: { service: 'b', port: 1, weight: 2 } },
      /no hold on the default backend/,
      { defaultBackend: at('/').backend },
    ],
    [{ backendProtocol: 'GRPCS', backendTls: { caSecretName: 'ca', serverName: 'web' } }, /does not check/],
    [{ tlsPassthrough: true }, /leave tls out/, withTls],
    [{ tlsPassthrough: true }, /leave the paths out/, onApi],
    [{ tlsPassthrough: true, compression: true }, /nothing to see for compression/],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems).toMatch(problem);
    expect(objects).toEqual([]);
  });
});

/** Without the checks that come before a dialect: what it writes must be sound by itself. */
function raw(options: IngressOptions, route: Partial<Route> = {}) {
  const rules = [{ host, paths: [at('/')] }];
  const base = { name: 'web', namespace: 'shop', className: 'nginx', tls: [], defaultBackend: undefined };
  const { objects } = ingressNginx.write({ ...base, rules, ...route, options });
  const written = objects.flatMap((object) => Object.entries(object.annotations ?? {}));
  const spec = objects.at(-1)?.spec as { rules: { http: { paths: { path: string }[] } }[] } | undefined;
  const paths = spec?.rules.flatMap((rule) => rule.http.paths.map(({ path }) => path)) ?? [];
  return { annotations: written.map(([key, value]) => [key.split('/')[1], value] as const), paths };
}

test('no text gets out of its place in the configuration of nginx', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^\/[A-Za-z0-9._/-]*$/),
    fc
      .tuple(fc.string(), fc.constantFrom('"', "'", '\n', ';', '{', '}', '$1', '\\', '#', '`'), fc.string())
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('Prefix', 'Exact', 'ImplementationSpecific'), (value, pathType) => {
      const options: IngressOptions[] = [
        { rewritePath: `/${value}` },
        { redirect: { to: `https://example.com/${value}` } },
        { externalAuth: { url: `http://auth/${value}`, responseHeaders: [value] } },
        { basicAuth: { secretName: value, realm: value } },
        { stickySession: { cookie: value } },
        { cors: { allowOrigins: [value], allowMethods: [value], allowHeaders: [value] } },
        { canary: { service: 'b', port: 1, header: { name: 'X', value } } },
        { backendProtocol: 'HTTPS', backendTls: { caSecretName: value, serverName: value } },
      ];
      const route = { rules: [{ host, paths: [at(`/${value}`, pathType)] }] };
      const all = [...options.map((one) => raw(one)), raw({}, route), raw({ stripPrefix: true }, route)];
      for (const { annotations, paths } of all) {
        for (const [key = '', written] of annotations) {
          // Groups of our own, and numbers of letters.
          const own =
            key === 'rewrite-target'
              ? written.replace(/\$2$/, '')
              : written.replaceAll(/\\x[0-9a-f]{2}/g, '').replace(/\$$/, '');
          expect(own).not.toMatch(/["'\n\r;{}$\\#`]/);
        }
        for (const path of paths) expect(path).not.toMatch(/["'\n\r;{}\\#`]/);
      }
    }),
    { numRuns: 300 },
  );
});

test('no target of a rewrite has both a group and a question mark', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      const target = write({ rewritePath: `${path}?${query}` }).annotations?.['rewrite-target'];
      expect(target ?? '').not.toContain('?');
    }),
  );
});

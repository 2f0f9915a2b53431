import { controllers } from '../../../lib/controllers';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, onApi, withTls, writing } from '../writing';

const write = writing(controllers.nginx);
const canary = { service: 'web-next', port: 8080 };
const server = (...args: Parameters<typeof write>) => {
  const { problems, others } = write(...args);
  expect(problems).toBe('');
  return others['VirtualServer web'];
};

test('a redirect that keeps nothing of the request', () => {
  expect(server({ redirect: { to: 'https://www.example.com/new?a=b', status: 308 } }, onApi)).toEqual({
    ingressClassName: 'nginx',
    host,
    routes: ['=/api', '/api/'].map((path) => ({
      path,
      action: { redirect: { url: 'https://www.example.com/new?a=b', code: 308 } },
    })),
  });
});

test('a share of the requests for another Service', () => {
  expect(server({ canary: { ...canary, weight: 20 } })).toEqual({
    ingressClassName: 'nginx',
    host,
    upstreams: [
      { name: 'main-80', service: 'web', port: 80 },
      { name: 'canary', service: 'web-next', port: 8080 },
    ],
    routes: [
      {
        path: '/',
        splits: [
          { weight: 80, action: { pass: 'main-80' } },
          { weight: 20, action: { pass: 'canary' } },
        ],
      },
    ],
  });
});

test('requests with a header or a cookie for another Service', () => {
  const conditions = (by: object) =>
    server({ canary: { ...canary, ...by } as NonNullable<IngressOptions['canary']> }).routes[0].matches;
  expect(conditions({ header: { name: 'X-User', value: 'beta (1)' } })).toEqual([
    { conditions: [{ header: 'X-User', value: 'beta (1)' }], action: { pass: 'canary' } },
  ]);
  expect(conditions({ cookie: 'beta' })).toEqual([
    { conditions: [{ cookie: 'beta', value: 'always' }], action: { pass: 'canary' } },
  ]);
});

test('takes the other options along', () => {
  const options: IngressOptions = {
    canary: { ...canary, cookie: 'beta' },
    stickySession: { cookie: 'shop', maxAgeSeconds: 60, secure: true, sameSite: 'Lax' },
    sourceIpAffinity: true,
    timeouts: { readSeconds: 9 },
    maxBodySize: '1Mi',
    backendProtocol: 'HTTPS',
    rewritePath: '/v2',
    headers: { setRequest: { 'X-A': 'a' }, setResponse: { 'X-B': 'b' }, removeResponse: ['X-C'] },
    forceHttps: false,
    rateLimit: { requests: 5, burst: 2 },
    basicAuth: { secretName: 'users' },
    allowSources: ['10.0.0.0/8'],
  };
  const { others, problems } = write(options, { ...withTls, ...onApi });
  expect(problems).toBe('');
  const { tls, policies, upstreams, routes } = others['VirtualServer web'];
  expect(tls).toEqual({ secret: 'shop-tls', redirect: { enable: false } });
  expect(policies).toEqual([{ name: 'web-allow' }, { name: 'web-rate-limit' }, { name: 'web-basic-auth' }]);
  expect(others['Policy web-rate-limit'].rateLimit).toEqual({
    rate: '5r/s',
    key: '${binary_remote_addr}',
    zoneSize: '10m',
    rejectCode: 429,
    burst: 2,
    noDelay: true,
  });
  expect(others['Policy web-basic-auth'].basicAuth).toEqual({ secret: 'users', realm: 'Restricted' });
  expect(upstreams[1]).toEqual({
    name: 'canary',
    service: 'web-next',
    port: 8080,
    'lb-method': 'ip_hash',
    'read-timeout': '9s',
    'client-max-body-size': '1048576',
    tls: { enable: true },
    sessionCookie: { enable: true, name: 'shop', path: '/', expires: '60s', secure: true, samesite: 'lax' },
  });
  expect(routes[1].matches[0].action).toEqual({
    proxy: {
      upstream: 'canary',
      rewritePath: '/v2/',
      requestHeaders: { set: [{ name: 'X-A', value: 'a' }] },
      responseHeaders: { hide: ['X-B', 'X-C'], add: [{ name: 'X-B', value: 'b', always: true }] },
    },
  });
});

test('one for each host', () => {
  const rules = ['a.example.com', 'b.example.com'].map((name) => ({ host: name, paths: [at('/')] }));
  const { objects } = write({ redirect: { to: 'https://www.example.com' } }, { rules });
  expect(objects.map(({ name, spec }) => [name, (spec as { host: string }).host])).toEqual([
    ['web-1', 'a.example.com'],
    ['web', 'b.example.com'],
  ]);
});

test('TLS for the pods to end', () => {
  const { others, needs, problems } = write({ tlsPassthrough: true });
  expect(problems).toBe('');
  expect(others).toEqual({
    'TransportServer web': {
      ingressClassName: 'nginx',
      listener: { name: 'tls-passthrough', protocol: 'TLS_PASSTHROUGH' },
      host,
      upstreams: [{ name: 'main', service: 'web', port: 80 }],
      action: { pass: 'main' },
    },
  });
  expect(needs).toEqual(['custom-resources', 'tls-passthrough']);
});

test.each(['TCP', 'UDP'] as const)('a port of the controller leads to a port of the application by %s', (protocol) => {
  const route = {
    name: 'db',
    namespace: 'shop',
    listenPort: 53,
    className: 'nginx',
    service: { name: 'db', port: 5353 },
  };
  const { objects, needs, problems } = controllers.nginx.writePort({ ...route, protocol });
  const listener = `${protocol.toLowerCase()}-53`;
  expect(problems).toEqual([]);
  expect(objects).toEqual([
    {
      apiVersion: 'k8s.nginx.org/v1',
      kind: 'TransportServer',
      name: 'db',
      spec: {
        ingressClassName: 'nginx',
        listener: { name: listener, protocol },
        upstreams: [{ name: 'main', service: 'db', port: 5353 }],
        action: { pass: 'main' },
      },
    },
  ]);
  expect(needs.map(({ id }) => id)).toEqual(['custom-resources', `listen-${listener}`]);
});

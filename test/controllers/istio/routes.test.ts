import { controllers } from '../../../lib/controllers';
import type { Route } from '../../../lib/controllers/dialect';
import { istioWith } from '../../../lib/controllers/istio';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, resource, withTls, writing } from '../writing';

const write = writing(controllers.istio);

/** What a VirtualService leads where, in order. */
const table = ({ others }: ReturnType<typeof write>, name = 'VirtualService web') => {
  const { hosts, http } = others[name] as {
    hosts: string[];
    http: { match?: { uri: Record<string, string> }[]; route: { destination: { port: { number: number } } }[] }[];
  };
  const lines = http.map(
    ({ match = [], route }) =>
      `${match.map(({ uri }) => Object.entries(uri).join().replace(',', ' ')).join(', ')} -> ${route[0]!.destination.port.number}`,
  );
  return [hosts.join(), ...lines];
};

describe('paths of a VirtualService', () => {
  test('the closest comes first, and a prefix ends at an element', () => {
    const paths = [at('/'), at('/a/'), at('/a/b'), at('/a', 'Exact'), at('/c/*', 'ImplementationSpecific')];
    expect(table(write({ timeouts: { readSeconds: 1 } }, { rules: [{ host, paths }] }))).toEqual([
      host,
      'exact /a/b, prefix /a/b/ -> 80',
      'prefix /c -> 80',
      'exact /a, prefix /a/ -> 80',
      'exact /a -> 80',
      'prefix / -> 80',
    ]);
  });

  test('each host has its own, and those of one host stand together', () => {
    const rules = [
      { host, paths: [at('/')] },
      { host: '*.example.com', paths: [at('/x', 'Exact')] },
      { host, paths: [at('/admin', 'Prefix', { port: 'admin' })] },
    ];
    const read = write({ timeouts: { readSeconds: 1 } }, { rules });
    expect(table(read)).toEqual([host, 'exact /admin, prefix /admin/ -> 8080', 'prefix / -> 80']);
    expect(table(read, 'VirtualService web-any.example.com')).toEqual(['*.example.com', 'exact /x -> 80']);
    expect(read.others['Gateway web'].servers[0].hosts).toEqual([`./${host}`, './*.example.com']);
    expect(read.objects.at(-1)).toMatchObject({ kind: 'VirtualService', name: 'web' });
  });

  test('the default backend takes what is left over, on every host', () => {
    const { backend } = at('/', 'Prefix', { port: 'admin' });
    const read = write({}, { rules: [{ host, paths: [at('/a')] }], defaultBackend: backend });
    expect(table(read)).toEqual([host, 'exact /a, prefix /a/ -> 80', ' -> 8080']);
    expect(table(read, 'VirtualService web-any')).toEqual(['*', ' -> 8080']);
    expect(table(write({}, { rules: [], defaultBackend: backend }))).toEqual(['*', ' -> 8080']);
  });

  test('but nothing where a path takes all', () => {
    const { backend } = at('/', 'Prefix', { port: 'admin' });
    expect(table(write({}, { defaultBackend: backend }))).toEqual([host, 'prefix / -> 80']);
  });
});

describe('who may come in is said beside the gateway', () => {
  const gatewayHttpPorts = [80, 443] as [number, number];
  const told = { gatewayNamespace: 'istio-ingress', gatewayLabels: { istio: 'edge' }, gatewayHttpPorts };
  const sources = ['10.0.0.0/8', '198.51.100.7'];

  test.each([
    [{ allowSources: sources }, 'allowsources', { notRemoteIpBlocks: ['10.0.0.0/8', '198.51.100.7/32'] }],
    [{ denySources: sources }, 'denysources', { remoteIpBlocks: ['10.0.0.0/8', '198.51.100.7/32'] }],
  ])('%j', (options, name, source) => {
    const { objects, problems } = writing(istioWith(told))(options);
    expect(problems).toBe('');
    expect(objects[0]).toEqual({
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      name: `shop-web-${name}`,
      namespace: 'istio-ingress',
      spec: {
        selector: { matchLabels: { istio: 'edge' } },
        action: 'DENY',
        rules: [{ from: [{ source }], to: [{ operation: { hosts: [host, `${host}:*`], ports: ['80', '443'] } }] }],
      },
    });
  });

  test.each([
    [{}, {}, /tell gatewayNamespace and gatewayHttpPorts/],
    [{ gatewayNamespace: 'istio-ingress' }, {}, /tell gatewayNamespace and gatewayHttpPorts/],
    [told, { namespace: undefined }, /set the namespace of the application/],
    [told, { rules: [{ host: undefined, paths: [at('/')] }] }, /give a host/],
    [told, { rules: [], defaultBackend: at('/').backend }, /give a host/],
    [told, { rules: [{ host: '*.example.com', paths: [at('/')] }] }, /one by one/],
  ])('refused for %j of %j', (settings, route, problem) => {
    expect(writing(istioWith(settings))({ allowSources: sources }, route).problems).toMatch(problem);
  });
});

test('another gateway than the one of the mesh is named by its labels, which an Ingress cannot', () => {
  const gatewayLabels = { istio: 'edge' };
  const { others, objects } = writing(istioWith({ gatewayLabels }))({});
  expect(objects.map(({ kind }) => kind)).toEqual(['Gateway', 'VirtualService']);
  expect(others['Gateway web'].selector).toEqual(gatewayLabels);
});

describe('a port without HTTP', () => {
  const route = { name: 'db-tcp', namespace: 'shop', className: undefined, listenPort: 5432 };
  const service = { name: 'db', port: 5433 };

  test('leads to the Service', () => {
    const { objects, needs, problems } = controllers.istio.writePort({ ...route, protocol: 'TCP', service });
    expect(problems).toEqual([]);
    expect(needs.map(({ id }) => id)).toEqual(['listen-tcp-5432']);
    expect(objects.map(({ kind, spec }) => [kind, spec])).toEqual([
      [
        'Gateway',
        {
          selector: { istio: 'ingressgateway' },
          servers: [{ port: { number: 5432, name: 'tcp-5432', protocol: 'TCP' }, hosts: ['./*'] }],
        },
      ],
      [
        'VirtualService',
        {
          hosts: ['*'],
          gateways: ['db-tcp'],
          tcp: [{ match: [{ port: 5432 }], route: [{ destination: { host: 'db', port: { number: 5433 } } }] }],
        },
      ],
    ]);
  });

  test('by UDP is refused', () => {
    const { problems } = controllers.istio.writePort({ ...route, protocol: 'UDP', service });
    expect(problems.join()).toMatch(/no ports for UDP/);
  });
});

describe('refused with the way out', () => {
  const refusals: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{ stickySession: {}, sourceIpAffinity: true }, /keep one/],
    [{ stickySession: {}, canary: { service: 'b', port: 1, weight: 1 } }, /by a header or a cookie/],
    [{ tlsPassthrough: true }, /leave tls out/, withTls],
    [{ redirect: { to: 'https://a.example.com/#b' } }, /fragment/],
    [{ forceHttps: true }, /give tls/],
    [{ maxBodySize: '1Mi' }, /EnvoyFilter/],
    [{ timeouts: { sendSeconds: 1 } }, /give readSeconds/],
    [{ rateLimit: { requests: 1 } }, /EnvoyFilter/],
    [{ connectionLimit: 1 }, /connectionPool/],
    [{ basicAuth: { secretName: 'users' } }, /RequestAuthentication/],
    [{ externalAuth: { url: 'http://auth' } }, /CUSTOM/],
    [{ compression: true }, /EnvoyFilter/],
    [{}, /leads to Services only/, { defaultBackend: resource }],
  ];
  test.each(refusals)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems).toMatch(problem);
    expect(objects).toEqual([]);
  });

  test('an ExternalName needs an entry of the mesh', () => {
    expect(write({ externalNameBackend: true }).needs).toEqual(['service-entry']);
  });
});

import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, names, only, traefik, web, write } from './write';

describe('what an Ingress cannot say', () => {
  const routes = (options: IngressOptions, route: Partial<Route> = {}) =>
    only(write(options, route), 'IngressRoute').spec.routes;
  const canary = { service: 'web-next', port: 8080 };

  test('a share of the requests for another Service', () => {
    expect(routes({ canary: { ...canary, weight: 20 } })).toEqual([
      {
        kind: 'Rule',
        match: 'Host(`shop.example.com`) && PathPrefix(`/`)',
        services: [
          { name: 'web', port: 80, weight: 80 },
          { name: 'web-next', port: 8080, weight: 20 },
        ],
      },
    ]);
  });

  test('requests with a header or a cookie for another Service', () => {
    const by = (one: object) =>
      routes({ canary: { ...canary, ...one } as NonNullable<IngressOptions['canary']> }).map(
        ({ match }: { match: string }) => match,
      );
    const rule = 'Host(`shop.example.com`) && PathPrefix(`/`)';
    expect(by({ header: { name: 'X-User', value: 'beta' } })).toEqual([
      `${rule} && Header(\`X-User\`, \`beta\`)`,
      rule,
    ]);
    expect(by({ cookie: 'be.ta' })).toEqual([
      `${rule} && HeaderRegexp(\`Cookie\`, \`(^|; *)be\\.ta=always(;|$)\`)`,
      rule,
    ]);
    expect(by({ header: { name: 'X-User', value: '`) || Host(`b' } })[0]).toBe(
      `${rule} && Header(\`X-User\`, "\`) || Host(\`b")`,
    );
  });

  test('the same pod for one address', () => {
    expect(routes({ sourceIpAffinity: true })[0].services).toEqual([{ name: 'web', port: 80, strategy: 'hrw' }]);
  });

  test('takes the other options along, and plain HTTP by a route of its own', () => {
    const tls = [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }];
    const written = write({ canary: { ...canary, weight: 1 }, compression: true, backendProtocol: 'HTTPS' }, { tls });
    expect(names(written)).toEqual([
      'ServersTransport web-transport',
      'Middleware web-compress',
      'IngressRoute web-http',
      'IngressRoute web',
    ]);
    const [plain, secure] = written.objects.slice(-2).map(({ spec }) => spec);
    expect(plain.entryPoints).toEqual(['web']);
    expect(plain.tls).toBeUndefined();
    expect(secure.entryPoints).toEqual(['websecure']);
    expect(secure.tls).toEqual({ secretName: 'shop-tls' });
    expect(secure.routes[0].middlewares).toEqual([{ name: 'web-compress' }]);
    expect(secure.routes[0].services[1]).toEqual({
      name: 'web-next',
      port: 8080,
      weight: 1,
      scheme: 'https',
      serversTransport: 'web-transport',
    });
  });

  test('paths end at an element, and exact ones come first', () => {
    const rules = [
      { host: '*.example.com', paths: [at('/a/'), at('/b', 'Exact')] },
      { host: 'shop.example.com', paths: [at('/b', 'Exact')] },
      { host: undefined, paths: [at('/c`d')] },
    ];
    expect(
      routes({ sourceIpAffinity: true }, { rules }).map(({ match, priority }: { match: string; priority?: number }) => [
        match,
        priority,
      ]),
    ).toEqual([
      ['Host(`*.example.com`) && (Path(`/a`) || PathPrefix(`/a/`))', undefined],
      ['Host(`*.example.com`) && Path(`/b`)', undefined],
      ['Host(`shop.example.com`) && Path(`/b`)', 100_000],
      ['(Path("/c`d") || PathPrefix("/c`d/"))', undefined],
    ]);
  });

  test('TLS for the pods to end', () => {
    const rules = [
      { host: 'a.example.com', paths: [at('/')] },
      { host: '*.b.example.com', paths: [at('/')] },
    ];
    const written = write({ tlsPassthrough: true }, { rules });
    expect(only(written, 'IngressRouteTCP').spec).toEqual({
      ingressClassName: 'traefik',
      entryPoints: ['websecure'],
      routes: [
        { match: 'HostSNI(`a.example.com`)', services: [{ name: 'web', port: 80 }] },
        { match: 'HostSNI(`*.b.example.com`)', services: [{ name: 'web', port: 80 }] },
      ],
      tls: { passthrough: true },
    });
    expect(written.objects).toHaveLength(1);
    expect(written.needs.map(({ id }) => id)).toEqual(['crd-provider', 'entry-points']);
  });
});

describe('what an Ingress says in several', () => {
  test('an exact path comes before the prefixes', () => {
    const written = write(
      { compression: true },
      { rules: [{ host: 'shop.example.com', paths: [at('/'), at('/one', 'Exact')] }] },
    );
    expect(names(written)).toEqual(['Middleware web-compress', 'Ingress web-exact', 'Ingress web']);
    const [, exact, main] = written.objects;
    expect(exact!.annotations).toEqual({
      ...main!.annotations,
      'traefik.ingress.kubernetes.io/router.priority': '100000',
    });
    expect(exact!.spec.rules[0].http.paths.map(({ path }: { path: string }) => path)).toEqual(['/one']);
    expect(main!.spec.rules[0].http.paths.map(({ path }: { path: string }) => path)).toEqual(['/']);
  });

  test('exact paths alone need one Ingress', () => {
    const written = write({}, { rules: [{ host: 'shop.example.com', paths: [at('/one', 'Exact')] }] });
    expect(names(written)).toEqual(['Ingress web']);
    expect(written.objects[0]!.annotations).toEqual({ 'traefik.ingress.kubernetes.io/router.priority': '100000' });
  });

  test('a default backend beside rules', () => {
    const written = write({}, { defaultBackend: web, tls: [{ hosts: [], secretName: 'tls' }] });
    expect(names(written)).toEqual(['Ingress web-default', 'Ingress web']);
    const [other, main] = written.objects;
    expect(other!.spec.defaultBackend).toEqual({ service: { name: 'web', port: { name: 'http' } } });
    expect(other!.spec.rules).toBeUndefined();
    expect(main!.spec.defaultBackend).toBeUndefined();
    expect(main!.spec.tls).toHaveLength(1);
    expect(names(write({}, { rules: [], defaultBackend: web }))).toEqual(['Ingress web']);
  });
});

test('a port of the controller leads to a port of the application', () => {
  const route = {
    name: 'db',
    namespace: 'shop',
    listenPort: 5432,
    className: 'traefik',
    service: { name: 'db', port: 5432 },
  };
  const tcp = traefik.writePort({ ...route, protocol: 'TCP' });
  expect(tcp.objects).toEqual([
    {
      apiVersion: 'traefik.io/v1alpha1',
      kind: 'IngressRouteTCP',
      name: 'db',
      spec: {
        ingressClassName: 'traefik',
        entryPoints: ['tcp-5432'],
        routes: [{ match: 'HostSNI(`*`)', services: [{ name: 'db', port: 5432 }] }],
      },
    },
  ]);
  expect(tcp.needs.map(({ id }) => id)).toEqual(['crd-provider', 'listen-tcp-5432']);
  const [udp] = traefik.writePort({ ...route, protocol: 'UDP' }).objects;
  expect(udp).toMatchObject({
    kind: 'IngressRouteUDP',
    spec: { entryPoints: ['udp-5432'], routes: [{ services: [{ name: 'db', port: 5432 }] }] },
  });
});

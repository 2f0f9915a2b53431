import { ExposedApp, Exposure } from '../../lib';
import type { IngressExposure } from '../../lib';
import { problemOf, synthesize } from './synthesize';

const app = { image: 'registry.example.com/web:1.0.0', ports: [{ name: 'http', number: 8080 }] } as const;
const web = (...exposures: IngressExposure<'http'>[]) =>
  synthesize((chart) => new ExposedApp(chart, 'web', { ...app, exposures }));
const refused = (exposure: IngressExposure<'http'>, target = {}) =>
  problemOf((chart) => new ExposedApp(chart, 'web', { ...app, exposures: [exposure] }), target);

const toHttp = { service: { name: 'web', port: { name: 'http' } } };

test('a host is short for one rule to the Service of the application', () => {
  const objects = web(Exposure.ingress({ className: 'traefik', host: 'web.example.com' }));
  expect(objects['Ingress web']!.spec).toEqual({
    ingressClassName: 'traefik',
    rules: [{ host: 'web.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: toHttp }] } }],
  });
  expect(objects['Service web']!.spec.type).toBe('ClusterIP');
});

test('several hosts and paths, a default backend and another object as backend', () => {
  const resource = { apiGroup: 'example.com', kind: 'Bucket', name: 'static' };
  const { spec } = web(
    Exposure.ingress({
      rules: [
        {
          host: 'a.example.com',
          paths: [
            { path: '/x', pathType: 'Exact' },
            { path: '/static', resource },
          ],
        },
        { host: '*.b.example.com' },
      ],
      defaultBackend: { port: 'http' },
    }),
  )['Ingress web']!;
  expect(spec).toEqual({
    defaultBackend: toHttp,
    rules: [
      {
        host: 'a.example.com',
        http: {
          paths: [
            { path: '/x', pathType: 'Exact', backend: toHttp },
            { path: '/static', pathType: 'Prefix', backend: { resource } },
          ],
        },
      },
      { host: '*.b.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: toHttp }] } },
    ],
  });
});

test('a certificate covers the hosts of the rules unless it names its own', () => {
  const rules = [{ host: 'a.example.com' }, { host: 'b.example.com' }] as const;
  const both = web(Exposure.ingress({ rules, tls: { secretName: 'web-tls' } }))['Ingress web']!;
  expect(both.spec.tls).toEqual([{ hosts: ['a.example.com', 'b.example.com'], secretName: 'web-tls' }]);
  const apart = web(
    Exposure.ingress({
      rules,
      tls: [
        { hosts: ['a.example.com'], secretName: 'a' },
        { hosts: ['b.example.com'], secretName: 'b' },
      ],
    }),
  )['Ingress web']!;
  expect(apart.spec.tls).toHaveLength(2);
});

test('cert-manager is asked by annotation and given a Secret to fill', () => {
  const { metadata, spec } = web(Exposure.ingress({ host: 'web.example.com', tls: { clusterIssuer: 'letsencrypt' } }))[
    'Ingress web'
  ]!;
  expect(metadata.annotations).toEqual({ 'cert-manager.io/cluster-issuer': 'letsencrypt' });
  expect(spec.tls).toEqual([{ hosts: ['web.example.com'], secretName: 'web-tls' }]);
});

test('two Ingresses share the Service, which a clusterIp exposure may describe', () => {
  const objects = synthesize(
    (chart) =>
      new ExposedApp(chart, 'web', {
        ...app,
        exposures: [
          Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }] }),
          Exposure.ingress({ host: 'web.example.com' }),
          Exposure.ingress({ name: 'inner', host: 'web.internal.example.com', externalDns: { target: '192.0.2.1' } }),
        ],
      }),
  );
  expect(Object.keys(objects)).toEqual([
    'Deployment web',
    'PodDisruptionBudget web',
    'Service web',
    'Ingress web',
    'Ingress inner',
  ]);
  expect(objects['Ingress inner']!.metadata.annotations).toEqual({
    'external-dns.alpha.kubernetes.io/target': '192.0.2.1',
  });
});

describe('what cannot work is refused', () => {
  test.each<[string, IngressExposure<'http'>, RegExp]>([
    ['an empty host', Exposure.ingress({ host: '' }), /empty host/],
    ['a host with a scheme', Exposure.ingress({ host: 'https://web.example.com' }), /no DNS name/],
    ['a host with capitals', Exposure.ingress({ host: 'Web.example.com' }), /no DNS name/],
    ['an address for a host', Exposure.ingress({ host: '192.0.2.1' }), /address is no host name/],
    ['a wildcard that is not the first label', Exposure.ingress({ host: 'a.*.example.com' }), /no DNS name/],
    ['a relative path', Exposure.ingress({ host: 'a.example.com', path: 'x' }), /begins with a slash/],
    ['a path with a second slash', Exposure.ingress({ host: 'a.example.com', path: '/a//b' }), /holds '\/\/'/],
    ['a path that climbs', Exposure.ingress({ host: 'a.example.com', path: '/a/..' }), /holds '\/\.\.'/],
    [
      'a path with a line break',
      Exposure.ingress({ host: 'a.example.com', path: '/a\n}' }),
      /configuration of a controller/,
    ],
    [
      'a TLS host that is none',
      Exposure.ingress({ host: 'a.example.com', tls: { hosts: ['a b'], secretName: 's' } }),
      /'a b'/,
    ],
    ['an empty Secret name', Exposure.ingress({ host: 'a.example.com', tls: { secretName: '' } }), /empty secretName/],
    [
      'one host and path twice',
      Exposure.ingress({ rules: [{ host: 'a.example.com', paths: [{ path: '/x' }, { path: '/x' }] }] }),
      /host 'a\.example\.com', path '\/x' \(Prefix\) to two places/,
    ],
    [
      'two issuers',
      Exposure.ingress({
        rules: [{ host: 'a.example.com' }],
        tls: [
          { hosts: ['a.example.com'], issuer: 'x' },
          { hosts: ['b.example.com'], issuer: 'y', secretName: 'b' },
        ],
      }),
      /issuers 'x' and 'y'/,
    ],
  ])('%s', (_, exposure, problem) => {
    expect(refused(exposure)).toMatch(problem);
  });

  test('a class that the target does not have, with the nearest one', () => {
    const problem = refused(Exposure.ingress({ className: 'traefk', host: 'a.example.com' }), {
      ingressClasses: ['traefik', 'contour'],
    });
    expect(problem).toMatch(/'traefk'.*'traefik' and 'contour'.*Did you mean 'traefik'/);
    expect(refused(Exposure.ingress({ host: 'a.example.com' }), { ingressClasses: ['traefik'] })).toMatch(
      /no default class/,
    );
  });

  test('a Service that is described twice', () => {
    const problem = problemOf(
      (chart) =>
        new ExposedApp(chart, 'web', {
          ...app,
          exposures: [
            Exposure.clusterIp(),
            Exposure.ingress({ host: 'a.example.com', service: { publishNotReadyAddresses: true } }),
          ],
        }),
    );
    expect(problem).toMatch(/described more than once/);
  });
});

test('an Ingress leads to a host outside, where the controller follows its name', () => {
  const outside = Exposure.externalName({ host: 'shop.example.net' });
  const objects = synthesize((chart) => {
    const { controllerNeeds } = new ExposedApp(chart, 'shop', {
      ports: [{ name: 'http', number: 80 }],
      exposures: [outside, Exposure.ingress({ controller: 'traefik', host: 'shop.example.com' })],
    });
    expect(controllerNeeds.join()).toContain('allowexternalnameservices');
  });
  expect(objects['Service shop']!.spec).toEqual({
    type: 'ExternalName',
    externalName: 'shop.example.net',
    ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
  });
  expect(objects['Ingress shop']!.spec.rules[0].http.paths[0].backend.service).toEqual({
    name: 'shop',
    port: { name: 'http' },
  });
  const two = [
    outside,
    Exposure.externalName({ host: 'a.example.net', name: 'a' }),
    Exposure.ingress({ controller: 'traefik', host: 'a.example.com' }),
  ] as const;
  expect(
    problemOf((chart) => new ExposedApp(chart, 'shop', { ports: [{ name: 'http', number: 80 }], exposures: two })),
  ).toMatch(/one host outside/);
});

import { ExposedApp, Exposure } from '../../lib';
import type { ServiceExposure } from '../../lib';
import { problemOf, synthesize } from './synthesize';

const app = {
  image: 'registry.example.com/dns:1.0.0',
  ports: [
    { name: 'dns', number: 5353, protocol: 'UDP' },
    { name: 'dns-tcp', number: 5353 },
  ],
} as const;
const dns = (...exposures: ServiceExposure<'dns' | 'dns-tcp'>[]) =>
  synthesize((chart) => new ExposedApp(chart, 'dns', { ...app, exposures }));
const refused = (...exposures: ServiceExposure<'dns' | 'dns-tcp'>[]) =>
  problemOf((chart) => new ExposedApp(chart, 'dns', { ...app, exposures }));

test('ports of a controller lead to the Service of the application', () => {
  const objects = dns(
    Exposure.tcpRoute({ controller: 'traefik', className: 'edge', listenPort: 53 }),
    Exposure.udpRoute({
      controller: 'traefik',
      className: 'edge',
      listenPort: 53,
      annotations: { 'example.com/a': 'b' },
    }),
    Exposure.clusterIp({ ports: [{ port: 'dns-tcp', servicePort: 1053 }, { port: 'dns' }] }),
  );
  expect(objects['IngressRouteTCP dns-tcp-53']!.spec).toEqual({
    ingressClassName: 'edge',
    entryPoints: ['tcp-53'],
    routes: [{ match: 'HostSNI(`*`)', services: [{ name: 'dns', port: 1053 }] }],
  });
  expect(objects['IngressRouteUDP dns-udp-53']).toMatchObject({
    metadata: { annotations: { 'example.com/a': 'b' } },
    spec: { entryPoints: ['udp-53'], routes: [{ services: [{ name: 'dns', port: 5353 }] }] },
  });
  expect(objects['Service dns']!.spec.ports).toHaveLength(2);
});

test('the Service is made where no other exposure makes it', () => {
  expect(dns(Exposure.udpRoute({ controller: 'traefik', listenPort: 53 }))['Service dns']!.spec.type).toBe('ClusterIP');
});

test('what the controller must be told is handed on', () => {
  let needs: readonly string[] = [];
  synthesize((chart) => {
    const exposures = [Exposure.udpRoute({ controller: 'traefik', listenPort: 53 })];
    needs = new ExposedApp(chart, 'dns', { ...app, exposures }).controllerNeeds;
  });
  expect(needs.join()).toContain('--entryPoints.udp-53.address=:53/udp');
});

test('refused', () => {
  const udp = (props: object) => Exposure.udpRoute({ controller: 'traefik', listenPort: 53, ...props });
  expect(refused(udp({ port: 'dns-tcp' }))).toMatch(/which is TCP. Use Exposure.tcpRoute/);
  expect(refused(udp({ listenPort: 0 }))).toMatch(/A port is a whole number/);
  expect(refused(udp({}), udp({}))).toMatch(/'dns-udp-53'/);
});

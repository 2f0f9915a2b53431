import type { PortDialect, PortRoute, WrittenPortRoute } from '../dialect';
import { traefikApi } from './draft';
import { needs } from './needs';

/** The name of the entry point for a port without HTTP, which the installation opens. */
export function entryPointOf(protocol: PortRoute['protocol'], port: number): string {
  return `${protocol.toLowerCase()}-${port}`;
}

export const tcp: PortDialect = {
  how: 'IngressRouteTCP on an entry point of its own',
  write: (route) => written(route, 'IngressRouteTCP', { match: 'HostSNI(`*`)' }),
};

export const udp: PortDialect = {
  how: 'IngressRouteUDP on an entry point of its own',
  write: (route) => written(route, 'IngressRouteUDP', {}),
};

function written(route: PortRoute, kind: string, rule: object): WrittenPortRoute {
  const { name, protocol, listenPort, service, className } = route;
  const entryPoint = entryPointOf(protocol, listenPort);
  const spec = {
    ingressClassName: className,
    entryPoints: [entryPoint],
    routes: [{ ...rule, services: [{ name: service.name, port: service.port }] }],
  };
  return {
    objects: [{ apiVersion: traefikApi, kind, name, spec }],
    needs: [
      needs.crds,
      {
        id: `listen-${entryPoint}`,
        setting: `the flag --entryPoints.${entryPoint}.address=:${listenPort}/${protocol.toLowerCase()}, and the port in its Service`,
      },
    ],
    problems: [],
  };
}

import type { PortDialect, PortRoute, WrittenPortRoute } from '../dialect';
import { needs } from './needs';
import { nginxApi } from './virtual-server';

/** The name of the listener for a port without HTTP, which the installation opens. */
export function listenerOf(protocol: PortRoute['protocol'], port: number): string {
  return `${protocol.toLowerCase()}-${port}`;
}

const dialect: PortDialect = {
  how: 'TransportServer on a listener of the GlobalConfiguration',
  write: written,
};
export const tcp = dialect;
export const udp = dialect;

function written({ name, protocol, listenPort, service, className }: PortRoute): WrittenPortRoute {
  const listener = listenerOf(protocol, listenPort);
  const spec = {
    ingressClassName: className,
    listener: { name: listener, protocol },
    upstreams: [{ name: 'main', service: service.name, port: service.port }],
    action: { pass: 'main' },
  };
  return {
    objects: [{ apiVersion: nginxApi, kind: 'TransportServer', name, spec }],
    needs: [
      needs.crds,
      {
        id: `listen-${listener}`,
        setting: `the listener ${listener} (${listenPort}/${protocol}) in its GlobalConfiguration, and the port in its Service`,
      },
    ],
    problems: [],
  };
}

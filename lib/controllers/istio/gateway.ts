import type { PortRoute, Route, RouteObject } from '../dialect';
import { destination, serviceOf } from './http-routes';
import type { IstioSettings } from './settings';
import { defaultLabels } from './settings';

export const networkingApi = 'networking.istio.io/v1';

/** For the VirtualServices of its own namespace alone: other hosts could be taken away otherwise. */
const own = (host: string): string => `./${host}`;

/** The ports on which a gateway takes the requests of a route. https://istio.io/latest/docs/reference/config/networking/gateway/ */
export function gatewayOf(
  { name, tls }: Route,
  hosts: readonly string[],
  httpsRedirect: boolean,
  settings: IstioSettings,
): RouteObject {
  const http = {
    port: { number: 80, name: 'http', protocol: 'HTTP' },
    hosts: hosts.map(own),
    tls: httpsRedirect ? { httpsRedirect } : undefined,
  };
  const https = tls.map(({ hosts: covered, secretName }, i) => ({
    port: { number: 443, name: i === 0 ? 'https' : `https-${i + 1}`, protocol: 'HTTPS' },
    hosts: (covered.length > 0 ? covered : ['*']).map(own),
    tls: { mode: 'SIMPLE', credentialName: secretName },
  }));
  return gateway(name, [http, ...https], settings);
}

/** TLS is ended by the pods; it leads by the name that the client asks for. */
export function passthroughObjects({ name, rules }: Route, settings: IstioSettings): readonly RouteObject[] {
  const hosts = rules.flatMap(({ host }) => host ?? []);
  const server = {
    port: { number: 443, name: 'tls', protocol: 'TLS' },
    hosts: hosts.map(own),
    tls: { mode: 'PASSTHROUGH' },
  };
  const routes = rules.flatMap(({ host, paths: [first] }) => {
    if (host === undefined || first === undefined) return [];
    const { name: service, port } = serviceOf(first.backend);
    return [{ match: [{ port: 443, sniHosts: [host] }], route: [{ destination: destination(service, port.number) }] }];
  });
  return [gateway(name, [server], settings), virtualService(name, name, hosts, { tls: routes })];
}

export function tcpObjects({ name, listenPort, service }: PortRoute, settings: IstioSettings): readonly RouteObject[] {
  const server = { port: { number: listenPort, name: `tcp-${listenPort}`, protocol: 'TCP' }, hosts: [own('*')] };
  const route = [{ destination: destination(service.name, service.port) }];
  const tcp = [{ match: [{ port: listenPort }], route }];
  return [gateway(name, [server], settings), virtualService(name, name, ['*'], { tcp })];
}

export function virtualService(
  name: string,
  gatewayName: string,
  hosts: readonly string[],
  routes: Readonly<Record<string, readonly object[]>>,
): RouteObject {
  return {
    apiVersion: networkingApi,
    kind: 'VirtualService',
    name,
    spec: { hosts, gateways: [gatewayName], ...routes },
  };
}

function gateway(
  name: string,
  servers: readonly object[],
  { gatewayLabels = defaultLabels }: IstioSettings,
): RouteObject {
  return { apiVersion: networkingApi, kind: 'Gateway', name, spec: { selector: gatewayLabels, servers } };
}

import type { IConstruct } from 'constructs';
import { ConstructError } from '../construct-error';
import type { PodExposure } from '../exposures/exposure';
import type { IngressBackend, IngressExposure } from '../exposures/ingress';
import type { TcpRouteExposure, UdpRouteExposure } from '../exposures/port-route';
import type { AppPort, AppPorts } from '../ports';
import type { WrittenObject } from '../written-object';
import { blocksOf, ownNamespace, peerOfPods, peersOf, type PolicyPeer } from './peers';
import type { IsolationProps } from './props';

type RouteExposure = IngressExposure | TcpRouteExposure | UdpRouteExposure;

/** The application that is isolated. */
export interface IsolatedApp {
  readonly scope: IConstruct;
  readonly ports: AppPorts;
  /** The labels of its pods. */
  readonly selector: Readonly<Record<string, string>>;
}

/** Ports, and who may connect to them; everybody where nobody is named. */
interface Opening {
  readonly from: readonly PolicyPeer[] | undefined;
  readonly ports: readonly AppPort[];
}

/** The NetworkPolicy that lets in what the ways in ask for, as narrow as one can be, and nothing else. */
export function writeNetworkPolicy(
  app: IsolatedApp,
  exposures: readonly PodExposure[],
  props: IsolationProps,
): WrittenObject {
  const openings = exposures.map((exposure) => openingOf(exposure, app, props));
  return {
    spec: {
      podSelector: { matchLabels: app.selector },
      policyTypes: ['Ingress'],
      ingress: merged(openings).map(({ from, ports }) => ({
        ...(from === undefined ? {} : { from }),
        ports: ports.map(({ number, protocol = 'TCP' }) => ({ port: number, protocol })),
      })),
    },
  };
}

function openingOf(exposure: PodExposure, app: IsolatedApp, props: IsolationProps): Opening {
  switch (exposure.mode) {
    case 'hostNetwork':
      throw new ConstructError(
        app.scope,
        'isolate and Exposure.hostNetwork do not go together: no NetworkPolicy holds for pods on the network of their node. Leave one of them out, and guard the node by its firewall.',
      );
    case 'clusterIp':
    case 'headless':
      return { from: clientsOf(app.scope, props), ports: chosen(exposure.ports, app) };
    case 'hostPort':
    case 'nodePort':
    case 'externalIps':
      return { from: undefined, ports: chosen(exposure.ports, app) };
    case 'loadBalancer': {
      const { sourceRanges, preserveClientIp } = exposure;
      // With externalTrafficPolicy Cluster the pods see the address of a node, and ranges of clients would keep everybody out.
      const seen = sourceRanges !== undefined && preserveClientIp === true;
      const from = seen ? blocksOf(app.scope, 'sourceRanges', sourceRanges) : undefined;
      return { from, ports: chosen(exposure.ports, app) };
    }
    default:
      return { from: controllerOf(exposure, app, props), ports: routedPorts(exposure, app) };
  }
}

function chosen(ports: readonly { readonly port: string }[] | undefined, app: IsolatedApp): readonly AppPort[] {
  return ports === undefined ? app.ports.all : ports.map(({ port }) => app.ports.named(port, 'isolate'));
}

function clientsOf(scope: IConstruct, { clients }: IsolationProps): readonly PolicyPeer[] {
  if (clients === undefined) return ownNamespace;
  if (clients.length === 0)
    throw new ConstructError(
      scope,
      'isolate.clients is empty, and would let nobody in. Name somebody, or leave it out.',
    );
  return clients.flatMap((peer, index) => peersOf(scope, `isolate.clients[${index}]`, peer));
}

function controllerOf(
  exposure: RouteExposure,
  { scope }: IsolatedApp,
  props: IsolationProps,
): readonly PolicyPeer[] | undefined {
  const { controller } = exposure;
  const pods = typeof controller === 'object' ? controller.pods : undefined;
  if (pods?.hostNetwork === true)
    return props.nodes === undefined ? undefined : blocksOf(scope, 'isolate.nodes', props.nodes);
  if (pods !== undefined) return [peerOfPods(pods)];
  if (props.controller !== undefined) return peersOf(scope, 'isolate.controller', props.controller);
  throw new ConstructError(
    scope,
    `isolate lets in the controller of Exposure.${exposure.mode} alone, and nothing tells where its pods are. ` +
      "Give the exposure a controller that this program installs, or name its pods: isolate: { controller: { namespace: 'traefik', pods: { 'app.kubernetes.io/name': 'traefik' } } }.",
  );
}

/** The ports that a controller leads to, each once. */
function routedPorts(exposure: RouteExposure, { scope, ports }: IsolatedApp): readonly AppPort[] {
  if (exposure.mode !== 'ingress') return [portOfRoute(exposure, scope, ports)];
  const backends = backendsOf(exposure).filter(({ resource }) => resource === undefined);
  return [
    ...new Set(backends.map(({ port }) => (port === undefined ? ports.only('isolate') : ports.named(port, 'isolate')))),
  ];
}

function portOfRoute({ port, mode }: TcpRouteExposure | UdpRouteExposure, scope: IConstruct, ports: AppPorts): AppPort {
  if (port !== undefined) return ports.named(port, 'isolate');
  const protocol = mode === 'tcpRoute' ? 'TCP' : 'UDP';
  const only = ports.all.find((one) => (one.protocol ?? 'TCP') === protocol);
  if (only !== undefined) return only;
  throw new ConstructError(scope, `Exposure.${mode} leads to a port of ${protocol}, and this application has none.`);
}

function backendsOf(exposure: IngressExposure): readonly IngressBackend[] {
  const { defaultBackend, rules, host } = exposure;
  const whole: readonly IngressBackend[] = defaultBackend === undefined ? [] : [defaultBackend];
  if (rules !== undefined) return [...whole, ...rules.flatMap(({ paths = [{}] }) => paths)];
  return host === undefined ? whole : [...whole, exposure];
}

/** One rule for all ports that the same peers may connect to, in the order in which the ways in name them. */
function merged(openings: readonly Opening[]): readonly Opening[] {
  const byPeers = new Map<string, { from: Opening['from']; ports: AppPort[] }>();
  for (const { from, ports } of openings) {
    const key = JSON.stringify(from ?? null);
    const opening = byPeers.get(key) ?? { from, ports: [] };
    byPeers.set(key, opening);
    for (const port of ports) if (!opening.ports.includes(port)) opening.ports.push(port);
  }
  return [...byPeers.values()].filter(({ ports }) => ports.length > 0);
}

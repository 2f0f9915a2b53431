import { quoteList } from '../../kubernetes/wording';
import type { RouteObject, ServiceType } from '../../controllers/dialect';
import { ConstructError } from '../construct-error';
import type { ClusterIpExposure } from './cluster-ip';
import { clusterIpService } from './cluster-ip';
import type { ServiceExposure } from './exposure';
import type { ExposureContext } from './exposure-context';
import { externalIpsService } from './external-ips';
import { headlessService } from './headless';
import type { IngressExposure } from './ingress';
import { loadBalancerService } from './load-balancer';
import { nodePortService } from './node-port';
import { mergedObjects } from './merged-objects';
import type { TcpRouteExposure, UdpRouteExposure } from './port-route';
import type { WrittenIngress } from './write-ingress';
import { writeIngress } from './write-ingress';
import { portRouteName, writePortRoute } from './write-port-route';
import { chosenPorts } from './write-service';
import type { WrittenObject } from '../written-object';

/** A Service of the application, and how clients of the cluster reach its ports. */
export interface WrittenService {
  readonly name: string;
  readonly object: WrittenObject;
  readonly type: ServiceType;
  /** The number that clients use, by port name. */
  readonly numbers: ReadonlyMap<string, number>;
}

export interface WrittenExposures {
  readonly services: readonly WrittenService[];
  /** Ingresses, and what controllers read beside them or in their place. */
  readonly routes: readonly RouteObject[];
}

type PortRouteExposure = TcpRouteExposure | UdpRouteExposure;
type PlainExposure = Exclude<ServiceExposure, IngressExposure | PortRouteExposure>;

type ServiceWriters = {
  readonly [Mode in PlainExposure['mode']]: (
    name: string,
    exposure: Extract<PlainExposure, { readonly mode: Mode }>,
    context: ExposureContext,
  ) => WrittenObject;
};

const writers: ServiceWriters = {
  clusterIp: clusterIpService,
  headless: headlessService,
  nodePort: nodePortService,
  loadBalancer: loadBalancerService,
  externalIps: externalIpsService,
};

const types: Readonly<Record<PlainExposure['mode'], ServiceType>> = {
  clusterIp: 'ClusterIP',
  headless: 'ClusterIP',
  nodePort: 'NodePort',
  loadBalancer: 'LoadBalancer',
  externalIps: 'ClusterIP',
};

/** What stands behind the application's name in the name of a Service, so that no way in ever renames another. */
const suffixes: Readonly<Record<PlainExposure['mode'], string>> = {
  clusterIp: '',
  headless: '-headless',
  nodePort: '-node-port',
  loadBalancer: '-load-balancer',
  externalIps: '-external-ips',
};

/** The name of the Service of a way in. */
export function serviceName(application: string, exposure: PlainExposure): string {
  return exposure.name ?? application + suffixes[exposure.mode];
}

/** The Services of an application, and what leads to them from controllers. */
export function writeExposures(exposures: readonly ServiceExposure[], context: ExposureContext): WrittenExposures {
  const ingresses = exposures.filter((exposure): exposure is IngressExposure => exposure.mode === 'ingress');
  const portRoutes = exposures.filter(isPortRoute);
  const plain = exposures.filter(
    (exposure): exposure is PlainExposure => exposure.mode !== 'ingress' && !isPortRoute(exposure),
  );
  const all = [...behindControllers(ingresses, portRoutes, plain, context), ...plain];
  const services = all.map((exposure) => writeOne(exposure, context));
  checkNames(context, 'Services', services);
  // There where anything leads to it.
  const behind = services.filter(({ name }) => name === context.name);
  const written = behind.flatMap((service) =>
    ingresses.map((exposure) => writeIngress(exposure.name ?? context.name, exposure, service, context)),
  );
  checkNames(
    context,
    'Ingresses',
    ingresses.map(({ name = context.name }) => ({ name })),
  );
  checkExclusive(context, written);
  const names = portRoutes.map((exposure) => ({ name: portRouteName(context.name, exposure) }));
  checkNames(context, 'port routes', names);
  const ports = behind.flatMap((service) =>
    portRoutes.flatMap((exposure) => writePortRoute(exposure, service, context)),
  );
  const notes = mergedNotes(
    context,
    written.map(({ serviceAnnotations }) => serviceAnnotations),
  );
  return {
    services: services.map((service) => (service.name === context.name ? withNotes(service, notes) : service)),
    routes: mergedObjects(context, [...written.flatMap(({ objects }) => objects), ...ports]),
  };
}

function checkExclusive({ scope, name }: ExposureContext, written: readonly WrittenIngress[]): void {
  const reason = written.find(({ exclusiveService }) => exclusiveService !== undefined)?.exclusiveService;
  if (reason === undefined || written.length === 1) return;
  throw new ConstructError(scope, `${written.length} Ingresses lead to the Service '${name}'. ${reason}.`);
}

/** Several Ingresses lead to one Service, which can be told one thing only. */
export function mergedNotes(
  { scope, name }: ExposureContext,
  all: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, string>> {
  const merged: Record<string, string> = {};
  for (const [key, value] of all.flatMap((notes) => Object.entries(notes))) {
    const other = merged[key];
    if (other !== undefined && other !== value) {
      throw new ConstructError(
        scope,
        `The Ingresses of '${name}' ask different things of its Service: ${key} is '${other}' and '${value}'. The options behind it must be the same in all of them.`,
      );
    }
    merged[key] = value;
  }
  return merged;
}

/** The Service with annotations beside its own, which come first. */
export function withNotes(service: WrittenService, notes: Readonly<Record<string, string>>): WrittenService {
  const { metadata, ...rest } = service.object;
  return { ...service, object: { ...rest, metadata: { annotations: { ...notes, ...metadata?.annotations } } } };
}

function writeOne(exposure: PlainExposure, context: ExposureContext): WrittenService {
  const name = serviceName(context.name, exposure);
  const write = writers[exposure.mode] as (
    name: string,
    exposure: PlainExposure,
    context: ExposureContext,
  ) => WrittenObject;
  const chosen = chosenPorts(name, exposure.ports, context);
  const numbers = new Map(chosen.map(({ port, servicePort }) => [port, servicePort]));
  return { name, type: types[exposure.mode], object: write(name, exposure, context), numbers };
}

function isPortRoute(exposure: ServiceExposure): exposure is PortRouteExposure {
  return exposure.mode === 'tcpRoute' || exposure.mode === 'udpRoute';
}

/** A controller leads to the Service of the application's name: the one of a clusterIp exposure, or one of its own. */
function behindControllers(
  ingresses: readonly IngressExposure[],
  portRoutes: readonly PortRouteExposure[],
  plain: readonly PlainExposure[],
  context: ExposureContext,
): readonly ClusterIpExposure[] {
  if (ingresses.length + portRoutes.length === 0) return [];
  const described = ingresses.flatMap(({ service }) => service ?? []);
  const present = plain.some((exposure) => serviceName(context.name, exposure) === context.name);
  if (described.length > (present ? 0 : 1)) {
    throw new ConstructError(
      context.scope,
      `The Service '${context.name}' behind the Ingress is described more than once. Describe it in one place: Exposure.clusterIp, or \`service\` of one Exposure.ingress.`,
    );
  }
  return present ? [] : [{ mode: 'clusterIp', ...described[0] }];
}

function checkNames({ scope }: ExposureContext, kind: string, objects: readonly { readonly name: string }[]): void {
  const names = objects.map(({ name }) => name);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length === 0) return;
  throw new ConstructError(
    scope,
    `Two ${kind} are named ${quoteList([...new Set(twice)])}. Give each exposure of one mode a \`name\` of its own.`,
  );
}

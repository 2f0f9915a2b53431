import { controllers } from '../../controllers';
import { portAlternatives } from '../../controllers/who-can';
import type { RouteObject } from '../../controllers/dialect';
import { ConstructError } from '../construct-error';
import { checkPortNumber } from '../ports';
import type { AppPort } from '../ports';
import { settleNeeds } from './controller-of';
import type { ExposureContext } from './exposure-context';
import type { TcpRouteExposure, UdpRouteExposure } from './port-route';

type PortRouteExposure = TcpRouteExposure | UdpRouteExposure;

/** The name of the route of an exposure. */
export function portRouteName(application: string, exposure: PortRouteExposure): string {
  return exposure.name ?? `${application}-${exposure.mode === 'tcpRoute' ? 'tcp' : 'udp'}-${exposure.listenPort}`;
}

/**
 * The objects by which a port of a controller leads to a Service.
 *
 * @param numbers the numbers of the Service's ports by name
 */
export function writePortRoute(
  exposure: PortRouteExposure,
  service: { readonly name: string; readonly numbers: ReadonlyMap<string, number> },
  context: ExposureContext,
): readonly RouteObject[] {
  const { controller, listenPort, annotations } = exposure;
  const name = portRouteName(context.name, exposure);
  checkPortNumber(context.scope, `The listenPort of ${name}`, listenPort);
  const target = targetOf(name, exposure, context);
  const facts = typeof controller === 'string' ? controllers[controller] : controller.facts;
  const protocol = exposure.mode === 'tcpRoute' ? 'TCP' : 'UDP';
  const written = facts.writePort({
    name,
    namespace: context.namespace,
    protocol,
    listenPort,
    className: exposure.className ?? (typeof controller === 'string' ? undefined : controller.className),
    service: { name: service.name, port: service.numbers.get(target.name) ?? target.number },
  });
  settleNeeds(`The route '${name}'`, written, controller, context, portAlternatives(facts, protocol));
  return written.objects.map((object) => ({ ...object, annotations: { ...object.annotations, ...annotations } }));
}

function targetOf(name: string, { port, mode }: PortRouteExposure, { scope, ports }: ExposureContext): AppPort {
  const where = `The route '${name}'`;
  const wanted = mode === 'tcpRoute' ? 'TCP' : 'UDP';
  const candidates = ports.all.filter(({ protocol = 'TCP' }) => protocol === wanted);
  const [only, second] = candidates;
  if (port === undefined && only !== undefined && second === undefined) return only;
  if (port === undefined && wanted === 'TCP') return ports.only(where);
  if (port === undefined)
    throw new ConstructError(
      scope,
      `${where} names no port, and this application has not exactly one of UDP. Say which.`,
    );
  const named = ports.named(port, where);
  if (candidates.includes(named)) return named;
  throw new ConstructError(
    scope,
    `${where} leads by ${wanted} to port '${port}', which is ${named.protocol ?? 'TCP'}. Use Exposure.${wanted === 'TCP' ? 'udpRoute' : 'tcpRoute'}, or another port.`,
  );
}

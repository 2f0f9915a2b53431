import type { Service } from '../../kubernetes/api';
import { addTo } from '../add-to';
import type { Graph } from '../graph';
import type { RouteBackend } from '../routes';
import { servicePorts, type ListenedPort } from '../service-ports';
import type { SetObject } from '../set-object';
import type { Workload } from '../workload';
import { podWays } from './pod-ways';
import { reachedPorts, serviceWays } from './service-ways';
import type { WayIn } from './way-in';

export type { ReachedPort, Way, WayIn } from './way-in';

const none: readonly WayIn[] = [];

/** Every way in to the pods of a set from outside of the cluster. */
export class WaysIn {
  /** Those of Services first, then those of pods, then routes; each in the order of the documents. */
  readonly all: readonly WayIn[];
  private readonly byWorkload = new Map<Workload, WayIn[]>();
  private readonly byService = new Map<SetObject<Service>, WayIn[]>();

  constructor(graph: Pick<Graph, 'ofKind' | 'podsOf' | 'pods' | 'routes' | 'find'>) {
    this.all = [
      ...graph.ofKind('Service').flatMap((service) => serviceWays(service, graph.podsOf(service))),
      ...graph.pods.all.flatMap(podWays),
      ...routeWays(graph),
    ];
    for (const way of this.all) {
      if (way.service !== undefined) addTo(this.byService, way.service, way);
      for (const workload of new Set(way.reaches.map((one) => one.workload))) addTo(this.byWorkload, workload, way);
    }
  }

  /** Those that lead to the pods of a workload. */
  to(workload: Workload): readonly WayIn[] {
    return this.byWorkload.get(workload) ?? none;
  }

  /** Those that pass a Service. */
  through(service: SetObject<Service>): readonly WayIn[] {
    return this.byService.get(service) ?? none;
  }
}

function routeWays(graph: Pick<Graph, 'routes' | 'find' | 'podsOf'>): readonly WayIn[] {
  return graph.routes.flatMap((route) =>
    route.backends.flatMap((backend) => {
      const service = graph.find('Service', backend.namespace, backend.service);
      if (service === undefined) return [];
      const workloads = graph.podsOf(service);
      return portsOf(service, backend).map((port): WayIn => ({
        ...{ way: 'route', object: route.from, field: backend.field, route, service },
        ...{
          port: undefined,
          protocol: route.protocol === 'udp' ? 'UDP' : 'TCP',
          reaches: reachedPorts(port, workloads),
        },
        ...{ reach: 'open', sources: [], clientAddress: 'unknown' },
      }));
    }),
  );
}

/** The ports of the Service that the backend asks for; all of them where it asks for none. */
function portsOf(service: SetObject<Service>, { port }: RouteBackend): readonly ListenedPort[] {
  const ports = servicePorts(service);
  if (port === undefined) return ports;
  return ports.filter((one) => (typeof port === 'number' ? one.number === port : one.name === port));
}

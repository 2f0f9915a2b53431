import type { Service } from '../../kubernetes/api';
import { addTo } from '../add-to';
import type { Graph } from '../graph';
import type { RouteBackend } from '../routes';
import { servicePorts, type ListenedPort } from '../service-ports';
import type { SetObject } from '../set-object';
import type { Workload } from '../workload';
import { podWays } from './pod-ways';
import { ReachedPorts } from './reached-ports';
import { serviceWays } from './service-ways';
import type { WayIn } from './way-in';

export type { ReachedPort, Way, WayIn } from './way-in';

const none: readonly WayIn[] = [];

/** Every way in to the pods of a set from outside of the cluster. */
export class WaysIn {
  /** Those of Services first, then those of pods, then routes; each in the order of the documents. */
  readonly all: readonly WayIn[];
  private byWorkload: ReadonlyMap<Workload, readonly WayIn[]> | undefined;

  constructor(graph: Pick<Graph, 'ofKind' | 'podsOf' | 'pods' | 'routes' | 'find'>) {
    const reached = new ReachedPorts((service) => graph.podsOf(service));
    this.all = [
      ...graph.ofKind('Service').flatMap((service) => serviceWays(service, reached)),
      ...graph.pods.all.flatMap(podWays),
      ...routeWays(graph, reached),
    ];
  }

  /** Those that lead to the pods of a workload. */
  to(workload: Workload): readonly WayIn[] {
    this.byWorkload ??= waysByWorkload(this.all);
    return this.byWorkload.get(workload) ?? none;
  }
}

function waysByWorkload(ways: readonly WayIn[]): ReadonlyMap<Workload, readonly WayIn[]> {
  const byWorkload = new Map<Workload, WayIn[]>();
  for (const way of ways) {
    // A way reaches a workload by one port.
    for (const { workload } of way.reaches) addTo(byWorkload, workload, way);
  }
  return byWorkload;
}

function routeWays(graph: Pick<Graph, 'routes' | 'find'>, reached: ReachedPorts): readonly WayIn[] {
  const ways: WayIn[] = [];
  for (const route of graph.routes) {
    for (const backend of route.backends) {
      const service = graph.find('Service', backend.namespace, backend.service);
      if (service === undefined) continue;
      for (const port of portsOf(service, backend)) {
        ways.push({
          way: 'route',
          object: route.from,
          field: backend.field,
          port: undefined,
          protocol: route.protocol === 'udp' ? 'UDP' : 'TCP',
          service,
          route,
          reaches: reached.by(service, port),
          reach: 'open',
          sources: [],
          clientAddress: 'unknown',
        });
      }
    }
  }
  return ways;
}

/** The ports of the Service that the backend asks for; all of them where it asks for none. */
function portsOf(service: SetObject<Service>, { port }: RouteBackend): readonly ListenedPort[] {
  const ports = servicePorts(service);
  if (port === undefined) return ports;
  return ports.filter((one) => (typeof port === 'number' ? one.number === port : one.name === port));
}

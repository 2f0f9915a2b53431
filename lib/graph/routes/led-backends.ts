import type { Service } from '../../kubernetes/api';
import { oncePerGraph } from '../once';
import { servicePorts, type ListenedPort } from '../service-ports';
import type { SetObject } from '../set-object';
import type { RouteBackend } from './route';

/** A backend that leads to a Service of the set. */
export interface LedBackend {
  readonly backend: RouteBackend;
  readonly service: SetObject<Service>;
  /** The port that is asked for; undefined where the Service has none such, or none is asked for. */
  readonly port: ListenedPort | undefined;
}

/** The backends of all routes that lead to Services of the set, each once. */
export const ledBackends = oncePerGraph((graph): readonly LedBackend[] => {
  const led: LedBackend[] = [];
  for (const backend of graph.routeBackends) {
    const service = graph.find('Service', backend.namespace, backend.service);
    if (service !== undefined) led.push({ backend, service, port: askedPort(service, backend) });
  }
  return led;
});

function askedPort(service: SetObject<Service>, { port }: RouteBackend): ListenedPort | undefined {
  if (port === undefined) return undefined;
  return servicePorts(service).find((one) => port === (typeof port === 'string' ? one.name : one.number));
}

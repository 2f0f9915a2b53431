import type { ExposureContext } from './exposure-context';
import { writeService } from './write-service';
import type { ServiceOptions } from './service-options';
import type { WrittenObject } from '../written-object';

/** A Service without an address has no traffic of its own: no affinity, no traffic policies, and no other port numbers than the pods'. */
export interface HeadlessProps<Port extends string = string> extends Omit<
  ServiceOptions<Port>,
  'ports' | 'sessionAffinity' | 'internalTrafficPolicy' | 'trafficDistribution'
> {
  /** The names of the ports that get SRV records. @default - all ports of the application */
  readonly ports?: readonly { readonly port: Port }[];
}

/** A Service with `clusterIP: None`: its name leads to the addresses of the pods. */
export interface HeadlessExposure<Port extends string = string> extends HeadlessProps<Port> {
  readonly mode: 'headless';
}

export function headlessService(name: string, exposure: HeadlessProps, context: ExposureContext): WrittenObject {
  return writeService(name, exposure, { spec: { type: 'ClusterIP', clusterIP: 'None' } }, context);
}

import type { ExposureContext } from './exposure-context';
import { writeService } from './write-service';
import type { ClusterIpOptions } from './service-options';
import type { WrittenObject } from '../written-object';

export type ClusterIpProps<Port extends string = string> = ClusterIpOptions<Port>;

/** A Service of type ClusterIP: an address and a name that mean something inside the cluster only. */
export interface ClusterIpExposure<Port extends string = string> extends ClusterIpProps<Port> {
  readonly mode: 'clusterIp';
}

export function clusterIpService(name: string, exposure: ClusterIpProps, context: ExposureContext): WrittenObject {
  return writeService(name, exposure, { spec: { type: 'ClusterIP' } }, context);
}

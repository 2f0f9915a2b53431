import type { ExposureContext } from './exposure-context';
import { writeService } from './write-service';
import type { ExternalServiceOptions, NodeServicePort } from './service-options';
import type { WrittenObject } from '../written-object';

export interface NodePortProps<Port extends string = string> extends Omit<ExternalServiceOptions<Port>, 'ports'> {
  /** Which ports the Service offers, and under which numbers. @default - all ports of the application, on node ports that the cluster picks */
  readonly ports?: readonly NodeServicePort<Port>[];
}

/** A Service of type NodePort: one port on every node leads to the pods, wherever they run. */
export interface NodePortExposure<Port extends string = string> extends NodePortProps<Port> {
  readonly mode: 'nodePort';
}

export function nodePortService(name: string, exposure: NodePortProps, context: ExposureContext): WrittenObject {
  const spec = { type: 'NodePort', externalTrafficPolicy: exposure.preserveClientIp === true ? 'Local' : undefined };
  return writeService(name, exposure, { spec, nodePorts: true }, context);
}

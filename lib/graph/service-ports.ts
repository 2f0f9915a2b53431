import type { Service, ServicePort } from '../kubernetes/api';
import { once } from './once';
import type { SetObject } from './set-object';
import type { Workload, WorkloadPort } from './workload';

/** A port of a Service, with what the API server fills in. */
export interface ListenedPort {
  readonly port: ServicePort;
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
  /** The port of the pods: the name of a container port, or a number; that of the Service where none is named. */
  readonly target: string | number;
  /** `spec.ports[0]`. */
  readonly field: string;
  /** `spec.ports[0].targetPort`, or the field that stands in for it. */
  readonly targetField: string;
  /** The port of every node; undefined where the cluster chooses or there is none. */
  readonly nodePort: number | undefined;
}

/** The ports of a Service, in their order. Read once: half of the rules look at them. */
export const servicePorts = once(({ body }: SetObject<Service>): readonly ListenedPort[] =>
  (body.spec?.ports ?? []).map((port, position) => listenedPort(port ?? {}, position)),
);

function listenedPort(port: ServicePort, position: number): ListenedPort {
  const { targetPort } = port;
  const number = port.port ?? 0;
  // Zero and the empty text stand for the port of the Service (SetDefaults_Service).
  const said = targetPort != null && targetPort !== 0 && targetPort !== '';
  const field = `spec.ports[${position}]`;
  return {
    port,
    name: port.name ?? '',
    number,
    protocol: port.protocol != null && port.protocol !== '' ? port.protocol : 'TCP',
    target: said ? targetPort : number,
    field,
    targetField: said ? `${field}.targetPort` : `${field}.port`,
    nodePort: port.nodePort != null && port.nodePort !== 0 ? port.nodePort : undefined,
  };
}

/** The container ports of a pod that a port of a Service leads to, as far as the containers declare them. */
export function targetsOf(port: ListenedPort, { ports }: Workload): readonly WorkloadPort[] {
  return ports.filter((one) => leadsTo(port, one));
}

/** The first of them. */
export function targetOf(port: ListenedPort, { ports }: Workload): WorkloadPort | undefined {
  return ports.find((one) => leadsTo(port, one));
}

function leadsTo({ target, protocol }: ListenedPort, port: WorkloadPort): boolean {
  return port.protocol === protocol && (typeof target === 'string' ? port.name === target : port.number === target);
}

/** The numbers that a port of a Service has at a pod: that of the name, or the number itself whether it is declared or not. */
export function targetNumbers(port: ListenedPort, workload: Workload): readonly number[] {
  return typeof port.target === 'number' ? [port.target] : targetsOf(port, workload).map(({ number }) => number);
}

import type { Pod, ServicePort } from '../objects';
import { runningContainers } from '../objects';
import type { Protocol } from './way';

interface AnyPort {
  readonly name?: string | undefined;
  readonly number: number;
  readonly protocol?: string | undefined;
  readonly appProtocol?: string | undefined;
}

/** What to say on a port, by what its declaration says; lines of text where it does not say HTTP. */
export function protocolOf({ name = '', number, protocol = 'TCP', appProtocol }: AnyPort): Protocol | undefined {
  if (protocol === 'SCTP') return undefined;
  if (protocol === 'UDP') return 'udp';
  const spoken = (appProtocol ?? name).toLowerCase().replace(/^kubernetes\.io\//, '');
  if (/^(https|tls|wss)\b/.test(spoken)) return 'https';
  if (/^(http|ws|web)/.test(spoken)) return 'http';
  if (appProtocol !== undefined) return 'tcp';
  return number === 80 ? 'http' : number === 443 ? 'https' : 'tcp';
}

export function serviceProtocol({ name, port, protocol, appProtocol }: ServicePort): Protocol | undefined {
  return protocolOf({ name, number: port, protocol, appProtocol });
}

/** The number that a pod listens on behind a port of a Service. */
export function targetNumber(
  { port, targetPort = port, protocol = 'TCP' }: Pick<ServicePort, 'port' | 'targetPort' | 'protocol'>,
  pod: Pod,
): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  const ports = runningContainers(pod.spec).flatMap((container) => container.ports ?? []);
  return ports.find((one) => one.name === targetPort && (one.protocol ?? 'TCP') === protocol)?.containerPort;
}

import type { Probe } from '../../kubernetes/api';
import { once } from '../../graph/once';
import type { Workload, WorkloadContainer } from '../../graph/workload';

/** Where the kubelet asks a container how it is. */
export interface ProbedPort {
  readonly container: WorkloadContainer;
  /** `readinessProbe`. */
  readonly name: string;
  readonly action: 'httpGet' | 'tcpSocket' | 'grpc';
  readonly port: string | number;
  /** `spec.template.spec.containers[0].readinessProbe.httpGet`. */
  readonly field: string;
  /** The host that is asked instead of the pod; empty where it is the pod. */
  readonly host: string;
  /** Of an HTTP probe. */
  readonly scheme: string;
}

const probeNames = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

/** The probes of a pod that ask a port. Read once: several rules look at them. */
export const probedPorts = once(({ containers }: Workload): readonly ProbedPort[] => {
  const found: ProbedPort[] = [];
  for (const container of containers) {
    for (const name of probeNames) {
      const probe = container.container[name];
      const asked = probe == null ? undefined : probed(probe);
      if (asked === undefined) continue;
      const { action, port, host, scheme } = asked;
      found.push({ container, name, action, port, field: `${container.field}.${name}.${action}`, host, scheme });
    }
  }
  return found;
});

type Asked = Pick<ProbedPort, 'action' | 'port' | 'host' | 'scheme'>;

function probed({ httpGet, tcpSocket, grpc }: Probe): Asked | undefined {
  if (httpGet?.port != null) {
    const scheme = httpGet.scheme != null && httpGet.scheme !== '' ? httpGet.scheme : 'HTTP';
    return { action: 'httpGet', port: httpGet.port, host: httpGet.host ?? '', scheme };
  }
  if (tcpSocket?.port != null) {
    return { action: 'tcpSocket', port: tcpSocket.port, host: tcpSocket.host ?? '', scheme: '' };
  }
  return grpc?.port == null ? undefined : { action: 'grpc', port: grpc.port, host: '', scheme: '' };
}

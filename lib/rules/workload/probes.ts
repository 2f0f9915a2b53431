import type { Probe } from '../../kubernetes/api';
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

/** The probes of a pod that ask a port. */
export function probedPorts({ containers }: Workload): readonly ProbedPort[] {
  return containers.flatMap((container) =>
    probeNames.flatMap((name) => {
      const field = `${container.field}.${name}`;
      return probed(container.container[name] ?? {}).map((one) => ({
        ...{ ...one, container, name },
        field: `${field}.${one.action}`,
      }));
    }),
  );
}

function probed({ httpGet, tcpSocket, grpc }: Probe): Pick<ProbedPort, 'action' | 'port' | 'host' | 'scheme'>[] {
  if (httpGet?.port != null) {
    const scheme = httpGet.scheme != null && httpGet.scheme !== '' ? httpGet.scheme : 'HTTP';
    return [{ action: 'httpGet', port: httpGet.port, host: httpGet.host ?? '', scheme }];
  }
  if (tcpSocket?.port != null) {
    return [{ action: 'tcpSocket', port: tcpSocket.port, host: tcpSocket.host ?? '', scheme: '' }];
  }
  return grpc?.port == null ? [] : [{ action: 'grpc', port: grpc.port, host: '', scheme: '' }];
}

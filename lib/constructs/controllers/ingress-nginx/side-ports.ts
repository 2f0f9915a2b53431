import type { AppPort } from '../../ports';
import type { IngressNginxProps } from './props';

/** The ports that it binds for itself. */
export interface SidePorts {
  readonly metrics: AppPort<'metrics'>;
  readonly defaultServer: AppPort<'default-server'>;
  readonly status: AppPort<'status'>;
  readonly stream: AppPort<'stream'>;
  readonly tlsProxy: AppPort<'tls-proxy'>;
}

export function sidePortsOf({ sidePorts = {} }: IngressNginxProps): SidePorts {
  return {
    metrics: { name: 'metrics', number: sidePorts.metrics ?? 10254 },
    defaultServer: { name: 'default-server', number: sidePorts.defaultServer ?? 8181 },
    status: { name: 'status', number: sidePorts.status ?? 10246 },
    stream: { name: 'stream', number: sidePorts.stream ?? 10247 },
    // Its own choice is 442, which needs leave to be bound where all other ports may be bound by anybody.
    tlsProxy: { name: 'tls-proxy', number: sidePorts.tlsProxy ?? 10442 },
  };
}

/** Those that its pods declare: on the host network all of them, so that no other pod is sent to a node where one is taken. */
export function declaredPorts(
  { exposures }: IngressNginxProps,
  { metrics, defaultServer, status, stream, tlsProxy }: SidePorts,
): readonly AppPort<'metrics'>[] {
  const onNode = exposures.some(({ mode }) => mode === 'hostNetwork');
  // Probes ask the one for metrics alone.
  const others = [defaultServer, status, stream, tlsProxy] as readonly AppPort[] as readonly AppPort<'metrics'>[];
  return onNode ? [metrics, ...others] : [metrics];
}

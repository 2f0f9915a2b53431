import type { AppPort } from '../../ports';
import type { Exposure } from '../../exposures/exposure';
import type { ExternalNameExposure } from '../../exposures/external-name';
import type { ControllerExposure, ControllerPort, ControllerProps } from '../controller-props';

/** The ports of a controller that lead to applications. */
export function openPorts(
  { tcpPorts = [], udpPorts = [] }: ControllerProps,
  { http, https }: { readonly http: number; readonly https: number },
): readonly AppPort<ControllerPort>[] {
  return [
    { name: 'http', number: http },
    { name: 'https', number: https },
    ...tcpPorts.map((number): AppPort<ControllerPort> => ({ name: `tcp-${number}`, number })),
    ...udpPorts.map((number): AppPort<ControllerPort> => ({ name: `udp-${number}`, number, protocol: 'UDP' })),
  ];
}

/** The numbers that clients use, where the ways in do not say. */
const clientNumbers: Readonly<Partial<Record<string, number>>> = { http: 80, https: 443 };

type OwnExposure = Exclude<Exposure, ExternalNameExposure>;

/** The ways in with what is meant where nothing is said: all ports that lead to applications, and the client's address kept. */
export function completed(exposure: ControllerExposure, ports: readonly AppPort[]): OwnExposure {
  const servicePorts = ports.map(({ name, number }) => ({ port: name, servicePort: clientNumbers[name] ?? number }));
  switch (exposure.mode) {
    case 'hostNetwork':
      return exposure;
    case 'hostPort':
      return {
        ...exposure,
        ports:
          exposure.ports ?? ports.map(({ name, number }) => ({ port: name, hostPort: clientNumbers[name] ?? number })),
      };
    case 'loadBalancer': {
      const client = exposure.preserveClientIp === undefined ? { preserveClientIp: true as const } : {};
      return { ...exposure, ...client, ports: exposure.ports ?? servicePorts } as OwnExposure;
    }
    default:
      return { ...exposure, ports: exposure.ports ?? servicePorts };
  }
}

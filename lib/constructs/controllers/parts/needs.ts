import { quoteList } from '../../../kubernetes/wording';
import type { ControllerProps } from '../controller-props';

/** Why a route to a Service of type ExternalName cannot be had; undefined where the controller follows such Services. */
export function requireExternalNames({ externalNameServices }: ControllerProps): string | undefined {
  if (externalNameServices === true) return undefined;
  return (
    'the controller follows no Service of type ExternalName: set its externalNameServices, and mind that whoever may write a Service ' +
    'then reaches through it what it reaches'
  );
}

/**
 * Why a route by TCP or UDP cannot be had; undefined where the controller listens there.
 *
 * @param listener `tcp-5432`
 */
export function requireListener(
  { tcpPorts = [], udpPorts = [] }: ControllerProps,
  listener: string,
): string | undefined {
  const open = [...tcpPorts.map((port) => `tcp-${port}`), ...udpPorts.map((port) => `udp-${port}`)];
  if (open.includes(listener)) return undefined;
  const [protocol = '', port = ''] = listener.split('-');
  return `the controller does not listen on ${port}/${protocol.toUpperCase()}: add ${port} to its ${protocol}Ports (open: ${quoteList(open)})`;
}

import type { IConstruct } from 'constructs';
import { parseCidr } from '../../../kubernetes/addresses';
import { ConstructError } from '../../construct-error';
import { checkNamespace, checkObjectName } from '../../names';
import { checkPortNumber } from '../../ports';
import type { ControllerProps } from '../controller-props';
import type { Identity } from './identity';

/** @throws ConstructError where a prop makes no sense by itself; many of them become flags of the controller as they are. */
export function checkProps(scope: IConstruct, { className }: Identity, props: ControllerProps): void {
  checkObjectName(scope, 'IngressClass', className);
  for (const namespace of props.watchNamespaces ?? []) checkNamespace(scope, namespace);
  for (const port of props.tcpPorts ?? []) checkPortNumber(scope, 'A port of tcpPorts', port);
  for (const port of props.udpPorts ?? []) checkPortNumber(scope, 'A port of udpPorts', port);
  checkCidrs(scope, 'proxyProtocolFrom', props.proxyProtocolFrom);
  checkCidrs(scope, 'forwardedHeadersFrom', props.forwardedHeadersFrom);
  const speaking = props.exposures.some(
    (exposure) => exposure.mode === 'loadBalancer' && exposure.proxyProtocol === true,
  );
  if (speaking && props.proxyProtocolFrom === undefined) {
    throw new ConstructError(
      scope,
      'The load balancer tells the client by the PROXY protocol, and the controller, which is not told so, would refuse every request: set its proxyProtocolFrom.',
    );
  }
  const ways = [props.perNode === true, props.replicas !== undefined, props.autoscaling !== undefined];
  if (ways.filter((way) => way).length > 1)
    throw new ConstructError(scope, 'replicas, perNode and autoscaling each say how many pods there are. Keep one.');
}

function checkCidrs(scope: IConstruct, prop: string, ranges: readonly string[] | undefined): void {
  if (ranges?.length === 0)
    throw new ConstructError(scope, `${prop} is empty. Name at least one CIDR, or leave it out.`);
  const wrong = ranges?.find((range) => parseCidr(range) === undefined);
  if (wrong !== undefined)
    throw new ConstructError(scope, `${prop} names '${wrong}', which is no CIDR. Give ranges such as 10.0.0.0/8.`);
}

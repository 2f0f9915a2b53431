import { parseCidr } from '../../kubernetes/addresses';
import type { HealthCheck, LoadBalancerAnswer } from '../../target/provider';
import { ConstructError } from '../construct-error';
import type { ExposureContext } from './exposure-context';
import { externalDnsAnnotations } from './external-dns';
import type { ExternalDns, ExternalServiceOptions, NodeServicePort, ServicePort } from './service-options';
import { checkInNodePortRange, writeService } from './write-service';
import type { WrittenObject } from '../written-object';

interface LoadBalancerOptions<Port extends string> extends Omit<
  ExternalServiceOptions<Port>,
  'ports' | 'preserveClientIp'
> {
  /** A fixed address, in the field or the annotation that the target's provider reads. @default - the provider picks one */
  readonly address?: string;
  /** An address inside the provider's network only. @default false */
  readonly internal?: boolean;
  /** Which implementation makes the load balancer: `service.k8s.aws/nlb`. @default - the cluster's default */
  readonly loadBalancerClass?: string;
  /** The clients that may come in, as CIDRs. @default - all */
  readonly sourceRanges?: readonly string[];
  /** The pods are told the client's address by the PROXY protocol; they must speak it. @default false */
  readonly proxyProtocol?: boolean;
  /** How the load balancer finds nodes or pods that answer. @default - the provider's own way */
  readonly healthCheck?: HealthCheck;
  /** Spread over the pods of all zones. @default - the provider's */
  readonly crossZone?: boolean;
  /** A name made by external-dns. @default - none */
  readonly externalDns?: ExternalDns & { readonly hostname: string };
}

type NodePortChoice<Port extends string> =
  | {
      /** Whether each port also gets a port on every node. Without them the provider must reach pods directly. @default true */
      readonly nodePorts?: true;
      /** @default - all ports of the application */
      readonly ports?: readonly NodeServicePort<Port>[];
    }
  | { readonly nodePorts: false; readonly ports?: readonly (ServicePort<Port> & { readonly nodePort?: never })[] };

type ClientIpChoice =
  | {
      /** The pods see the client's address; only nodes with a pod take traffic (externalTrafficPolicy Local). @default false */
      readonly preserveClientIp: true;
      /** The port on which nodes say whether they have a pod. @default - the cluster picks one */
      readonly healthCheckNodePort?: number;
    }
  | { readonly preserveClientIp?: false; readonly healthCheckNodePort?: never };

export type LoadBalancerProps<Port extends string = string> = LoadBalancerOptions<Port> &
  NodePortChoice<Port> &
  ClientIpChoice;

/** A Service of type LoadBalancer: the provider is asked for a load balancer before the nodes. */
export type LoadBalancerExposure<Port extends string = string> = LoadBalancerProps<Port> & {
  readonly mode: 'loadBalancer';
};

export function loadBalancerService(
  name: string,
  exposure: LoadBalancerProps,
  context: ExposureContext,
): WrittenObject {
  const { healthCheckNodePort, loadBalancerClass, sourceRanges, externalDns } = exposure;
  const provided = fromProvider(name, exposure, context);
  if (healthCheckNodePort !== undefined)
    checkInNodePortRange(name, 'The healthCheckNodePort', healthCheckNodePort, context);
  for (const range of sourceRanges ?? []) checkSourceRange(name, range, context);
  const spec = {
    type: 'LoadBalancer',
    ...provided.spec,
    loadBalancerClass: loadBalancerClass ?? provided.spec.loadBalancerClass,
    loadBalancerSourceRanges: sourceRanges,
    externalTrafficPolicy: exposure.preserveClientIp === true ? 'Local' : undefined,
    healthCheckNodePort,
    allocateLoadBalancerNodePorts: exposure.nodePorts === false ? false : undefined,
  };
  const annotations = { ...provided.annotations, ...externalDnsAnnotations(externalDns) };
  return writeService(name, exposure, { spec, annotations, nodePorts: exposure.nodePorts !== false }, context);
}

/** What the target's provider makes of the wishes that Kubernetes has no field for. */
function fromProvider(
  name: string,
  exposure: LoadBalancerProps,
  { scope, target }: ExposureContext,
): LoadBalancerAnswer {
  const { address, internal, proxyProtocol, healthCheck, crossZone } = exposure;
  const answer = target.provider.loadBalancer({ address, internal, proxyProtocol, healthCheck, crossZone }, target);
  if (answer.problems.length > 0)
    throw new ConstructError(scope, `LoadBalancer '${name}': ${answer.problems.join(' ')}`);
  return answer;
}

function checkSourceRange(name: string, range: string, { scope }: ExposureContext): void {
  if (parseCidr(range) !== undefined) return;
  throw new ConstructError(
    scope,
    `LoadBalancer '${name}' has the source range '${range}', which is no CIDR. Give ranges such as 198.51.100.0/24.`,
  );
}

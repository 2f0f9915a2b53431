import { parseCidr } from '../../kubernetes/addresses';
import { quoteList } from '../../kubernetes/wording';
import type { LoadBalancerPlan, LoadBalancerWishes } from '../../target/load-balancer';
import { ConstructError } from '../construct-error';
import type { ExposureContext } from './exposure-context';
import { externalDnsAnnotations } from './external-dns';
import type { ExternalDns, ExternalServiceOptions, NodeServicePort, ServicePort } from './service-options';
import { checkInNodePortRange, chosenPorts, writeService } from './write-service';
import type { WrittenObject } from '../written-object';

interface LoadBalancerOptions<Port extends string>
  extends Omit<ExternalServiceOptions<Port>, 'ports' | 'preserveClientIp'>, LoadBalancerWishes {
  /** Which implementation makes the load balancer: `service.k8s.aws/nlb`. @default - the provider's, or the cluster's default */
  readonly loadBalancerClass?: string;
  /** The clients that may come in, as CIDRs. @default - all */
  readonly sourceRanges?: readonly string[];
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
  const plan = planOf(name, exposure, context);
  checkClass(name, loadBalancerClass, context);
  if (healthCheckNodePort !== undefined)
    checkInNodePortRange(name, 'The healthCheckNodePort', healthCheckNodePort, context);
  for (const range of sourceRanges ?? []) checkSourceRange(name, range, context);
  const spec = {
    type: 'LoadBalancer',
    ...plan.spec,
    loadBalancerClass: loadBalancerClass ?? plan.spec.loadBalancerClass,
    loadBalancerSourceRanges: sourceRanges,
    externalTrafficPolicy: exposure.preserveClientIp === true ? 'Local' : undefined,
    healthCheckNodePort,
    allocateLoadBalancerNodePorts: exposure.nodePorts === false ? false : undefined,
  };
  const annotations = { ...plan.annotations, ...externalDnsAnnotations(externalDns) };
  return writeService(name, exposure, { spec, annotations, nodePorts: exposure.nodePorts !== false }, context);
}

/** What the target's provider makes of the wishes that Kubernetes has no field for. */
function planOf(name: string, exposure: LoadBalancerProps, context: ExposureContext): LoadBalancerPlan {
  const { scope, target } = context;
  const { loadBalancerClass, ipFamilyPolicy = 'SingleStack' } = exposure;
  const families = ipFamilyPolicy === 'SingleStack' ? target.ipFamilies.slice(0, 1) : target.ipFamilies;
  const plan = target.provider.loadBalancer(exposure, {
    ports: chosenPorts(name, exposure.ports, context).map(({ target: port, servicePort, nodePort }) => ({
      name: port.name,
      port: servicePort,
      protocol: port.protocol ?? 'TCP',
      ...(nodePort === undefined ? {} : { nodePort }),
    })),
    ipFamilies: exposure.ipFamilies ?? families,
    externalTrafficPolicy: exposure.preserveClientIp === true ? 'Local' : 'Cluster',
    allocateNodePorts: exposure.nodePorts !== false,
    ...(loadBalancerClass === undefined ? {} : { loadBalancerClass }),
  });
  if (plan.problems.length > 0) throw new ConstructError(scope, `LoadBalancer '${name}': ${plan.problems.join('; ')}.`);
  return plan;
}

function checkClass(name: string, loadBalancerClass: string | undefined, { scope, target }: ExposureContext): void {
  const known = target.loadBalancerClasses;
  if (known === undefined || loadBalancerClass === undefined || known.includes(loadBalancerClass)) return;
  throw new ConstructError(
    scope,
    `LoadBalancer '${name}' has the class '${loadBalancerClass}', which the target does not have. It has: ${quoteList(known)}.`,
  );
}

function checkSourceRange(name: string, range: string, { scope }: ExposureContext): void {
  if (parseCidr(range) !== undefined) return;
  throw new ConstructError(
    scope,
    `LoadBalancer '${name}' has the source range '${range}', which is no CIDR. Give ranges such as 198.51.100.0/24.`,
  );
}

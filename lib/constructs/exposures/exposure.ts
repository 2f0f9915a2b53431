import type { ClusterIpExposure, ClusterIpProps } from './cluster-ip';
import type { ExternalIpsExposure, ExternalIpsProps } from './external-ips';
import type { ExternalNameExposure, ExternalNameProps } from './external-name';
import type { HeadlessExposure, HeadlessProps } from './headless';
import type { HostNetworkExposure } from './host-network';
import type { HostPortExposure, HostPortProps } from './host-port';
import type { IngressExposure, IngressProps } from './ingress';
import type { LoadBalancerExposure, LoadBalancerProps } from './load-balancer';
import type { NodePortExposure, NodePortProps } from './node-port';
import { waivable, type Waivable, type Waived } from '../waivable';
import type { PortRouteProps, TcpRouteExposure, UdpRouteExposure } from './port-route';

/** Ways in by a port of the node that the pod runs on: they change the pod. */
export type HostExposure<Port extends string = string> = (HostNetworkExposure | HostPortExposure<Port>) & Waived;

/** Ways in by a Service, and for Ingress by a controller before it. */
export type ServiceExposure<Port extends string = string> = (
  | ClusterIpExposure<Port>
  | HeadlessExposure<Port>
  | NodePortExposure<Port>
  | LoadBalancerExposure<Port>
  | ExternalIpsExposure<Port>
  | IngressExposure<Port>
  | TcpRouteExposure<Port>
  | UdpRouteExposure<Port>
) &
  Waived;

/** Ways in to pods. */
export type PodExposure<Port extends string = string> = HostExposure<Port> | ServiceExposure<Port>;

/** A way in to an application. Made by the factories of the same name. */
export type Exposure<Port extends string = string> = PodExposure<Port> | AliasExposure;

/** A name for a host outside: no way in to pods. */
export type AliasExposure = ExternalNameExposure & Waived;

/**
 * The ways in. An application takes any number of them.
 *
 * What a factory gives says nothing of its ports (NoInfer): else the application around it would, and without `exactOptionalPropertyTypes` the
 * compiler would read the `undefined` of a port that is left out as the name of one.
 */
export const Exposure = {
  /** The process binds the ports of its node: `node:port`. */
  hostNetwork: (): Waivable<HostNetworkExposure> => waivable({ mode: 'hostNetwork' }),
  /** Ports of the node that lead to the pod on it: `node:hostPort`. */
  hostPort: <const Port extends string = never>(
    props: HostPortProps<Port> = {},
  ): Waivable<HostPortExposure<NoInfer<Port>>> => waivable({ mode: 'hostPort', ...props }),
  /** An address and a name inside the cluster: `name.namespace.svc.cluster.local`. */
  clusterIp: <const Port extends string = never>(
    props: ClusterIpProps<Port> = {},
  ): Waivable<ClusterIpExposure<NoInfer<Port>>> => waivable({ mode: 'clusterIp', ...props }),
  /** A name inside the cluster that leads to the pods' own addresses. */
  headless: <const Port extends string = never>(
    props: HeadlessProps<Port> = {},
  ): Waivable<HeadlessExposure<NoInfer<Port>>> => waivable({ mode: 'headless', ...props }),
  /** One port on every node of the cluster: `any node:nodePort`. */
  nodePort: <const Port extends string = never>(
    props: NodePortProps<Port> = {},
  ): Waivable<NodePortExposure<NoInfer<Port>>> => waivable({ mode: 'nodePort', ...props }),
  /** An address of a load balancer that the provider runs. */
  loadBalancer: <const Port extends string = never>(
    props: LoadBalancerProps<Port> = {},
  ): Waivable<LoadBalancerExposure<NoInfer<Port>>> => waivable({ mode: 'loadBalancer', ...props }),
  /** Hosts and paths behind an ingress controller. */
  ingress: <const Port extends string = never>(props: IngressProps<Port>): Waivable<IngressExposure<NoInfer<Port>>> =>
    waivable({ mode: 'ingress', ...props }),
  /** A port of an ingress controller that leads to the application by TCP, without HTTP. */
  tcpRoute: <const Port extends string = never>(
    props: PortRouteProps<Port>,
  ): Waivable<TcpRouteExposure<NoInfer<Port>>> => waivable({ mode: 'tcpRoute', ...props }),
  /** A port of an ingress controller that leads to the application by UDP. */
  udpRoute: <const Port extends string = never>(
    props: PortRouteProps<Port>,
  ): Waivable<UdpRouteExposure<NoInfer<Port>>> => waivable({ mode: 'udpRoute', ...props }),
  /** A name inside the cluster for a host outside of it: a way out, without a workload. */
  externalName: (props: ExternalNameProps): Waivable<ExternalNameExposure> =>
    waivable({ mode: 'externalName', ...props }),
  /** Addresses that you route to nodes of the cluster. */
  externalIps: <const Port extends string = never>(
    props: ExternalIpsProps<Port>,
  ): Waivable<ExternalIpsExposure<NoInfer<Port>>> => waivable({ mode: 'externalIps', ...props }),
} as const;

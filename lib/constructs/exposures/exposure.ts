import type { ClusterIpExposure, ClusterIpProps } from './cluster-ip';
import type { ExternalIpsExposure, ExternalIpsProps } from './external-ips';
import type { ExternalNameExposure, ExternalNameProps } from './external-name';
import type { HeadlessExposure, HeadlessProps } from './headless';
import type { HostNetworkExposure } from './host-network';
import type { HostPortExposure, HostPortProps } from './host-port';
import type { IngressExposure, IngressProps } from './ingress';
import type { LoadBalancerExposure, LoadBalancerProps } from './load-balancer';
import type { NodePortExposure, NodePortProps } from './node-port';
import type { PortRouteProps, TcpRouteExposure, UdpRouteExposure } from './port-route';

/** Ways in by a port of the node that the pod runs on: they change the pod. */
export type HostExposure<Port extends string = string> = HostNetworkExposure | HostPortExposure<Port>;

/** Ways in by a Service, and for Ingress by a controller before it. */
export type ServiceExposure<Port extends string = string> =
  | ClusterIpExposure<Port>
  | HeadlessExposure<Port>
  | NodePortExposure<Port>
  | LoadBalancerExposure<Port>
  | ExternalIpsExposure<Port>
  | IngressExposure<Port>
  | TcpRouteExposure<Port>
  | UdpRouteExposure<Port>;

/** A way in to an application. Made by the factories of the same name. */
export type Exposure<Port extends string = string> = HostExposure<Port> | ServiceExposure<Port> | ExternalNameExposure;

/** The ways in. An application takes any number of them. */
export const Exposure = {
  /** The process binds the ports of its node: `node:port`. */
  hostNetwork: (): HostNetworkExposure => ({ mode: 'hostNetwork' }),
  /** Ports of the node that lead to the pod on it: `node:hostPort`. */
  hostPort: <const Port extends string = never>(props: HostPortProps<Port> = {}): HostPortExposure<Port> => ({
    mode: 'hostPort',
    ...props,
  }),
  /** An address and a name inside the cluster: `name.namespace.svc.cluster.local`. */
  clusterIp: <const Port extends string = never>(props: ClusterIpProps<Port> = {}): ClusterIpExposure<Port> => ({
    mode: 'clusterIp',
    ...props,
  }),
  /** A name inside the cluster that leads to the pods' own addresses. */
  headless: <const Port extends string = never>(props: HeadlessProps<Port> = {}): HeadlessExposure<Port> => ({
    mode: 'headless',
    ...props,
  }),
  /** One port on every node of the cluster: `any node:nodePort`. */
  nodePort: <const Port extends string = never>(props: NodePortProps<Port> = {}): NodePortExposure<Port> => ({
    mode: 'nodePort',
    ...props,
  }),
  /** An address of a load balancer that the provider runs. */
  loadBalancer: <const Port extends string = never>(
    props: LoadBalancerProps<Port> = {},
  ): LoadBalancerExposure<Port> => ({
    mode: 'loadBalancer',
    ...props,
  }),
  /** Hosts and paths behind an ingress controller. */
  ingress: <const Port extends string = never>(props: IngressProps<Port>): IngressExposure<Port> => ({
    mode: 'ingress',
    ...props,
  }),
  /** A port of an ingress controller that leads to the application by TCP, without HTTP. */
  tcpRoute: <const Port extends string = never>(props: PortRouteProps<Port>): TcpRouteExposure<Port> => ({
    mode: 'tcpRoute',
    ...props,
  }),
  /** A port of an ingress controller that leads to the application by UDP. */
  udpRoute: <const Port extends string = never>(props: PortRouteProps<Port>): UdpRouteExposure<Port> => ({
    mode: 'udpRoute',
    ...props,
  }),
  /** A name inside the cluster for a host outside of it: a way out, without a workload. */
  externalName: (props: ExternalNameProps): ExternalNameExposure => ({ mode: 'externalName', ...props }),
  /** Addresses that you route to nodes of the cluster. */
  externalIps: <const Port extends string = never>(props: ExternalIpsProps<Port>): ExternalIpsExposure<Port> => ({
    mode: 'externalIps',
    ...props,
  }),
} as const;

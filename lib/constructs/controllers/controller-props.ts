import type { Waiver } from '../../findings/waiver';
import type { ClusterIpExposure } from '../exposures/cluster-ip';
import type { ExternalIpsExposure } from '../exposures/external-ips';
import type { HostNetworkExposure } from '../exposures/host-network';
import type { HostPortExposure } from '../exposures/host-port';
import type { LoadBalancerExposure } from '../exposures/load-balancer';
import type { NodePortExposure } from '../exposures/node-port';
import type { ContainerProps } from '../workload/container';
import type { PodProps } from '../workload/pod-template';
import type { AutoscalingProps } from '../workload/scaling';

/** The ports of a controller that applications are reached by; those for TCP and UDP are named `tcp-5432` and `udp-53`. */
export type ControllerPort = 'http' | 'https' | `tcp-${number}` | `udp-${number}`;

/** A way in to the controller itself, by its ports `http` and `https` and those in tcpPorts and udpPorts. */
export type ControllerExposure =
  | LoadBalancerExposure<ControllerPort>
  | NodePortExposure<ControllerPort>
  | ExternalIpsExposure<ControllerPort>
  | HostPortExposure<ControllerPort>
  | ClusterIpExposure<ControllerPort>
  | HostNetworkExposure;

/** What the installation of every controller takes. */
export interface ControllerProps extends Pick<
  PodProps,
  'nodeSelector' | 'tolerations' | 'affinity' | 'priorityClass' | 'imagePullSecrets'
> {
  /**
   * The ways in. Ports that are not named are 80 for `http`, 443 for `https`, and the others under their own numbers; a load balancer keeps the
   * address of the client unless it says otherwise.
   */
  readonly exposures: readonly [ControllerExposure, ...ControllerExposure[]];
  /** The name of its objects. @default - the name of the make, `traefik` */
  readonly name?: string;
  /** The name of its IngressClass. @default - its name */
  readonly className?: string;
  /** Serve Ingresses that name no class, too. One class of a cluster may. @default false */
  readonly default?: boolean;
  /** Its namespace. @default - its name */
  readonly namespace?: string;
  /** Make the namespace, with the Pod Security level that the ways in need. @default true */
  readonly createNamespace?: boolean;
  /** The namespaces whose Ingresses it serves and whose Secrets it may read. @default - all */
  readonly watchNamespaces?: readonly [string, ...string[]];
  /** The address or host name that Ingresses report. @default - that of the load balancer, or the external IPs */
  readonly statusAddress?: string;
  /** Ports that lead to applications by TCP, for `Exposure.tcpRoute`. @default - none */
  readonly tcpPorts?: readonly number[];
  /** Ports that lead to applications by UDP, for `Exposure.udpRoute`. @default - none */
  readonly udpPorts?: readonly number[];
  /** The load balancers before it, as CIDRs, that tell the client's address by the PROXY protocol. @default - none */
  readonly proxyProtocolFrom?: readonly string[];
  /** The proxies before it, as CIDRs, whose `X-Forwarded-...` headers are believed. @default - none */
  readonly forwardedHeadersFrom?: readonly string[];
  /**
   * Let routes lead to Services of type ExternalName. Whoever may write a Service then reaches through the controller what the controller reaches.
   * @default false
   */
  readonly externalNameServices?: boolean;
  /** Let traffic to nothing but the ports of the ways in, and that for metrics from the namespaces with these labels. @default true */
  readonly networkPolicy?: boolean | { readonly metricsFrom: Readonly<Record<string, string>> };
  /** How many pods. @default 2; one on each node where ports of the node are taken */
  readonly replicas?: number;
  /** One pod on each node. @default - where ports of the node are taken */
  readonly perNode?: boolean;
  /** As many pods as the load asks for. @default - a fixed number */
  readonly autoscaling?: AutoscalingProps;
  /** @default - requests for 100m of CPU and 128Mi of memory, and a limit of 512Mi of memory */
  readonly resources?: ContainerProps['resources'];
  /** The image with its tag or digest. @default - the release that this library was tested with */
  readonly image?: string;
  /** Findings about its pods that may pass until a day; those about a way in are waived where it is made. @default - none */
  readonly waivers?: readonly Waiver[];
  /** Labels of every object. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

import type { AddressFamily } from '../kubernetes/addresses';

/** How a load balancer finds out which of its targets are well. */
export interface LoadBalancerHealthCheck {
  /**
   * The protocol spoken to the target.
   * @default - `http` where a path is given, otherwise what the provider takes
   */
  readonly protocol?: 'tcp' | 'http' | 'https' | undefined;
  /**
   * The path that an HTTP or HTTPS check asks for.
   * @default - what the provider takes
   */
  readonly path?: string | undefined;
  /**
   * The port asked: the name of a port of the Service, or a number on the target.
   * @default - the port that carries the traffic
   */
  readonly port?: string | number | undefined;
  /**
   * Seconds between two checks.
   * @default - what the provider takes
   */
  readonly intervalSeconds?: number | undefined;
  /**
   * Seconds until a check without an answer counts as failed.
   * @default - what the provider takes
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * Successes in a row that make a target healthy.
   * @default - what the provider takes
   */
  readonly healthyThreshold?: number | undefined;
  /**
   * Failures in a row that make a target unhealthy.
   * @default - what the provider takes
   */
  readonly unhealthyThreshold?: number | undefined;
}

/** What is asked of a load balancer beyond the fields of a Service, in words that no provider owns. */
export interface LoadBalancerWishes {
  /**
   * Whether it is reached from the provider's own network alone, not from the internet.
   * @default false
   */
  readonly internal?: boolean | undefined;
  /**
   * The fixed address; a list names one of each family, or one a subnet where the provider has an address in each.
   * @default - the provider chooses
   */
  readonly address?: string | readonly string[] | undefined;
  /**
   * Names or ids under which the provider knows addresses that were reserved beforehand.
   * @default - the provider chooses
   */
  readonly addressIds?: readonly string[] | undefined;
  /**
   * Names or ids of the subnets that the load balancer stands in.
   * @default - the provider chooses
   */
  readonly subnets?: readonly string[] | undefined;
  /**
   * Whether the client's address is passed on by the PROXY protocol, which the application must then read.
   * @default false
   */
  readonly proxyProtocol?: boolean | undefined;
  /**
   * How it finds out which targets are well.
   * @default - what the provider takes
   */
  readonly healthCheck?: LoadBalancerHealthCheck | undefined;
  /**
   * Whether traffic that came in at one zone is spread over the targets of all zones.
   * @default - what the provider takes
   */
  readonly crossZone?: boolean | undefined;
  /**
   * Load balancers with the same key may share one address, as long as their ports differ.
   * @default - an address of its own
   */
  readonly sharingKey?: string | undefined;
}

/** A port of the Service that the load balancer stands before. */
export interface LoadBalancerServicePort {
  /**
   * The name of the port.
   * @default - none
   */
  readonly name?: string | undefined;
  /** The number of the port on the Service. */
  readonly port: number;
  /**
   * The protocol of the port.
   * @default 'TCP'
   */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP' | undefined;
  /**
   * The port on every node.
   * @default - the cluster chooses
   */
  readonly nodePort?: number | undefined;
}

/** What a provider has to know of the Service that the load balancer stands before. */
export interface LoadBalancerService {
  /** The ports of the Service. */
  readonly ports: readonly LoadBalancerServicePort[];
  /**
   * The address families of the Service, its first one first.
   * @default ['IPv4']
   */
  readonly ipFamilies?: readonly AddressFamily[] | undefined;
  /**
   * `spec.externalTrafficPolicy`.
   * @default 'Cluster'
   */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local' | undefined;
  /**
   * `spec.allocateLoadBalancerNodePorts`.
   * @default true
   */
  readonly allocateNodePorts?: boolean | undefined;
  /**
   * The `spec.loadBalancerClass` that the Service is given by its owner.
   * @default - that of the provider
   */
  readonly loadBalancerClass?: string | undefined;
}

/** What a provider makes of the wishes. */
export interface LoadBalancerPlan {
  /** Annotations of the Service. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Fields of the Service's `spec`. */
  readonly spec: { readonly loadBalancerIP?: string; readonly loadBalancerClass?: string };
  /** Wishes that the provider cannot carry out and values that are unsound, with the way out; empty when all is well. */
  readonly problems: readonly string[];
}

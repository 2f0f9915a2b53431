/** The Service port that leads to a port of the application. */
export interface ServicePort<Port extends string = string> {
  /** The name of the application's port. */
  readonly port: Port;
  /** The number that clients of the Service use. @default - the number of the application's port */
  readonly servicePort?: number;
}

/** The same, with a port on every node. */
export interface NodeServicePort<Port extends string = string> extends ServicePort<Port> {
  /** A port of the target's node port range. @default - the cluster picks a free one */
  readonly nodePort?: number;
}

/** How traffic of one client goes to one pod. */
export interface SessionAffinity {
  /** Seconds without traffic after which a client may get another pod, at most 86400. @default 10800 */
  readonly timeoutSeconds?: number;
}

/** Options of every Service. */
export interface ServiceOptions<Port extends string = string> {
  /** The name of the Service. @default - `<application>`, with `-<mode>` behind it for all but clusterIp and ingress */
  readonly name?: string;
  /** Which ports the Service offers, and under which numbers. @default - all ports of the application, under their own numbers */
  readonly ports?: readonly ServicePort<Port>[];
  /** Annotations of the Service. @default - the application's */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Send all connections of a client address to one pod. @default - each connection to any pod */
  readonly sessionAffinity?: SessionAffinity;
  /** `Local` keeps traffic from inside the cluster on its node, and drops it where no pod is. @default 'Cluster' */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /** Which pods are preferred for traffic from inside. Needs Kubernetes 1.31; the two `PreferSame` 1.34. @default - none */
  readonly trafficDistribution?: 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';
  /** Addresses of both families. Only where the target has both. @default 'SingleStack' */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  /** The families, the first one first. @default - the cluster's */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /** Pods that are not ready get traffic too. @default false */
  readonly publishNotReadyAddresses?: boolean;
}

/** Options of a Service with an address of its own. */
export interface ClusterIpOptions<Port extends string = string> extends ServiceOptions<Port> {
  /** A fixed address of the cluster's Service range. @default - the cluster picks one */
  readonly clusterIp?: string;
}

/** Options of a Service that is reached from outside. */
export interface ExternalServiceOptions<Port extends string = string> extends ClusterIpOptions<Port> {
  /** The pods see the client's address; a node without a pod then drops the traffic (externalTrafficPolicy Local). @default false */
  readonly preserveClientIp?: boolean;
}

/** Names for external-dns, https://kubernetes-sigs.github.io/external-dns/ */
export interface ExternalDns {
  /** The name to make, or several with commas between. */
  readonly hostname?: string;
  /** Seconds that resolvers may keep the answer. @default - external-dns' */
  readonly ttlSeconds?: number;
  /** What the name leads to. @default - the address of the object */
  readonly target?: string;
}

/** A way in, as a policy names it: the modes of `Exposure`. */
export type WayInName =
  | 'clusterIp'
  | 'headless'
  | 'nodePort'
  | 'loadBalancer'
  | 'externalIps'
  | 'externalName'
  | 'ingress'
  | 'tcpRoute'
  | 'udpRoute'
  | 'hostPort'
  | 'hostNetwork';

/** How many load balancers a set may ask for, and what they may cost. */
export interface LoadBalancerBudget {
  /** The largest number of them. @default - any */
  readonly count?: number;
  /** The most that they may cost in a month together; asks for `costEach`. @default - any */
  readonly monthlyCost?: number;
  /** What one costs in a month, in the same currency. @default - not known */
  readonly costEach?: number;
}

/**
 * What a policy tells rules that need to know what is allowed. Each is told nothing by default, and then asks for nothing.
 *
 * What is told by namespace has names or globs as its keys, `team-*`; a namespace may do what any of its keys allows, and one that no key
 * matches is asked for nothing: `'*': []` forbids.
 */
export interface RuleParameters {
  /** The hosts that a namespace may use; hosts may be globs, `*.shop.example.com`. No other namespace may use them. @default - any */
  readonly allowedHosts?: Readonly<Record<string, readonly string[]>>;
  /** The addresses that Services of a namespace may claim, as CIDRs: externalIPs and fixed addresses of load balancers. @default - any */
  readonly allowedAddresses?: Readonly<Record<string, readonly string[]>>;
  /** The clients that load balancers of a namespace may let in, as CIDRs: they may ask for no wider source ranges. @default - any */
  readonly allowedSources?: Readonly<Record<string, readonly string[]>>;
  /** The node ports that a namespace may take, both ends included. @default - any */
  readonly nodePortBands?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** The load balancer classes that a namespace may ask for; an empty text stands for Services without a class. @default - any */
  readonly loadBalancerClasses?: Readonly<Record<string, readonly string[]>>;
  /** The providers that may make load balancers, by their names: `MetalLB`, `Azure`, `AWS*`. @default - any */
  readonly loadBalancerProviders?: readonly string[];
  /** How many load balancers the set may ask for, and what they may cost. @default - any number */
  readonly loadBalancers?: LoadBalancerBudget;
  /** The ways in that a namespace may use. @default - any */
  readonly waysIn?: Readonly<Record<string, readonly WayInName[]>>;
  /** The classes of Ingresses that a namespace may use. @default - any */
  readonly ingressClasses?: Readonly<Record<string, readonly string[]>>;
  /** Where a namespace may take images from: `registry.example.com/shop/*`, `docker.io/library/*`. @default - anywhere */
  readonly imageRegistries?: Readonly<Record<string, readonly string[]>>;
}

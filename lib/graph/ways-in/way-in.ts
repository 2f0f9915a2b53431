import type { Service } from '../../kubernetes/api';
import type { Route } from '../routes';
import type { SetObject } from '../set-object';
import type { Workload, WorkloadPort } from '../workload';

/** How traffic from outside of the cluster comes in. `route` is an Ingress, or whatever else a controller reads. */
export type Way = 'nodePort' | 'loadBalancer' | 'externalIps' | 'hostPort' | 'hostNetwork' | 'route';

/** A port of pods that something leads to. */
export interface ReachedPort {
  readonly workload: Workload;
  /** Undefined where it is asked for by a name that no container declares. */
  readonly number: number | undefined;
  /** The container port; undefined where none is declared for it. */
  readonly declared: WorkloadPort | undefined;
}

/** One port by which traffic from outside of the cluster comes to pods of the set. */
export interface WayIn {
  readonly way: Way;
  /** What opens it: a Service, the object of a route, or whatever makes the pods. */
  readonly object: SetObject<object>;
  /** The field that opens it. */
  readonly field: string;
  /** The port that clients connect to; undefined where the cluster or a controller chooses it. */
  readonly port: number | undefined;
  readonly protocol: string;
  /** The Service that it passes. */
  readonly service: SetObject<Service> | undefined;
  /** The hosts and paths of a route. */
  readonly route: Route | undefined;
  readonly reaches: readonly ReachedPort[];
  /** Who can connect: whoever reaches the nodes or the load balancer, one's own networks alone, or the node itself alone. */
  readonly reach: 'open' | 'internal' | 'node';
  /** The ranges that clients must be in; empty where nothing is asked of them. */
  readonly sources: readonly string[];
  /** Whether the pods, or the controller before them, see the address of the client. */
  readonly clientAddress: 'kept' | 'lost' | 'unknown';
}

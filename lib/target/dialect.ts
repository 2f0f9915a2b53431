import type { AddressFamily } from '../kubernetes/addresses';
import type { LoadBalancerHealthCheck, LoadBalancerServicePort, LoadBalancerWishes } from './load-balancer';

/** The wishes as a dialect receives them: sound values, and `false` for `internal` and `proxyProtocol` left out. */
export interface WishValues extends Readonly<Record<keyof LoadBalancerWishes, unknown>> {
  readonly internal: true;
  readonly address: readonly string[];
  readonly addressIds: readonly string[];
  readonly subnets: readonly string[];
  readonly proxyProtocol: true;
  readonly healthCheck: Partial<HealthCheckValues>;
  readonly crossZone: boolean;
  readonly sharingKey: string;
}

/** The parts of a health check as a dialect receives them. */
export type HealthCheckValues = {
  readonly [Part in keyof LoadBalancerHealthCheck]-?: NonNullable<LoadBalancerHealthCheck[Part]>;
};

/** The Service as a dialect receives it: defaults filled in. */
export interface RequestedService {
  readonly ports: readonly (LoadBalancerServicePort & { readonly protocol: 'TCP' | 'UDP' | 'SCTP' })[];
  readonly ipFamilies: readonly AddressFamily[];
  readonly externalTrafficPolicy: 'Cluster' | 'Local';
  /** Whether every port is open on the nodes. */
  readonly hasNodePorts: boolean;
}

/** One load balancer that is asked for. */
export interface LoadBalancerRequest {
  readonly wishes: Partial<WishValues>;
  readonly service: RequestedService;
}

/** Where a dialect writes what it makes of a wish. */
export interface Draft {
  /** Sets an annotation of the Service. */
  annotate(key: string, value: string | number | boolean): void;
  /** Sets `spec.loadBalancerIP`. */
  setAddress(address: string): void;
  /** Says why the wish cannot be carried out, and the way out. */
  refuse(reason: string): void;
  /** The same draft for a part of the wish: what is refused there names the part. */
  about(part: string): Draft;
}

/** Carries out one wish, or says why it cannot be. */
export type WishHandler<Value> = (value: Value, draft: Draft, request: LoadBalancerRequest) => void;

/** One handler a value: the compiler sees to it that no provider loses one in silence. */
export type Handlers<Values> = { readonly [Name in keyof Values]: WishHandler<Values[Name]> };

/** One handler for each wish. */
export type WishHandlers = Handlers<WishValues>;

/** One handler for each part of a health check. */
export type HealthCheckHandlers = Handlers<HealthCheckValues>;

/** How one provider says things. */
export interface LoadBalancerDialect {
  /** Who reads the annotations, as it is named in messages. */
  readonly name: string;
  /** Every annotation key that it may write; `<port>` stands for the number of a Service port. */
  readonly annotationKeys: readonly string[];
  /** The one `spec.loadBalancerClass` that it serves. Without it: Services that name no class. */
  readonly loadBalancerClass?: string;
  /** Whether it is not known which classes are served, so that every one may be asked for. */
  readonly servesEveryClass?: true;
  /** What becomes of each wish. */
  readonly wishes: WishHandlers;
  /** What every load balancer gets, whatever is wished, and what the provider refuses of the Service itself. */
  readonly service?: (draft: Draft, request: LoadBalancerRequest) => void;
}

/** A wish that the provider has no way to carry out. */
export function refused(reason: string): WishHandler<unknown> {
  return (_value, draft) => {
    draft.refuse(reason);
  };
}

/** A wish that is written as it is into one annotation. */
export function annotated(key: string): WishHandler<string | number> {
  return (value, draft) => {
    draft.annotate(key, value);
  };
}

/** A whole number that is written into one annotation if it lies within the provider's limits. */
export function annotatedWithin(key: string, least: number, most: number): WishHandler<number> {
  return (value, draft) => {
    if (value < least || value > most) draft.refuse(`it is ${value}, and ${least} to ${most} is allowed`);
    else draft.annotate(key, value);
  };
}

/** Hands each value that is there to its handler, in the order of the handlers. */
export function carryOut<Values>(
  values: Partial<Values>,
  handlers: Handlers<Values>,
  draftFor: (name: string) => Draft,
  request: LoadBalancerRequest,
): void {
  for (const name of Object.keys(handlers) as (keyof Values & string)[]) {
    const value = values[name];
    if (value !== undefined) handlers[name](value, draftFor(name), request);
  }
}

/** Hands the parts of a health check to their handlers. */
export function healthChecked(handlers: HealthCheckHandlers): WishHandler<Partial<HealthCheckValues>> {
  return (check, draft, request) => {
    carryOut(check, handlers, (part) => draft.about(part), request);
  };
}

/** The addresses of one family. */
export function addressesOf(family: AddressFamily, addresses: readonly string[]): readonly string[] {
  return addresses.filter((address) => address.includes(':') === (family === 'IPv6'));
}

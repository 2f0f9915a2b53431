import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { fixedAddressesOf, type SourceRange } from '../../graph/ways-in/service-ways';
import { annotationOf, type SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { addressSpan, contains, type AddressSpan } from '../../kubernetes/address-ranges';
import { parseIp } from '../../kubernetes/addresses';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';

/** An IPAddressPool of MetalLB. */
export interface Pool {
  readonly object: SetObject;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly spans: readonly AddressSpan[];
  /** Whether Services get addresses of it without asking. */
  readonly assigns: boolean;
  /** The namespaces whose Services it serves; empty for all. */
  readonly namespaces: readonly string[];
}

/** The pools of the set. */
export const poolsOf = oncePerGraph((graph): readonly Pool[] =>
  poolObjects(graph).map((object) => {
    const spec = valueAt(object.body, 'spec');
    const addresses = itemsOf(valueAt(spec, 'addresses')).map(textOf);
    return {
      ...{ object, name: object.name, addresses },
      spans: addresses.flatMap((text) => addressSpan(text) ?? []),
      assigns: valueAt(spec, 'autoAssign') !== false,
      namespaces: namespacesOf(valueAt(spec, 'serviceAllocation')),
    };
  }),
);

function poolObjects(graph: Graph): readonly SetObject[] {
  return graph.ofKind('metallb.io IPAddressPool').filter((object) => !graph.isRepeated(object));
}

/** Those that are named, where none are selected beside them. */
function namespacesOf(allocation: unknown): readonly string[] {
  if (itemsOf(valueAt(allocation, 'namespaceSelectors')).length > 0) return [];
  return itemsOf(valueAt(allocation, 'namespaces')).map(textOf);
}

/** The pool that has an address. */
export function poolWith(graph: Graph, address: string): Pool | undefined {
  const span = addressSpan(address);
  return span && poolsOf(graph).find(({ spans }) => spans.some((one) => contains(one, span)));
}

/** Keys by which a Service names its pool; the older one is still read. */
export const poolKeys = ['metallb.io/address-pool', 'metallb.universe.tf/address-pool'] as const;

/** The pool that a Service names, and where. */
export function askedPool(service: SetObject<Service>): { readonly name: string; readonly field: string } | undefined {
  for (const key of poolKeys) {
    const name = annotationOf(service, key);
    if (name !== undefined && name !== '') return { name, field: `metadata.annotations[${key}]` };
  }
  return undefined;
}

/** The addresses that a Service asks for by number. */
export function askedAddresses(service: SetObject<Service>): readonly SourceRange[] {
  return fixedAddressesOf(service).filter(({ range }) => parseIp(range) !== undefined);
}

/** Whether MetalLB of the set makes the load balancer: where the set has pools, and the Service is of no class that others serve. */
export function isServed({ body }: SetObject<Service>, graph: Graph): boolean {
  const { type, loadBalancerClass } = body.spec ?? {};
  return type === 'LoadBalancer' && (loadBalancerClass ?? '') === '' && poolsOf(graph).length > 0;
}

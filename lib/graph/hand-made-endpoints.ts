import type { EndpointPort, Endpoints, EndpointSlice, Service } from '../kubernetes/api';
import { addTo } from './add-to';
import type { Graph } from './graph';
import { oncePerGraph } from './once';
import type { SetObject } from './set-object';

/** The label by which an EndpointSlice belongs to a Service. */
export const serviceNameLabel = 'kubernetes.io/service-name';

/** Addresses that somebody wrote for a Service. */
export interface HandMadeEndpoints {
  readonly object: SetObject<EndpointSlice> | SetObject<Endpoints>;
  readonly namespace: string;
  /** The Service that they are for; empty where they name none. */
  readonly service: string;
  /** The field that names it. */
  readonly field: string;
  readonly ports: readonly { readonly name: string; readonly number: number; readonly field: string }[];
}

/** All that stand in the set, EndpointSlices first. */
export const handMadeEndpoints = oncePerGraph((graph): readonly HandMadeEndpoints[] => [
  ...graph.ofKind('EndpointSlice').map((object) => ({
    ...{ object, namespace: object.namespace, service: object.labels[serviceNameLabel] ?? '' },
    field: `metadata.labels[${serviceNameLabel}]`,
    ports: portsOf(object.body.ports ?? [], 'ports'),
  })),
  ...graph.ofKind('Endpoints').map((object) => ({
    ...{ object, namespace: object.namespace, service: object.name, field: 'metadata.name' },
    ports: (object.body.subsets ?? []).flatMap((subset, index) =>
      portsOf(subset?.ports ?? [], `subsets[${index}].ports`),
    ),
  })),
]);

const byService = oncePerGraph((graph): ReadonlyMap<string, readonly HandMadeEndpoints[]> => {
  const found = new Map<string, HandMadeEndpoints[]>();
  for (const one of handMadeEndpoints(graph)) {
    addTo(found, `${one.namespace}\n${one.service}`, one);
  }
  return found;
});

/** Those that are for a Service. */
export function endpointsOf({ namespace, name }: SetObject<Service>, graph: Graph): readonly HandMadeEndpoints[] {
  return byService(graph).get(`${namespace}\n${name}`) ?? [];
}

function portsOf(ports: readonly (EndpointPort | null | undefined)[], field: string): HandMadeEndpoints['ports'] {
  return ports.map((port, index) => ({ name: port?.name ?? '', number: port?.port ?? 0, field: `${field}[${index}]` }));
}

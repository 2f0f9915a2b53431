import { addQuantities, compareQuantities } from '../../kubernetes/quantities';
import type { ResourceAmounts, ResourceList } from './resource-requirements';

/** What the containers of a pod ask for, each. */
export interface ContainersAmounts {
  readonly regular: readonly ResourceAmounts[];
  readonly init: readonly (ResourceAmounts & { readonly isSidecar: boolean })[];
}

/**
 * What the containers of a pod need at the same time at most: regular containers and sidecars together, or an init container with the sidecars
 * started before it (AggregateContainerRequests, AggregateContainerLimits).
 */
export function aggregate(containers: ContainersAmounts, kind: keyof ResourceAmounts): ResourceList {
  const total: ResourceList = new Map();
  const sidecars: ResourceList = new Map();
  const starting: ResourceList = new Map();
  for (const amounts of containers.regular) add(total, amounts[kind]);
  for (const amounts of containers.init) {
    if (amounts.isSidecar) {
      add(total, amounts[kind]);
      add(sidecars, amounts[kind]);
      raise(starting, sidecars);
    } else {
      const needed: ResourceList = new Map(sidecars);
      add(needed, amounts[kind]);
      raise(starting, needed);
    }
  }
  raise(total, starting);
  return total;
}

function add(list: ResourceList, more: ResourceList): void {
  for (const [name, quantity] of more) {
    const present = list.get(name);
    list.set(name, present === undefined ? quantity : addQuantities(present, quantity));
  }
}

function raise(list: ResourceList, least: ResourceList): void {
  for (const [name, quantity] of least) {
    const present = list.get(name);
    if (present === undefined || compareQuantities(quantity, present) > 0) list.set(name, quantity);
  }
}

import { compareQuantities } from '../../kubernetes/quantities';
import type { ValidationContext } from '../context';
import type { ContainersAmounts } from './resource-aggregates';
import { aggregate } from './resource-aggregates';
import { isHugePages } from './resource-names';
import type { ResourceAmounts } from './resource-requirements';

/** IsSupportedPodLevelResource */
export function isPodLevelResource(name: string): boolean {
  return name === 'cpu' || name === 'memory' || isHugePages(name);
}

/** Fills in what a Pod with some resources of its own leaves out (defaultHugePagePodLimits, defaultPodRequests; since 1.37 DefaultPodLevelResources). */
export function defaultPodAmounts(
  amounts: ResourceAmounts,
  containers: ContainersAmounts,
  context: ValidationContext,
): void {
  const { limits, requests } = amounts;
  if (limits.size === 0 && requests.size === 0) return;
  defaultHugePageLimits(amounts, containers);
  if (limits.size > 0 || context.minor >= 37) defaultRequests(amounts, containers);
  if (context.minor >= 37) defaultLimits(amounts, containers);
}

function defaultHugePageLimits({ limits, requests }: ResourceAmounts, containers: ContainersAmounts): void {
  for (const [name, limit] of aggregate(containers, 'limits')) {
    if (isHugePages(name) && !requests.has(name) && !limits.has(name)) limits.set(name, limit);
  }
}

function defaultRequests({ limits, requests }: ResourceAmounts, containers: ContainersAmounts): void {
  for (const [name, request] of aggregate(containers, 'requests')) {
    if (isPodLevelResource(name) && !isHugePages(name) && !requests.has(name)) requests.set(name, request);
  }
  for (const [name, limit] of limits) {
    if (isPodLevelResource(name) && !requests.has(name)) requests.set(name, limit);
  }
}

/** Where every container has a limit, the pod has their sum, and at least what it requests. */
function defaultLimits({ limits, requests }: ResourceAmounts, containers: ContainersAmounts): void {
  const all = [...containers.init, ...containers.regular];
  const sums = aggregate(containers, 'limits');
  for (const [name, request] of requests) {
    if (!isPodLevelResource(name) || limits.has(name)) continue;
    const sum = sums.get(name);
    if (sum === undefined || !all.every((one) => one.limits.has(name))) continue;
    limits.set(name, compareQuantities(request, sum) > 0 ? request : sum);
  }
}

import { qualifiedNameProblems } from '../../kubernetes/names';

const containerResources: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** Names without a domain that some kind of quota or limit knows (standardResources). */
const standardResources: ReadonlySet<string> = new Set([
  ...containerResources,
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'storage',
  'requests.storage',
  'services.nodeports',
  'services.loadbalancers',
]);

/** Standard resources that are counted, not measured (integerResources). */
const countedResources: ReadonlySet<string> = new Set([
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]);

/** IsHugePageResourceName */
export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** What is wrong with the name of a resource of a container (ValidateContainerResourceName). */
export function containerResourceNameProblem(name: string): string | undefined {
  if (containerResources.has(name)) return undefined;
  const problem = qualifiedNameProblems(name)[0];
  if (problem !== undefined) return problem;
  if (!name.includes('/')) {
    return isHugePages(name) ? undefined : 'must be cpu, memory, ephemeral-storage, hugepages-<size> or have a domain';
  }
  if (isNative(name) || isExtended(name)) return undefined;
  return "an extended resource is a domain, '/' and a short name, without 'requests.' in front";
}

/** What is wrong with the name of a resource in general (validateResourceName). */
export function resourceNameProblem(name: string): string | undefined {
  const problem = qualifiedNameProblems(name)[0];
  if (problem !== undefined || name.includes('/')) return problem;
  const isKnown = standardResources.has(name) || isHugePages(name) || name.startsWith('requests.hugepages-');
  return isKnown ? undefined : 'must be a standard resource or have a domain';
}

/** IsIntegerResourceName */
export function isCounted(name: string): boolean {
  return countedResources.has(name) || isExtended(name);
}

/** IsOvercommitAllowed: whether requests may be lower than limits. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** IsNativeResource */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** IsExtendedResourceName: a quota must be able to speak of it as `requests.<name>`. */
function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedNameProblems(`requests.${name}`).length === 0;
}

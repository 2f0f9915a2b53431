import { canonicalIpProblems, type AddressFamily } from '../kubernetes/addresses';
import { addressesOf, type HealthCheckValues, type WishValues } from './dialect';
import type { LoadBalancerHealthCheck, LoadBalancerService, LoadBalancerWishes } from './load-balancer';

/** Names and ids of providers' objects. Neither comma, colon, '=' nor space: annotations hold lists and maps of them. */
const identifier = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/;
const identifierForm = "letters, digits, '.', '_' and '-', with a letter or digit at both ends";
/** Printable ASCII without spaces. */
const path = /^\/[!-~]{0,1023}$/;

/** The wishes without what is not wished, an address always a list, and the protocol that a path implies. Other members of the object are left. */
export function normalizedWishes(wishes: LoadBalancerWishes): Partial<WishValues> {
  const { internal, address, addressIds, subnets, proxyProtocol, healthCheck, crossZone, sharingKey } = wishes;
  return {
    ...(internal === true && { internal }),
    ...(address !== undefined && { address: typeof address === 'string' ? [address] : address }),
    ...(addressIds !== undefined && { addressIds }),
    ...(subnets !== undefined && { subnets }),
    ...(proxyProtocol === true && { proxyProtocol }),
    ...(healthCheck !== undefined && { healthCheck: normalizedHealthCheck(healthCheck) }),
    ...(crossZone !== undefined && { crossZone }),
    ...(sharingKey !== undefined && { sharingKey }),
  };
}

function normalizedHealthCheck(check: LoadBalancerHealthCheck): Partial<HealthCheckValues> {
  const given = Object.entries(check).filter(([, value]) => value !== undefined);
  return { ...(check.path !== undefined && { protocol: 'http' }), ...Object.fromEntries(given) };
}

/** What is wrong with the values themselves, whoever the provider is. Only sound values reach an annotation. */
export function wishProblems(wishes: Partial<WishValues>, service: LoadBalancerService): readonly string[] {
  const { address, addressIds, subnets, sharingKey, healthCheck } = wishes;
  const both = address !== undefined && addressIds !== undefined;
  return [
    ...(address === undefined ? [] : addressProblems(address, service.ipFamilies ?? ['IPv4'])),
    ...(addressIds === undefined ? [] : identifierProblems('addressIds', addressIds)),
    ...(both ? ["'address' and 'addressIds' are two ways to fix the address: give one of them"] : []),
    ...(subnets === undefined ? [] : identifierProblems('subnets', subnets)),
    ...(sharingKey === undefined ? [] : identifierProblems('sharingKey', [sharingKey])),
    ...(healthCheck === undefined ? [] : healthCheckProblems(healthCheck, service)),
  ];
}

function addressProblems(addresses: readonly string[], families: readonly AddressFamily[]): string[] {
  const unsound = addresses.flatMap((address) =>
    canonicalIpProblems(address).map((problem) => `'address' is '${address}': it ${problem}`),
  );
  const foreign = (['IPv4', 'IPv6'] as const)
    .filter((family) => !families.includes(family))
    .flatMap((family) => addressesOf(family, addresses))
    .map((address) => `'address' is '${address}': the Service has addresses of ${families.join(' and ')} only`);
  return [...unsound, ...(unsound.length > 0 ? [] : foreign), ...listProblems('address', addresses)];
}

function identifierProblems(wish: string, values: readonly string[]): string[] {
  const unsound = values
    .filter((value) => !identifier.test(value))
    .map((value) => `'${wish}' holds '${value}': names and ids here consist of ${identifierForm}`);
  return [...unsound, ...listProblems(wish, values)];
}

function listProblems(wish: string, values: readonly string[]): string[] {
  if (values.length === 0) return [`'${wish}' is an empty list: leave it out or name something`];
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined ? [] : [`'${wish}' names '${twice}' twice: once is enough`];
}

function healthCheckProblems(check: Partial<HealthCheckValues>, service: LoadBalancerService): string[] {
  const problems: string[] = [];
  const { protocol } = check;
  if (protocol !== undefined && !['tcp', 'http', 'https'].includes(protocol)) {
    problems.push(`'healthCheck.protocol' is '${protocol}': 'tcp', 'http' and 'https' are allowed`);
  }
  if (check.path !== undefined && !path.test(check.path)) {
    problems.push(
      `'healthCheck.path' is '${check.path}': a path begins with '/' and is printable ASCII without spaces`,
    );
  }
  if (check.path !== undefined && protocol === 'tcp') {
    problems.push("'healthCheck.path' has no meaning with protocol 'tcp': leave it out or choose 'http' or 'https'");
  }
  return [...problems, ...healthPortProblems(check.port, service), ...countProblems(check)];
}

function healthPortProblems(port: string | number | undefined, service: LoadBalancerService): string[] {
  if (port === undefined) return [];
  if (typeof port === 'number') {
    const sound = Number.isInteger(port) && port >= 1 && port <= 65535;
    return sound ? [] : [`'healthCheck.port' is ${port}: a port is a whole number from 1 to 65535`];
  }
  const names = service.ports.flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (names.includes(port)) return [];
  const known = names.length === 0 ? 'none of its ports has a name' : `its ports are ${names.join(', ')}`;
  return [`'healthCheck.port' is '${port}', which the Service does not have: ${known}`];
}

function countProblems(check: Partial<HealthCheckValues>): string[] {
  const counts = ['intervalSeconds', 'timeoutSeconds', 'healthyThreshold', 'unhealthyThreshold'] as const;
  return counts.flatMap((part) => {
    const value = check[part];
    if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return [];
    return [`'healthCheck.${part}' is ${value}: a whole number from 1 is allowed`];
  });
}

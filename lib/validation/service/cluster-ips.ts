import { ipProblems, parseIp } from '../../kubernetes/addresses';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { Seen } from '../seen';
import type { DefaultedService } from './defaulted-service';
import { headlessAddress } from './defaulted-service';
import { clusterIpsPath, ipFamiliesPath, ipFamilyPolicyPath } from './paths';

const families: readonly string[] = ['IPv4', 'IPv6'];
const policies: readonly string[] = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

/** ValidateServiceClusterIPsRelatedFields: cluster IPs, families and policy among themselves, whatever the cluster has. */
export function validateClusterIps(service: DefaultedService, context: ValidationContext, errors: FieldErrors): void {
  const { clusterIp, clusterIps, spec } = service;
  if (clusterIp === '' && clusterIps.length > 0) {
    errors.invalid('service/cluster-ip', clusterIpsPath, clusterIps, 'must be empty where clusterIP is');
  } else if (clusterIps.length > 0 && clusterIps[0] !== clusterIp) {
    errors.invalid('service/cluster-ip', clusterIpsPath, clusterIps, 'the first one must be that of clusterIP');
  }
  if (spec.ipFamilies != null) validateFamilies(spec.ipFamilies, errors);
  if (spec.ipFamilyPolicy != null && !policies.includes(spec.ipFamilyPolicy)) {
    errors.notSupported('service/ip-family-policy', ipFamilyPolicyPath, spec.ipFamilyPolicy, policies);
  }
  const sound = validateAddresses(clusterIps, context, errors);
  if (clusterIps.length > 2) {
    errors.invalid('service/cluster-ip', clusterIpsPath, clusterIps, 'must hold at most two addresses');
  }
  // With an address that is none, the rest would speak of the wrong one.
  if (sound) validateFamiliesOfAddresses(service, errors);
}

function validateFamilies(asked: readonly (string | null | undefined)[], errors: FieldErrors): void {
  const seen = new Seen<string>();
  for (const [position, entry] of asked.entries()) {
    const family = entry ?? '';
    if (!families.includes(family)) {
      errors.notSupported('service/ip-families', ipFamiliesPath.index(position), family, families);
    }
    if (seen.repeats(family)) errors.duplicate('service/ip-families', ipFamiliesPath.index(position), family);
  }
}

function validateAddresses(addresses: readonly string[], context: ValidationContext, errors: FieldErrors): boolean {
  let sound = true;
  for (const [position, address] of addresses.entries()) {
    if (position === 0 && address === headlessAddress) {
      if (addresses.length === 1) continue;
      sound = false;
      errors.invalid('service/cluster-ip', clusterIpsPath, addresses, "'None' must be the only one");
      continue;
    }
    for (const problem of ipProblems(address, context)) {
      sound = false;
      errors.invalid('service/cluster-ip', clusterIpsPath.index(position), address, problem);
    }
  }
  return sound;
}

function validateFamiliesOfAddresses({ clusterIps, headless, spec }: DefaultedService, errors: FieldErrors): void {
  const found = clusterIps.map((address) => parseIp(address)?.family);
  if (found.length > 1 && found.every((family) => family === found[0])) {
    errors.invalid('service/cluster-ip', clusterIpsPath, clusterIps, 'must hold at most one address of each family');
  }
  if (headless) return;
  for (const [position, asked] of (spec.ipFamilies ?? []).entries()) {
    const family = found[position];
    if (family === undefined || family === asked || !families.includes(asked ?? '')) continue;
    const detail = `must be an ${asked} address, as ipFamilies[${position}] says`;
    errors.invalid('service/cluster-ip', clusterIpsPath.index(position), clusterIps[position], detail);
  }
}

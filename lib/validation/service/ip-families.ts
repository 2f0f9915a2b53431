import { parseIp } from '../../kubernetes/addresses';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import type { DefaultedService } from './defaulted-service';
import { clusterIpsPath, ipFamiliesPath, ipFamilyPolicyPath } from './paths';

/** initIPFamilyFields, after the fields have been found sound among themselves: do they fit together, and the cluster? */
export function validateIpFamilies(service: DefaultedService, context: ValidationContext, errors: FieldErrors): void {
  const policy = service.spec.ipFamilyPolicy ?? defaultPolicy(service);
  const before = errors.found.length;
  if (policy === 'SingleStack') validateSingleStack(service, errors);
  const families = familiesAsked(service, context, errors);
  if (errors.found.length > before) return;
  // A headless Service without a selector may name families that the cluster does not have.
  if (isWithoutPods(service)) return;
  if (policy === 'RequireDualStack' && context.ipFamilies.length < 2) {
    errors.invalid('service/ip-family-policy', ipFamilyPolicyPath, policy, 'the cluster has a single address family');
  }
  for (const [position, family] of families.entries()) {
    if (hasFamily(family, context)) continue;
    errors.invalid('service/ip-families', ipFamiliesPath.index(position), family, notInCluster(family, context));
  }
}

function defaultPolicy(service: DefaultedService): string {
  return isWithoutPods(service) ? 'RequireDualStack' : 'SingleStack';
}

function isWithoutPods({ clusterIp, spec }: DefaultedService): boolean {
  return clusterIp === 'None' && Object.keys(spec.selector ?? {}).length === 0;
}

function validateSingleStack({ clusterIps, spec }: DefaultedService, errors: FieldErrors): void {
  const detail = (what: string) => `must be PreferDualStack or RequireDualStack where there are two ${what}`;
  if (clusterIps.length === 2) {
    errors.invalid('service/ip-family-policy', ipFamilyPolicyPath, 'SingleStack', detail('cluster IPs'));
  }
  if (spec.ipFamilies?.length === 2) {
    errors.invalid('service/ip-family-policy', ipFamilyPolicyPath, 'SingleStack', detail('families'));
  }
}

/** The families asked for by name, then those of further cluster IPs. */
function familiesAsked(
  { clusterIps, headless, spec }: DefaultedService,
  context: ValidationContext,
  errors: FieldErrors,
): readonly string[] {
  const families = (spec.ipFamilies ?? []).map((family) => family ?? '');
  if (headless) return families;
  for (let position = families.length; position < clusterIps.length; position++) {
    const address = clusterIps[position] ?? '';
    const family = parseIp(address)?.family ?? '';
    if (hasFamily(family, context)) families.push(family);
    else errors.invalid('service/cluster-ip', clusterIpsPath.index(position), address, notInCluster(family, context));
  }
  return families;
}

function hasFamily(family: string, context: ValidationContext): boolean {
  return context.ipFamilies.some((known) => known === family);
}

function notInCluster(family: string, context: ValidationContext): string {
  return `the cluster has no ${family} addresses for Services, only ${context.ipFamilies.join(' and ')}`;
}

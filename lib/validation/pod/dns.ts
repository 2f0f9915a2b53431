import type { FieldPath } from '../../findings/field-path';
import type { PodDNSConfig, PodSpec } from '../../kubernetes/api';
import { ipProblems } from '../../kubernetes/addresses';
import { dns1123SubdomainProblems, dns1123SubdomainWithUnderscoreProblems, isLongerThan } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

const policies: readonly string[] = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
const mostNameservers = 3;
const mostSearches = 32;
const longestSearches = 2048;

/** validateDNSPolicy and validatePodDNSConfig */
export function validateDns(spec: PodSpec, path: FieldPath, context: ValidationContext, errors: FieldErrors): void {
  const policy = spec.dnsPolicy ?? '';
  const config = spec.dnsConfig;
  if (policy !== '' && !policies.includes(policy)) {
    errors.notSupported('pod/dns-policy', path.child('dnsPolicy'), policy, policies);
  }
  if (policy === 'None' && (config?.nameservers ?? []).length === 0) {
    const at = path.child('dnsConfig');
    const detail = "dnsPolicy 'None' needs at least one nameserver";
    errors.required('pod/dns-config', config == null ? at : at.child('nameservers'), detail);
  } else if (config != null) {
    validateDnsConfig(config, path.child('dnsConfig'), context, errors);
  }
}

function validateDnsConfig(
  config: PodDNSConfig,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const servers = config.nameservers ?? [];
  if (servers.length > mostNameservers) {
    errors.invalid('pod/dns-config', path.child('nameservers'), servers, `at most ${mostNameservers} are allowed`);
  }
  for (const [position, entry] of servers.entries()) {
    const server = entry ?? '';
    for (const problem of ipProblems(server, context)) {
      errors.invalid('pod/dns-nameserver', path.child('nameservers').index(position), server, problem);
    }
  }
  validateSearches(
    (config.searches ?? []).map((search) => search ?? ''),
    path.child('searches'),
    context,
    errors,
  );
  for (const [position, option] of (config.options ?? []).entries()) {
    if ((option?.name ?? '') !== '') continue;
    errors.required('pod/dns-config', path.child('options').index(position), 'an option has a name');
  }
}

function validateSearches(
  searches: readonly string[],
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (searches.length > mostSearches) {
    errors.invalid('pod/dns-config', path, searches, `at most ${mostSearches} are allowed`);
  }
  if (isLongerThan(searches.join(' '), longestSearches)) {
    errors.invalid('pod/dns-config', path, searches, `all of them together take at most ${longestSearches} characters`);
  }
  for (const [position, search] of searches.entries()) {
    for (const problem of searchProblems(search, context)) {
      errors.invalid('pod/dns-search', path.index(position), search, problem);
    }
  }
}

function searchProblems(search: string, context: ValidationContext): readonly string[] {
  const domain = search.endsWith('.') ? search.slice(0, -1) : search;
  // RelaxedDNSSearchValidation: on since 1.33
  if (context.minor < 33) return dns1123SubdomainProblems(domain);
  return search === '.' ? [] : dns1123SubdomainWithUnderscoreProblems(domain);
}

import type { ExternalDns } from './service-options';

/** https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/ */
export function externalDnsAnnotations(dns: ExternalDns | undefined): Record<string, string> {
  if (dns === undefined) return {};
  const prefix = 'external-dns.alpha.kubernetes.io';
  return {
    ...(dns.hostname === undefined ? {} : { [`${prefix}/hostname`]: dns.hostname }),
    ...(dns.ttlSeconds === undefined ? {} : { [`${prefix}/ttl`]: String(dns.ttlSeconds) }),
    ...(dns.target === undefined ? {} : { [`${prefix}/target`]: dns.target }),
  };
}

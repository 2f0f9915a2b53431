import type { Hsts } from './ingress-options';

/** The value of `Strict-Transport-Security` (RFC 6797). */
export function hstsValue({ maxAgeSeconds, includeSubdomains, preload }: Hsts): string {
  return [
    `max-age=${maxAgeSeconds}`,
    ...(includeSubdomains === true ? ['includeSubDomains'] : []),
    ...(preload === true ? ['preload'] : []),
  ].join('; ');
}

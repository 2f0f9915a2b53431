import { parseCidr, parseIp } from '../kubernetes/addresses';

/** A source as a CIDR: an address alone is written as the range of it alone. */
export function cidrOf(source: string): string {
  if (parseCidr(source) !== undefined) return source;
  return `${source}/${parseIp(source)?.notation === 'IPv6' ? 128 : 32}`;
}

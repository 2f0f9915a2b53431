/**
 * IP addresses and ranges of them (CIDR), as the fields of an API server take them.
 *
 * Fields that are older than the strict reading (k8s.io/apimachinery/pkg/util/validation/ip.go) follow it since Kubernetes 1.36, where the gate
 * StrictIPCIDRValidation is on: no leading zeros, no IPv4 address in IPv6 notation, no bits set behind the prefix of a range.
 */
import type { IpAddress } from './ip-parser';
import { isIpv4, parseIp, parseIpv4, parseIpv6 } from './ip-parser';

export type { AddressFamily, IpAddress } from './ip-parser';
export { parseIp } from './ip-parser';

/** A range of addresses, `10.0.0.0/8`. */
export interface AddressRange {
  readonly address: IpAddress;
  /** The length of the prefix as it is written, up to 32 or 128. */
  readonly bits: number;
  /** Whether the strict reading stumbles over its zeros: `010.0.0.0/8`, `10.0.0.0/08`. */
  readonly leadingZeros: boolean;
}

/** The server that an address is meant for. */
export interface AddressReader {
  /** The minor release, 36 for Kubernetes 1.36. */
  readonly minor: number;
}

type Problems = readonly string[];

const sound: Problems = [];
const noAddress: Problems = ['must be an IP address, such as 10.9.8.7 or 2001:db8::ffff'];
const noRange: Problems = ['must be a range of addresses, such as 10.9.8.0/24 or 2001:db8::/64'];
const mapped: Problems = ['must not be an IPv4 address in IPv6 notation'];
const digits = /^[0-9]+$/;
/** The groups that an IPv4 address has in front of it are part of its prefix. */
const ipv4Offset = 96;

/** The range that a text is (`ParseCIDRSloppy`); undefined where it is none. */
export function parseCidr(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const written = text.slice(0, slash);
  const length = text.slice(slash + 1);
  const address = parseIpv4(written) ?? parseIpv6(written);
  if (address === undefined || !digits.test(length)) return undefined;
  const bits = Number(length);
  if (bits > (address.notation === 'IPv4' ? 32 : 128)) return undefined;
  return { address, bits, leadingZeros: address.leadingZeros || (length.length > 1 && length.startsWith('0')) };
}

/** What a field that is older than the strict reading says of an address (`IsValidIPForLegacyField`). */
export function ipProblems(text: string, reader: AddressReader): Problems {
  const address = parseIp(text);
  if (address === undefined) return noAddress;
  return reader.minor >= 36 ? strictProblems(address) : sound;
}

/** What a younger field says of an address: strict, and in the one way of writing it (`IsValidIP` since Kubernetes 1.33). */
export function canonicalIpProblems(text: string): Problems {
  const address = parseIp(text);
  if (address === undefined) return noAddress;
  const problems = strictProblems(address);
  if (problems.length > 0) return problems;
  const canonical = printIp(address);
  return text === canonical ? sound : [`must be written in its canonical form, '${canonical}'`];
}

function strictProblems(address: IpAddress): Problems {
  if (address.leadingZeros) return ['must not have leading zeros'];
  return isMapped(address) ? mapped : sound;
}

function isMapped({ family, notation }: IpAddress): boolean {
  return family === 'IPv4' && notation === 'IPv6';
}

/** What a field that is older than the strict reading says of a range (`IsValidCIDRForLegacyField`). */
export function cidrProblems(text: string, reader: AddressReader): Problems {
  const range = parseCidr(text);
  if (range === undefined) return noRange;
  if (reader.minor < 36) return sound;
  if (range.leadingZeros) return ['must not have leading zeros, neither in the address nor in the prefix length'];
  if (isMapped(range.address)) return mapped;
  const first = networkOf(range);
  if (range.address.groups.every((group, at) => group === first[at])) return sound;
  return [`must begin at the first address of the range, '${printGroups(first)}/${range.bits}'`];
}

/** What is wrong with an address that traffic is sent to (`ValidateEndpointIP`, before 1.33 `ValidateNonSpecialIP`). */
export function endpointIpProblems(text: string): Problems {
  const address = parseIp(text);
  if (address === undefined) return noAddress;
  const special = address.family === 'IPv4' ? specialIpv4(address.groups) : specialIpv6(address.groups);
  return special === undefined ? sound : [`must not be ${special}`];
}

function specialIpv4(groups: readonly number[]): string | undefined {
  const [high = 0, low = 0] = groups.slice(6);
  if (high === 0 && low === 0) return 'the unspecified address 0.0.0.0';
  if (high >> 8 === 127) return 'in the loopback range 127.0.0.0/8';
  if (high === 0xa9fe) return 'in the link-local range 169.254.0.0/16';
  return high === 0xe000 && low >> 8 === 0 ? 'in the link-local multicast range 224.0.0.0/24' : undefined;
}

function specialIpv6(groups: readonly number[]): string | undefined {
  const [first = 0] = groups;
  const last = groups[7] ?? 0;
  if (groups.slice(0, 7).every((group) => group === 0) && last <= 1) {
    return last === 0 ? 'the unspecified address ::' : 'the loopback address ::1';
  }
  if ((first & 0xffc0) === 0xfe80) return 'in the link-local range fe80::/10';
  // net.IP.IsLinkLocalMulticast looks at the scope alone: ff12:: is one too.
  return (first & 0xff0f) === 0xff02 ? 'a link-local multicast address, such as those of ff02::/16' : undefined;
}

/** Whether `inner` lies in `outer` and is smaller, which a NetworkPolicy asks of its exceptions. */
export function isStrictSubset(inner: AddressRange, outer: AddressRange): boolean {
  // The server compares the lengths as they are written, and finds an address in a range by its family after masking.
  if (outer.bits >= inner.bits) return false;
  const network = networkOf(outer);
  const address = networkOf(inner);
  if (isIpv4(network) !== isIpv4(address)) return false;
  const start = masked(address, prefixOf(outer));
  return network.every((group, at) => group === start[at]);
}

/** The groups of the first address of a range. */
export function networkOf(range: AddressRange): readonly number[] {
  return masked(range.address.groups, prefixOf(range));
}

function prefixOf({ address, bits }: AddressRange): number {
  return address.notation === 'IPv4' ? bits + ipv4Offset : bits;
}

function masked(groups: readonly number[], prefix: number): readonly number[] {
  return groups.map((group, at) => {
    const kept = Math.min(Math.max(prefix - at * 16, 0), 16);
    return group & (0xffff << (16 - kept)) & 0xffff;
  });
}

/** The one way of writing an address: with dots, or as RFC 5952 asks. */
export function printIp(address: IpAddress): string {
  return printGroups(address.groups);
}

function printGroups(groups: readonly number[]): string {
  if (isIpv4(groups))
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  const { start, length } = longestZeros(groups);
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

function hex(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':');
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > longest.length) longest = { start, length: end - start };
  }
  return longest;
}

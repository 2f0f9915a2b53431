/**
 * Reads IP addresses as `ParseIPSloppy` of k8s.io/utils/net does: leading zeros are ignored, and an IPv4 address in IPv6 notation is an IPv4 address.
 */

export type AddressFamily = 'IPv4' | 'IPv6';

/** An address, and what the strict reading would not let pass. */
export interface IpAddress {
  /** Eight groups of 16 bits; an IPv4 address stands in the last two, behind `::ffff:`. */
  readonly groups: readonly number[];
  /** The family that it counts as. */
  readonly family: AddressFamily;
  /** The notation that it is written in. */
  readonly notation: AddressFamily;
  /** Whether a part has more zeros in front than the strict reading allows: `010.0.0.1`, `::00001`. */
  readonly leadingZeros: boolean;
}

/** One number of an address, and where the text goes on behind it. */
interface Part {
  readonly value: number;
  readonly end: number;
}

const groupCount = 8;
const mappedMark = 0xffff;
/** Go's parser gives up on a number of this size. */
const numberLimit = 0xffffff;

/** The address that a text is; undefined where it is none. */
export function parseIp(text: string): IpAddress | undefined {
  const separator = /[.:]/.exec(text)?.[0];
  if (separator === undefined) return undefined;
  return separator === '.' ? parseIpv4(text) : parseIpv6(text);
}

/** The address that a text in dotted notation is. */
export function parseIpv4(text: string): IpAddress | undefined {
  const octets = readOctets(text, 0);
  if (octets === undefined) return undefined;
  const [high, low] = octets.groups;
  const groups = [0, 0, 0, 0, 0, mappedMark, high, low];
  return { groups, family: 'IPv4', notation: 'IPv4', leadingZeros: octets.leadingZeros };
}

/** The address that a text in notation with colons is. */
export function parseIpv6(text: string): IpAddress | undefined {
  const read = readGroups(text);
  if (read === undefined) return undefined;
  const { groups, gap, leadingZeros } = read;
  const missing = groupCount - groups.length;
  // `::` stands for at least one group of zeros.
  if (gap === undefined ? missing !== 0 : missing < 1) return undefined;
  if (gap !== undefined) groups.splice(gap, 0, ...Array.from({ length: missing }, () => 0));
  return { groups, family: isIpv4(groups) ? 'IPv4' : 'IPv6', notation: 'IPv6', leadingZeros };
}

/** Whether eight groups are an IPv4 address (`net.IP.To4`). */
export function isIpv4(groups: readonly number[]): boolean {
  return groups[5] === mappedMark && groups.slice(0, 5).every((group) => group === 0);
}

interface GroupsRead {
  readonly groups: number[];
  /** The position of `::` among the groups. */
  gap: number | undefined;
  leadingZeros: boolean;
}

function readGroups(text: string): GroupsRead | undefined {
  const read: GroupsRead = { groups: [], gap: undefined, leadingZeros: false };
  let at = 0;
  if (text.startsWith('::')) {
    read.gap = 0;
    if (text.length === 2) return read;
    at = 2;
  }
  while (read.groups.length < groupCount) {
    const part = readNumber(text, at, 16);
    if (part === undefined || part.value > 0xffff) return undefined;
    if (text[part.end] === '.') return endWithOctets(text, at, read);
    read.groups.push(part.value);
    read.leadingZeros ||= part.end - at > 4;
    at = part.end;
    if (at === text.length) return read;
    if (text[at] !== ':' || at + 1 === text.length) return undefined;
    at++;
    if (text[at] !== ':') continue;
    if (read.gap !== undefined) return undefined;
    read.gap = read.groups.length;
    at++;
    if (at === text.length) return read;
  }
  return undefined;
}

/** The last two groups may be written as an IPv4 address. */
function endWithOctets(text: string, at: number, read: GroupsRead): GroupsRead | undefined {
  const before = read.groups.length;
  if (read.gap === undefined ? before !== groupCount - 2 : before > groupCount - 2) return undefined;
  const octets = readOctets(text, at);
  if (octets === undefined) return undefined;
  read.groups.push(...octets.groups);
  read.leadingZeros ||= octets.leadingZeros;
  return read;
}

function readOctets(text: string, start: number): { groups: [number, number]; leadingZeros: boolean } | undefined {
  const octets: number[] = [];
  let leadingZeros = false;
  let at = start;
  while (octets.length < 4) {
    if (octets.length > 0 && text[at++] !== '.') return undefined;
    const part = readNumber(text, at, 10);
    if (part === undefined || part.value > 0xff) return undefined;
    octets.push(part.value);
    leadingZeros ||= part.end - at > 1 && text[at] === '0';
    at = part.end;
  }
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  return at === text.length ? { groups: [a * 256 + b, c * 256 + d], leadingZeros } : undefined;
}

function readNumber(text: string, start: number, base: 10 | 16): Part | undefined {
  let value = 0;
  let end = start;
  for (; end < text.length; end++) {
    const digit = digitValue(text.charCodeAt(end));
    if (digit >= base) break;
    value = value * base + digit;
    if (value >= numberLimit) return undefined;
  }
  return end === start ? undefined : { value, end };
}

/** The value of a hexadecimal digit, or one too large for any base. */
function digitValue(character: number): number {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  const lower = character | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : 99;
}

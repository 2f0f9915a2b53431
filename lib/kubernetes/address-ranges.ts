import { isIpv4, parseIp, type IpAddress } from './ip-parser';
import { parseCidr } from './addresses';

/** Addresses of one family between two ends, both included. */
export interface AddressSpan {
  readonly family: 'IPv4' | 'IPv6';
  readonly first: bigint;
  readonly last: bigint;
}

/** The addresses that a text names: a range (`10.0.0.0/8`), two ends (`10.0.0.1-10.0.0.9`) or one address; undefined where it names none. */
export function addressSpan(text: string): AddressSpan | undefined {
  const trimmed = text.trim();
  const range = parseCidr(trimmed);
  if (range !== undefined) return spanOfPrefix(range.address, range.bits);
  const [low = '', high, ...more] = trimmed.split('-');
  const first = parseIp(low.trim());
  const last = high === undefined ? first : parseIp(high.trim());
  if (first === undefined || last === undefined || more.length > 0 || first.family !== last.family) return undefined;
  const span = { family: first.family, first: numberOf(first.groups), last: numberOf(last.groups) };
  return span.first > span.last ? undefined : span;
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: AddressSpan, inner: AddressSpan): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether every address of `inner` is in one of the spans, which may lie side by side. */
export function isCovered(inner: AddressSpan, outer: readonly AddressSpan[]): boolean {
  let next = inner.first;
  const sorted = outer.filter(({ family }) => family === inner.family).sort((a, b) => (a.first < b.first ? -1 : 1));
  for (const { first, last } of sorted) {
    if (first > next) return false;
    if (last >= next) next = last + 1n;
    if (next > inner.last) return true;
  }
  return false;
}

/** Whether the text names every address of a family: `0.0.0.0/0`, `::/0`. */
export function isEverywhere(text: string): boolean {
  return parseCidr(text.trim())?.bits === 0;
}

/** Addresses that are routed within one's own networks alone: RFC 1918, RFC 6598 and RFC 4193, and those of one machine or link. */
const privateSpans = spansOf([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
]);

/** Whether no address of the text is routed on the internet. */
export function isPrivate(text: string): boolean {
  const span = addressSpan(text);
  return span !== undefined && privateSpans.some((one) => contains(one, span));
}

const loopbackSpans = spansOf(['127.0.0.0/8', '::1/128']);

/** Whether the text is an address of the machine itself. */
export function isLoopback(text: string): boolean {
  const span = addressSpan(text);
  return span !== undefined && loopbackSpans.some((one) => contains(one, span));
}

/** The spans of texts; what names no address is left out. */
export function spansOf(texts: readonly string[]): readonly AddressSpan[] {
  return texts.flatMap((text) => addressSpan(text) ?? []);
}

function spanOfPrefix({ groups, family, notation }: IpAddress, bits: number): AddressSpan {
  // An IPv4 address in IPv6 notation has a prefix of 128 bits; what is wider than IPv4 as a whole is a range of IPv6.
  const size = notation === 'IPv4' ? 32 : 128;
  const mask = (1n << BigInt(size - bits)) - 1n;
  const whole = isIpv4(groups) && notation === 'IPv6' && bits < 96;
  const number = notation === 'IPv4' || (isIpv4(groups) && !whole) ? numberOf(groups) : wideNumberOf(groups);
  const first = number & ~mask;
  return { family: whole ? 'IPv6' : family, first, last: first | mask };
}

/** IPv4 addresses count from 0 in 32 bits. */
function numberOf(groups: readonly number[]): bigint {
  return isIpv4(groups) ? wideNumberOf(groups) & 0xffffffffn : wideNumberOf(groups);
}

function wideNumberOf(groups: readonly number[]): bigint {
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
}

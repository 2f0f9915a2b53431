import type { Environment } from '@marcbachmann/cel-js';
import { addressSpan, contains, spansOf, type AddressSpan } from '../../../kubernetes/address-ranges';
import { parseCidr, parseIp, printIp, type AddressRange, type IpAddress } from '../../../kubernetes/addresses';

/** An address as a value of the language. */
interface IpValue {
  readonly ip: IpAddress;
}

/** A range as a value of the language. */
interface CidrValue {
  readonly range: AddressRange;
}

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library and the library for ranges beside it */
export function registerAddresses(environment: Environment): void {
  environment
    .registerFunction('ip(dyn): map', (text: unknown): IpValue => ({ ip: ipOf(text) }))
    .registerFunction('cidr(dyn): map', (text: unknown): CidrValue => ({ range: cidrOf(text) }))
    .registerFunction('map.family(): int', ({ ip }: IpValue) => (ip.family === 'IPv4' ? 4n : 6n))
    .registerFunction('map.isUnspecified(): bool', within('0.0.0.0/32', '::/128'))
    .registerFunction('map.isLoopback(): bool', within('127.0.0.0/8', '::1/128'))
    .registerFunction('map.isLinkLocalUnicast(): bool', within('169.254.0.0/16', 'fe80::/10'))
    .registerFunction('map.isLinkLocalMulticast(): bool', within('224.0.0.0/24', 'ff02::/16'))
    .registerFunction('map.isGlobalUnicast(): bool', isGlobalUnicast)
    .registerFunction('map.prefixLength(): int', ({ range }: CidrValue) => BigInt(range.bits))
    .registerFunction('map.ip(): map', ({ range }: CidrValue): IpValue => ({ ip: range.address }))
    .registerFunction('map.containsIP(dyn): bool', (outer: CidrValue, ip: unknown) =>
      contains(spanOfRange(outer), spanOf(typeof ip === 'string' ? ip : printIp((ip as IpValue).ip))),
    )
    .registerFunction('map.containsCIDR(dyn): bool', (outer: CidrValue, inner: unknown) =>
      contains(spanOfRange(outer), typeof inner === 'string' ? spanOf(inner) : spanOfRange(inner as CidrValue)),
    )
    .registerFunction('string(map): string', (value: IpValue) => printIp(value.ip));
}

function within(...ranges: readonly string[]): (value: IpValue) => boolean {
  const spans = spansOf(ranges);
  return ({ ip }) => spans.some((span) => contains(span, spanOf(printIp(ip))));
}

const special = [
  '0.0.0.0/32',
  '::/128',
  '127.0.0.0/8',
  '::1/128',
  '169.254.0.0/16',
  'fe80::/10',
  '224.0.0.0/4',
  'ff00::/8',
  '255.255.255.255/32',
];

function isGlobalUnicast(value: IpValue): boolean {
  return !within(...special)(value);
}

function ipOf(text: unknown): IpAddress {
  const ip = typeof text === 'string' ? parseIp(text) : undefined;
  if (ip === undefined) throw new Error(`${String(text)} is no IP address`);
  return ip;
}

function cidrOf(text: unknown): AddressRange {
  const range = typeof text === 'string' ? parseCidr(text) : undefined;
  if (range === undefined) throw new Error(`${String(text)} is no range of addresses`);
  return range;
}

function spanOfRange({ range }: CidrValue): AddressSpan {
  return spanOf(`${printIp(range.address)}/${range.bits}`);
}

function spanOf(text: string): AddressSpan {
  const span = addressSpan(text);
  if (span === undefined) throw new Error(`${text} is neither an IP address nor a range of them`);
  return span;
}

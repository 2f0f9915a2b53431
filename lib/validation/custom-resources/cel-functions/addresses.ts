import type { Environment } from '@marcbachmann/cel-js';
import { addressSpan, contains, spansOf, type AddressSpan } from '../../../kubernetes/address-ranges';
import {
  networkOf,
  parseCidr,
  parseIp,
  printIp,
  type AddressRange,
  type IpAddress,
} from '../../../kubernetes/addresses';

/** An address as a value of the language. */
class IpValue {
  readonly ip: IpAddress;

  constructor(ip: IpAddress) {
    this.ip = ip;
  }
}

/** A range as a value of the language. */
class CidrValue {
  readonly range: AddressRange;

  constructor(range: AddressRange) {
    this.range = range;
  }
}

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library and the library for ranges beside it */
export function registerAddresses(environment: Environment): void {
  registerIps(environment);
  registerCidrs(environment);
}

/** Addresses are equal in whatever way they are written (netip.Addr). */
function registerIps(environment: Environment): void {
  environment
    .registerType('net.IP', { ctor: IpValue })
    .registerOperator('net.IP == net.IP', (a: IpValue, b: IpValue) => printIp(a.ip) === printIp(b.ip))
    .registerFunction('isIP(dyn): bool', (text: unknown) => readIp(text) !== undefined)
    .registerFunction('ip(dyn): net.IP', (text: unknown) => new IpValue(ipOf(text)))
    .registerConstant('ip', 'map', {})
    .registerFunction('map.isCanonical(string): bool', (_: unknown, text: string) => printIp(ipOf(text)) === text)
    .registerFunction('net.IP.family(): int', ({ ip }: IpValue) => (ip.family === 'IPv4' ? 4n : 6n))
    .registerFunction('net.IP.isUnspecified(): bool', within('0.0.0.0/32', '::/128'))
    .registerFunction('net.IP.isLoopback(): bool', within('127.0.0.0/8', '::1/128'))
    .registerFunction('net.IP.isLinkLocalUnicast(): bool', within('169.254.0.0/16', 'fe80::/10'))
    .registerFunction('net.IP.isLinkLocalMulticast(): bool', within('224.0.0.0/24', 'ff02::/16'))
    .registerFunction('net.IP.isGlobalUnicast(): bool', isGlobalUnicast)
    .registerFunction('string(net.IP): string', ({ ip }: IpValue) => printIp(ip));
}

/** Ranges are equal that have the same address and length: one that does not begin at its first address is another (netip.Prefix). */
function registerCidrs(environment: Environment): void {
  environment
    .registerType('net.CIDR', { ctor: CidrValue })
    .registerOperator('net.CIDR == net.CIDR', (a: CidrValue, b: CidrValue) => printCidr(a) === printCidr(b))
    .registerFunction('isCIDR(dyn): bool', (text: unknown) => readCidr(text) !== undefined)
    .registerFunction('cidr(dyn): net.CIDR', (text: unknown) => new CidrValue(cidrOf(text)))
    .registerFunction('net.CIDR.prefixLength(): int', ({ range }: CidrValue) => BigInt(range.bits))
    .registerFunction('net.CIDR.ip(): net.IP', ({ range }: CidrValue) => new IpValue(range.address))
    .registerFunction('net.CIDR.masked(): net.CIDR', maskedOf)
    .registerFunction('net.CIDR.containsIP(dyn): bool', (outer: CidrValue, ip: unknown) =>
      contains(spanOfRange(outer), spanOf(typeof ip === 'string' ? ip : printIp((ip as IpValue).ip))),
    )
    .registerFunction('net.CIDR.containsCIDR(dyn): bool', (outer: CidrValue, inner: unknown) =>
      contains(spanOfRange(outer), typeof inner === 'string' ? spanOf(inner) : spanOfRange(inner as CidrValue)),
    )
    .registerFunction('string(net.CIDR): string', printCidr);
}

function maskedOf({ range }: CidrValue): CidrValue {
  return new CidrValue({ ...range, address: { ...range.address, groups: networkOf(range) } });
}

function printCidr({ range }: CidrValue): string {
  return `${printIp(range.address)}/${range.bits}`;
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

/** The language reads addresses strictly (netip.ParseAddr). */
function readIp(text: unknown): IpAddress | undefined {
  const ip = typeof text === 'string' ? parseIp(text) : undefined;
  return ip === undefined || !isStrict(ip) ? undefined : ip;
}

function readCidr(text: unknown): AddressRange | undefined {
  const range = typeof text === 'string' ? parseCidr(text) : undefined;
  return range === undefined || range.leadingZeros || !isStrict(range.address) ? undefined : range;
}

function isStrict({ leadingZeros, family, notation }: IpAddress): boolean {
  return !leadingZeros && family === notation;
}

function ipOf(text: unknown): IpAddress {
  const ip = readIp(text);
  if (ip === undefined) throw new Error(`${String(text)} is no IP address`);
  return ip;
}

function cidrOf(text: unknown): AddressRange {
  const range = readCidr(text);
  if (range === undefined) throw new Error(`${String(text)} is no range of addresses`);
  return range;
}

function spanOfRange(range: CidrValue): AddressSpan {
  return spanOf(printCidr(range));
}

function spanOf(text: string): AddressSpan {
  const span = addressSpan(text);
  if (span === undefined) throw new Error(`${text} is neither an IP address nor a range of them`);
  return span;
}

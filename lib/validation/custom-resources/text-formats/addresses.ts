import { parseCidr, parseIp } from '../../../kubernetes/addresses';

/** isIPv4 of strfmt asks for a dot alone, which an IPv4 address in IPv6 notation has, too. */
export function isIpv4(text: string): boolean {
  return text.includes('.') && parseIp(text) !== undefined;
}

/** govalidator.IsIPv6 */
export function isIpv6(text: string): boolean {
  return text.includes(':') && isIp(text);
}

/** net.ParseIP, which takes no leading zeros. */
export function isIp(text: string): boolean {
  return parseIp(text)?.leadingZeros === false;
}

/** isCIDR of strfmt */
export function isCidr(text: string): boolean {
  return parseCidr(text) !== undefined;
}

const macLengths = [6, 8, 20];
const macs = macLengths.flatMap((length) => [
  `[0-9a-f]{2}(?::[0-9a-f]{2}){${length - 1}}`,
  `[0-9a-f]{2}(?:-[0-9a-f]{2}){${length - 1}}`,
  `[0-9a-f]{4}(?:\\.[0-9a-f]{4}){${length / 2 - 1}}`,
  `[0-9a-f]{${length * 2}}`,
]);
const mac = new RegExp(`^(?:${macs.join('|')})$`, 'i');

/** net.ParseMAC: six, eight or twenty bytes. */
export function isMac(text: string): boolean {
  return mac.test(text);
}

const letter = '\\p{S}\\p{L}0-9';
const singleLabel = new RegExp(`^[${letter}]-?[${letter}]{0,62}$`, 'u');
const severalLabels = new RegExp(`^(?:[${letter}](?:[${letter}\\-]{0,61}[${letter}])?\\.)+\\p{L}{2,63}$`, 'u');

/** IsHostname of strfmt: the label of a host that is not in a domain has a dash as its second character or nowhere. */
export function isHostname(text: string): boolean {
  if (Buffer.byteLength(text) > 255) return false;
  if (text.split('.').some((label) => Buffer.byteLength(label) > 63)) return false;
  return singleLabel.test(text) || severalLabels.test(text);
}

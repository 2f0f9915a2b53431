import type { FieldPath } from '../../findings/field-path';
import { canonicalIpProblems, cidrProblems, parseCidr, parseIp, printIp } from '../../kubernetes/addresses';
import type { KubernetesMinor } from '../../kubernetes/versions';
import type { Warning, Warnings } from './warning';

const rule = 'warning/address-form';
/** The release whose rules for addresses are strict: from there on the server refuses what it warned about. */
const strict = { minor: 36 };

/** GetWarningsForIP: a form that will be refused, or an IPv6 address not in the form of RFC 5952. */
export function* addressWarnings(text: string, path: FieldPath, minor: KubernetesMinor): Warnings {
  const address = parseIp(text);
  if (address === undefined) {
    // A field that is not validated: since 1.33 the server keeps silent of what is no address at all.
    if (minor < 33 && text !== '') yield { rule, path, message: `'${text}' is no IP address` };
    return;
  }
  // Before 1.33 the server did not mind an IPv4 address in IPv6 notation.
  if (minor < 33 && address.family === 'IPv4' && address.notation === 'IPv6') return;
  for (const problem of canonicalIpProblems(text)) yield { rule, path, message: `the address '${text}' ${problem}` };
}

/** GetWarningsForCIDR, which also warns of bits behind the prefix from 1.33 on. */
export function* rangeWarnings(text: string, path: FieldPath, minor: KubernetesMinor): Warnings {
  const range = parseCidr(text);
  if (range === undefined) return;
  const problems = minor >= 33 ? cidrProblems(text, strict) : range.leadingZeros ? ['must not have leading zeros'] : [];
  for (const problem of problems) yield { rule, path, message: `the range '${text}' ${problem}` };
  if (problems.length === 0) yield* formOfRange(text, path);
}

function formOfRange(text: string, path: FieldPath): readonly Warning[] {
  const range = parseCidr(text);
  if (range?.address.family !== 'IPv6') return [];
  const canonical = `${printIp(range.address)}/${range.bits}`;
  if (text === canonical) return [];
  return [{ rule, path, message: `the range '${text}' should be written in its canonical form, '${canonical}'` }];
}

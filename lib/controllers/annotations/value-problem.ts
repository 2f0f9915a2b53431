import { parseCidr, parseIp } from '../../kubernetes/addresses';
import { isGoDuration } from '../../kubernetes/durations';
import { nearest, quoteList } from '../../kubernetes/wording';
import type { ValueForm } from './family';

const patterns: Readonly<Partial<Record<ValueForm & string, readonly [RegExp, string]>>> = {
  boolean: [/^(1|t|true|0|f|false)$/i, "'true' or 'false'"],
  switch: [/^(1|t|true|0|f|false|on|off|yes|no|enabled|disabled)$/i, "'true' or 'false'"],
  integer: [/^-?\d+$/, 'a whole number'],
  seconds: [/^-?\d+$/, "a bare number of seconds, such as '60'"],
  'nginx-time': [/^(\d+(ms|y|M|w|d|h|m|s)?\s*)+$/, "a time as NGINX reads it, such as '60s'"],
  'haproxy-time': [/^\d+(us|ms|s|m|h|d)?$/, "a time as HAProxy reads it, such as '50s'"],
  size: [/^\d+[kmgb]?$/i, "a size as NGINX reads it, such as '8m'"],
  url: [/^[a-z]+:\/\//i, 'a URL'],
};

/** Why a value of an annotation is not read, in a few words: what is allowed. Undefined where it is. */
export function valueProblem(form: ValueForm, value: string): string | undefined {
  if (typeof form !== 'string') return enumProblem(form, value);
  const text = value.trim();
  if (form === 'cidrs') return cidrsProblem(text);
  if (form === 'json') return isJson(text) ? undefined : 'JSON';
  if (form === 'go-duration') return isGoDuration(text) ? undefined : "a time with a unit, such as '5m'";
  const [pattern, allowed] = patterns[form] ?? [/(?:)/, ''];
  return pattern.test(text) ? undefined : allowed;
}

/** The value that was meant, where that is clear. */
export function meantValue(form: ValueForm, value: string): string | undefined {
  if (typeof form !== 'string')
    return form.find((one) => one.toLowerCase() === value.toLowerCase()) ?? nearest(value, form);
  if (form === 'seconds') return /^(\d+)\s*s$/.exec(value.trim())?.[1];
  if (form === 'boolean') return { yes: 'true', on: 'true', no: 'false', off: 'false' }[value.trim().toLowerCase()];
  if (form === 'size') return /^(\d+[kmg])i?b$/i.exec(value.trim())?.[1] ?? /^(\d+[kmg])i$/i.exec(value.trim())?.[1];
  return undefined;
}

function enumProblem(allowed: readonly string[], value: string): string | undefined {
  const folded = value.trim().toLowerCase();
  return allowed.some((one) => one.toLowerCase() === folded) ? undefined : `one of ${quoteList(allowed)}`;
}

function cidrsProblem(value: string): string | undefined {
  const bad = value
    .split(',')
    .map((one) => one.trim())
    .find((one) => parseCidr(one) === undefined && parseIp(one) === undefined);
  return bad === undefined ? undefined : `addresses and ranges with commas between them, and '${bad}' is neither`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

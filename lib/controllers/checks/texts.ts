import { parseCidr, parseIp } from '../../kubernetes/addresses';
import { dns1123SubdomainProblems, httpHeaderNameProblems } from '../../kubernetes/names';

/**
 * What values must look like before any dialect writes them. Every text of an option ends up in somebody's configuration language, so each
 * kind of text is held to an alphabet without quotes, blanks and line ends where those mean nothing in it anyway.
 */

/** @param what the option and its member: `rateLimit.requests` */
export function wholeNumber(what: string, value: number | undefined, least: number, most = 2 ** 31 - 1): string[] {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return [];
  return [`${what} is ${String(value)}: a whole number from ${least} to ${most} is needed`];
}

export function oneOf(what: string, value: unknown, allowed: readonly unknown[]): string[] {
  if (value === undefined || allowed.includes(value)) return [];
  return [`${what} is ${JSON.stringify(value)}: allowed are ${allowed.join(', ')}`];
}

/** The name of a Secret or Service. */
export function objectName(what: string, name: string): string[] {
  return dns1123SubdomainProblems(name).map((problem) => `${what} is ${JSON.stringify(name)}: ${problem}`);
}

const cookieName = /^[A-Za-z0-9_.-]{1,128}$/;

export function cookie(what: string, name: string | undefined): string[] {
  if (name === undefined || cookieName.test(name)) return [];
  return [`${what} is ${JSON.stringify(name)}: a cookie name of letters, digits, '_', '.' and '-' is needed`];
}

export function headerNames(what: string, names: readonly string[] = [], wildcard = false): string[] {
  return names.flatMap((name) =>
    wildcard && name === '*'
      ? []
      : httpHeaderNameProblems(name).map((problem) => `${what} names ${JSON.stringify(name)}: ${problem}`),
  );
}

const headerText = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Printable ASCII: a line end would begin another header, and an empty value takes the header away behind some controllers. */
export function headerValue(what: string, value: string): string[] {
  if (headerText.test(value)) return [];
  return [
    `${what} is ${JSON.stringify(value)}: printable ASCII without blanks at the ends is needed, and at least one`,
  ];
}

const realmText = /^[A-Za-z0-9 _.,:!?()@/+-]{1,128}$/;

export function realm(what: string, value: string | undefined): string[] {
  if (value === undefined || realmText.test(value)) return [];
  return [`${what} is ${JSON.stringify(value)}: letters, digits, blanks and _.,:!?()@/+- are allowed`];
}

/** The alphabet of RFC 3986 less what configuration languages read as quote, variable or end of a statement. */
const urlText = /^[A-Za-z0-9_.~!&*+,=:@%/?#[\]-]+$/;
const pathText = /^\/(?:[A-Za-z0-9_.~!&*+,=:@/-]|%[0-9A-Fa-f]{2})*$/;

export function url(what: string, value: string): string[] {
  const sound = urlText.test(value) && /^https?:\/\/[^/?#]/.test(value) && URL.canParse(value);
  const problem = 'an absolute http or https URL is needed, with everything unusual in it escaped by %';
  return sound ? [] : [`${what} is ${JSON.stringify(value)}: ${problem}`];
}

export function urlPath(what: string, value: string): string[] {
  if (pathText.test(value) && !value.split('/').some((part) => part === '.' || part === '..')) return [];
  return [
    `${what} is ${JSON.stringify(value)}: a path that begins with / is needed, with everything unusual escaped by %`,
  ];
}

/** What a browser sends as `Origin`, or `*`. */
export function origin(what: string, value: string): string[] {
  if (value === '*' || (urlText.test(value) && URL.canParse(value) && new URL(value).origin === value)) return [];
  return [`${what} names ${JSON.stringify(value)}: an origin such as https://app.example.com is needed, or *`];
}

export function sources(what: string, values: readonly string[]): string[] {
  if (values.length === 0) return [`${what} is empty: name at least one CIDR`];
  return values
    .filter((value) => parseCidr(value) === undefined && parseIp(value) === undefined)
    .map((value) => `${what} names ${JSON.stringify(value)}, which is no CIDR: give ranges such as 198.51.100.0/24`);
}

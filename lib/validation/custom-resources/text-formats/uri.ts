import { isIp } from './addresses';

/** The signs that a host may have beside letters of other alphabets (validEncoded of net/url). */
const host = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"]|[^\0-\x7f]|%25|%[89a-f][0-9a-f])*$/i;
const zone = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"]|[^\0-\x7f]|%[0-9a-f]{2})*$/i;
const userinfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const badEscape = /%(?![0-9A-Fa-f]{2})/;
const control = /[\0-\x1f\x7f]/;

/** url.ParseRequestURI: an absolute URL, or a path from the root. What follows `#` is part of the path there. */
export function isRequestUri(text: string): boolean {
  if (text === '*') return true;
  if (control.test(text) || text.startsWith(':')) return false;
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1];
  const [rest = ''] = text.slice(scheme === undefined ? 0 : scheme.length + 1).split('?');
  if (!rest.startsWith('/')) return scheme !== undefined;
  if (scheme === undefined || !rest.startsWith('//')) return !badEscape.test(rest);
  const [, authority = '', path = ''] = /^\/\/([^/]*)(.*)$/s.exec(rest) ?? [];
  return isAuthority(authority, scheme.toLowerCase()) && !badEscape.test(path);
}

/** parseAuthority of net/url */
function isAuthority(authority: string, scheme: string): boolean {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  return userinfo.test(user) && !badEscape.test(user) && isHost(authority.slice(at + 1), scheme);
}

/** parseHost of net/url: only names of hosts for HTTP have to be without colons, since databases are reached at several hosts. */
function isHost(text: string, scheme: string): boolean {
  if (text.includes('[')) return isIpLiteral(text);
  const colon = scheme === 'http' || scheme === 'https' ? text.indexOf(':') : text.lastIndexOf(':');
  return (colon < 0 || /^:\d*$/.test(text.slice(colon))) && host.test(text);
}

/** An IPv6 address in brackets, with a zone behind `%25` and a port. */
function isIpLiteral(text: string): boolean {
  const [, literal = '', port = ''] = /^\[([^[]*)\]([^\]]*)$/s.exec(text) ?? [];
  const [, address = '', scope] = /^(.*?)(?:%25(.*))?$/s.exec(literal) ?? [];
  return /^(?::\d*)?$/.test(port) && address.includes(':') && isIp(address) && (scope === undefined || isZone(scope));
}

/** Escapes in the name of a zone stand for signs that a host may have, and for spaces (encodeZone of net/url). */
function isZone(text: string): boolean {
  if (text === '' || !zone.test(text)) return false;
  return [...text.matchAll(/%([0-9a-f]{2})/gi)].every(([, code = '']) => {
    const sign = String.fromCharCode(parseInt(code, 16));
    return sign === ' ' || sign === '%' || (sign < '\x80' && host.test(sign));
  });
}

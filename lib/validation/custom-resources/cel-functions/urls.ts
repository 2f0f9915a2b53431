import type { Environment } from '@marcbachmann/cel-js';
import { isRequestUri } from '../text-formats/uri';

/** A URL as a value of the language. */
class UrlValue {
  readonly text: string;
  readonly parts: UrlParts;

  constructor(text: string, parts: UrlParts) {
    this.text = text;
    this.parts = parts;
  }
}

interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
}

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-url-library */
export function registerUrls(environment: Environment): void {
  const type = 'kubernetes.URL';
  environment
    .registerType(type, { ctor: UrlValue })
    .registerOperator(`${type} == ${type}`, (a: UrlValue, b: UrlValue) => printed(a) === printed(b))
    .registerFunction('isURL(dyn): bool', isUrl)
    .registerFunction(`url(dyn): ${type}`, (text: unknown) => {
      const parts = urlOf(text);
      if (parts === undefined) throw new Error(`${String(text)} is no URL`);
      return new UrlValue(String(text), parts);
    })
    .registerFunction(`${type}.getScheme(): string`, ({ parts }: UrlValue) => parts.scheme)
    .registerFunction(`${type}.getHost(): string`, ({ parts }: UrlValue) => parts.host)
    .registerFunction(`${type}.getHostname(): string`, ({ parts }: UrlValue) => parts.hostname)
    .registerFunction(`${type}.getPort(): string`, ({ parts }: UrlValue) => parts.port)
    .registerFunction(`${type}.getEscapedPath(): string`, ({ parts }: UrlValue) => parts.path)
    .registerFunction(`${type}.getQuery(): map`, ({ parts }: UrlValue) => parts.query);
}

function printed({ text, parts: { scheme } }: UrlValue): string {
  return scheme + text.slice(scheme.length);
}

/** Whether a text is an absolute URL, or a path from the root. */
function isUrl(text: unknown): boolean {
  return urlOf(text) !== undefined;
}

/** A URL taken apart. A port stays that the scheme has anyway, which WHATWG URLs drop. */
function urlOf(text: unknown): UrlParts | undefined {
  if (typeof text !== 'string' || !isRequestUri(text)) return undefined;
  const match = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/(?:[^/?@]*@)?([^/?]*))?([^?]*)(?:\?(.*))?$/s.exec(text);
  if (match === null) return undefined;
  const [, scheme = '', host = '', path = '', query = ''] = match;
  const [, hostname = '', port = ''] = /^(.*?)(?::(\d*))?$/.exec(host) ?? [];
  const name = hostname.replace(/^\[(.*)\]$/, '$1');
  return { scheme: scheme.toLowerCase(), host, hostname: name, port, path, query: queryOf(query) };
}

/** Lists of this realm: the language library knows no other. */
function queryOf(query: string): Readonly<Record<string, readonly string[]>> {
  const values = new URLSearchParams(query);
  return Object.fromEntries([...values.keys()].map((key) => [key, Array.from(values.getAll(key))]));
}

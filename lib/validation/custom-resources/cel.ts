import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { parseCidr, parseIp } from '../../kubernetes/addresses';
import {
  dns1035LabelProblems,
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  labelValueProblems,
  qualifiedNameProblems,
} from '../../kubernetes/names';
import { parseQuantity } from '../../kubernetes/quantities';
import { registerAddresses } from './cel-functions/addresses';
import { registerLists } from './cel-functions/lists';
import { registerQuantities } from './cel-functions/quantities';
import { registerTexts } from './cel-functions/texts';

/** A rule that can be asked; undefined where the language library cannot read it. */
export type CompiledRule = (variables: Readonly<Record<string, unknown>>) => unknown;

const compiled = new Map<string, CompiledRule | undefined>();

/** The rule, read once. */
export function compileRule(rule: string): CompiledRule | undefined {
  if (!compiled.has(rule)) compiled.set(rule, compile(rule));
  return compiled.get(rule);
}

function compile(rule: string): CompiledRule | undefined {
  try {
    const evaluate: ParseResult = environment().parse(withoutHas(rule));
    return (variables) => evaluate(variables) as unknown;
  } catch {
    return undefined;
  }
}

let shared: Environment | undefined;

function environment(): Environment {
  shared ??= kubernetesEnvironment();
  return shared;
}

/**
 * The language with the functions that Kubernetes adds.
 * https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
function kubernetesEnvironment(): Environment {
  const result = new Environment({
    unlistedVariablesAreDyn: true,
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
  })
    .registerFunction('isIP(dyn): bool', (text: unknown) => typeof text === 'string' && parseIp(text) !== undefined)
    .registerFunction('isCIDR(dyn): bool', (text: unknown) => typeof text === 'string' && parseCidr(text) !== undefined)
    .registerFunction('isURL(dyn): bool', (text: unknown) => urlOf(text) !== undefined)
    .registerFunction(
      'isQuantity(dyn): bool',
      (text: unknown) => typeof text === 'string' && parseQuantity(text) !== undefined,
    )
    .registerFunction('url(dyn): map', (text: unknown) => {
      const url = urlOf(text);
      if (url === undefined) throw new Error(`${String(text)} is no URL`);
      return url;
    })
    .registerFunction('map.getScheme(): string', (url: UrlParts) => url.scheme)
    .registerFunction('map.getHost(): string', (url: UrlParts) => url.host)
    .registerFunction('map.getHostname(): string', (url: UrlParts) => url.hostname)
    .registerFunction('map.getPort(): string', (url: UrlParts) => url.port)
    .registerFunction('map.getEscapedPath(): string', (url: UrlParts) => url.path)
    .registerConstant('format', 'map', formats);
  for (const name of Object.keys(formats)) {
    result.registerFunction(`map.${name}(): map`, (all: typeof formats) => all[name as keyof typeof formats]);
  }
  registerAddresses(result);
  registerLists(result);
  registerQuantities(result);
  registerTexts(result);
  result.registerFunction('map.validate(dyn): dyn', ({ problems }: (typeof formats)['uri'], text: unknown) => {
    const found = typeof text === 'string' ? problems(text) : ['must be a text'];
    return found.length === 0 ? null : found;
  });
  return result;
}

/** Names and texts of a form that Kubernetes knows by name. */
const formats = {
  dns1123Label: { problems: dns1123LabelProblems },
  dns1123Subdomain: { problems: dns1123SubdomainProblems },
  dns1035Label: { problems: dns1035LabelProblems },
  qualifiedName: { problems: qualifiedNameProblems },
  labelValue: { problems: labelValueProblems },
  uri: { problems: (text: string): readonly string[] => (urlOf(text) === undefined ? ['must be a URL'] : []) },
} as const;

interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
}

/** An absolute URL, or a path from the root, taken apart (url.ParseRequestURI). */
function urlOf(text: unknown): UrlParts | undefined {
  if (typeof text !== 'string') return undefined;
  if (text.startsWith('/')) return { scheme: '', host: '', hostname: '', port: '', path: text };
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, hostname, port, pathname } = new URL(text);
  return { scheme: protocol.slice(0, -1), host, hostname, port, path: pathname };
}

/**
 * `has(a.b)` asks whether the map `a` has the key `b`; written as `("b" in a)`, it may stand behind an index too, which the library's own
 * macro does not allow.
 */
function withoutHas(rule: string): string {
  const at = /(?<![\w.])has\(/.exec(rule);
  if (at === null) return rule;
  const start = at.index + at[0].length;
  const end = closing(rule, start);
  const inner = rule.slice(start, end);
  const dot = inner.lastIndexOf('.');
  const asked = `("${inner.slice(dot + 1).trim()}" in ${inner.slice(0, dot)})`;
  return rule.slice(0, at.index) + asked + withoutHas(rule.slice(end + 1));
}

/** Where the parenthesis closes that was opened before `start`. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

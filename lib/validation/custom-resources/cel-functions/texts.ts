import type { Environment } from '@marcbachmann/cel-js';
import { patternOf } from './patterns';

/** The method `matches` in the syntax of Go: that of the language library takes the one of JavaScript, and its name. */
export const goMatches = 'matchesPattern';

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-regex-library and the texts of the language's own extension */
export function registerTexts(environment: Environment): void {
  environment
    .registerFunction('matches(dyn, string): bool', (text: unknown, pattern: string) =>
      patternOf(pattern).test(String(text)),
    )
    .registerFunction(`string.${goMatches}(string): bool`, (text: string, pattern: string) =>
      patternOf(pattern).test(text),
    )
    .registerFunction(
      'string.find(string): string',
      (text: string, pattern: string) => findAll(text, pattern, 1)[0] ?? '',
    )
    .registerFunction('string.findAll(string): list', (text: string, pattern: string) => findAll(text, pattern))
    .registerFunction('string.findAll(string, int): list', (text: string, pattern: string, limit: bigint) =>
      findAll(text, pattern, Number(limit)),
    )
    .registerFunction('string.replace(string, string): string', (text: string, from: string, to: string) =>
      text.replaceAll(from, to),
    )
    .registerFunction('string.replace(string, string, int): string', replaceSome)
    .registerFunction('string.charAt(int): string', (text: string, at: bigint) => Array.from(text)[Number(at)] ?? '')
    .registerFunction('string.reverse(): string', (text: string) => Array.from(text).reverse().join(''))
    .registerFunction('string.format(list): string', format)
    .registerConstant('strings', 'map', {})
    .registerFunction('map.quote(string): string', (_: unknown, text: string) => JSON.stringify(text));
}

function findAll(text: string, pattern: string, limit = Infinity): string[] {
  const matcher = patternOf(pattern).matcher(text);
  const found: string[] = [];
  while (found.length < limit && matcher.find()) found.push(matcher.group() ?? '');
  return found;
}

function replaceSome(text: string, from: string, to: string, limit: bigint): string {
  const parts = text.split(from);
  const count = limit < 0n ? parts.length - 1 : Math.min(Number(limit), parts.length - 1);
  return [...parts.slice(0, count).map((part) => part + to), parts.slice(count).join(from)].join('');
}

/** `'%s has %d ports'.format([name, 3])`. */
function format(text: string, values: readonly unknown[]): string {
  let next = 0;
  return text.replace(/%(?:\.(\d+))?([sdfexXob%])/g, (_, digits: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    if (next >= values.length) throw new Error(`'${text}' asks for more values than ${values.length}`);
    return formatOne(values[next++], verb, digits);
  });
}

function formatOne(value: unknown, verb: string, digits: string | undefined): string {
  switch (verb) {
    case 'f':
      return Number(value).toFixed(Number(digits ?? 6));
    case 'e':
      return Number(value).toExponential(Number(digits ?? 6));
    case 'x':
    case 'X':
    case 'o':
    case 'b': {
      const based = (value as bigint).toString({ x: 16, X: 16, o: 8, b: 2 }[verb]);
      return verb === 'X' ? based.toUpperCase() : based;
    }
    default:
      return textOf(value);
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${name}: ${textOf(member)}`).join(', ')}}`;
}

import type { Route } from './route';
import { parseTraefikRule, RuleSyntaxError, type RuleNode } from './traefik-rule';

/** Requests that a rule takes, one way of several. */
export type TraefikMatch = Pick<Route, 'host' | 'path' | 'pathType' | 'conditional'>;

const anything: TraefikMatch = { host: '', path: undefined, pathType: undefined, conditional: false };
/** Of what is not understood, nothing is known but that it may ask for something. */
const something: TraefikMatch = { ...anything, conditional: true };

/** A rule of many alternatives on both sides of `&&` has their product. */
const mostAlternatives = 64;

/** The requests that a rule takes: one of the matches; every match of a rule that cannot be read is conditional. */
export function matchesOf(rule: string): readonly TraefikMatch[] {
  const node = nodeOf(rule);
  return node === undefined ? [something] : alternatives(node);
}

function nodeOf(rule: string): RuleNode | undefined {
  try {
    return parseTraefikRule(rule);
  } catch (error) {
    if (error instanceof RuleSyntaxError) return undefined;
    throw error;
  }
}

function alternatives(node: RuleNode): readonly TraefikMatch[] {
  if (node.kind === 'not') return [something];
  if (node.kind === 'call') return call(node.name.toLowerCase(), node.texts);
  const [left, right] = [alternatives(node.left), alternatives(node.right)];
  if (node.kind === 'or') return limited([...left, ...right]);
  return limited(left.flatMap((one) => right.map((other) => both(one, other))));
}

function limited(matches: readonly TraefikMatch[]): readonly TraefikMatch[] {
  return matches.length > mostAlternatives ? [something] : matches;
}

/** Several texts are alternatives, as up to Traefik 2. */
function call(name: string, texts: readonly string[]): readonly TraefikMatch[] {
  switch (name) {
    case 'host':
    case 'hostsni':
      return texts.map((text) => ({ ...anything, host: text === '*' ? '' : text.toLowerCase() }));
    case 'path':
      return texts.map((path) => ({ ...anything, path, pathType: 'Exact' }));
    case 'pathprefix':
      return texts.map((path) => ({ ...anything, path, pathType: 'Prefix' }));
    case 'pathregexp':
      return texts.map((path) => ({ ...anything, path, pathType: 'RegularExpression' }));
    default:
      return [something];
  }
}

function both(one: TraefikMatch, other: TraefikMatch): TraefikMatch {
  const [withPath, without] = one.path === undefined ? [other, one] : [one, other];
  // Two hosts or two paths at once are met by no request, or by the narrower one.
  const twice = (one.host !== '' && other.host !== '') || without.path !== undefined;
  return {
    host: one.host || other.host,
    path: withPath.path,
    pathType: withPath.pathType,
    conditional: one.conditional || other.conditional || twice,
  };
}

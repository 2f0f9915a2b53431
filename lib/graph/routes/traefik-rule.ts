/**
 * The language of Traefik's rules: functions of texts, joined by `&&`, `||`, `!` and parentheses.
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/
 */

/** A rule as it is read. */
export type RuleNode =
  | { readonly kind: 'call'; readonly name: string; readonly texts: readonly string[] }
  | { readonly kind: 'not'; readonly of: RuleNode }
  | { readonly kind: 'and' | 'or'; readonly left: RuleNode; readonly right: RuleNode };

/** What is wrong with a rule, in words that follow `the rule`. */
export class RuleSyntaxError extends Error {}

const token = /\s*(?:(&&|\|\||[!(),])|([A-Za-z_]\w*)|`([^`]*)`|("(?:[^"\\]|\\[^])*"))/y;

interface Token {
  readonly kind: 'sign' | 'name' | 'text';
  readonly text: string;
}

/** Rules come from anybody: deeper ones than anyone writes are not read. */
const deepest = 50;
const mostTokens = 2000;

/** Reads a rule. @throws RuleSyntaxError where it is none */
export function parseTraefikRule(rule: string): RuleNode {
  const parser = new Parser(tokensOf(rule));
  return parser.whole();
}

function tokensOf(rule: string): readonly Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < rule.length) {
    const at = token.lastIndex;
    const [, sign, name, raw, quoted] = token.exec(rule) ?? [];
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (raw !== undefined) tokens.push({ kind: 'text', text: raw });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\([^])/g, '$1') });
    else if (rule.slice(at).trim() === '') break;
    else throw new RuleSyntaxError(`cannot be read from '${rule.slice(at).trim().slice(0, 20)}' on`);
  }
  return tokens;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): RuleNode {
    if (this.tokens.length === 0) throw new RuleSyntaxError('is empty');
    if (this.tokens.length > mostTokens) throw new RuleSyntaxError('is too long');
    const node = this.joined('or');
    const rest = this.tokens[this.at];
    if (rest !== undefined) throw new RuleSyntaxError(`has '${rest.text}' where '&&' or '||' belongs`);
    return node;
  }

  private joined(kind: 'and' | 'or'): RuleNode {
    const part = (): RuleNode => (kind === 'or' ? this.joined('and') : this.single());
    let left = part();
    while (this.takes(kind === 'or' ? '||' : '&&')) left = { kind, left, right: part() };
    return left;
  }

  private single(): RuleNode {
    this.depth += 1;
    if (this.depth > deepest) throw new RuleSyntaxError('is nested too deeply');
    const node = this.unjoined();
    this.depth -= 1;
    return node;
  }

  private unjoined(): RuleNode {
    if (this.takes('!')) return { kind: 'not', of: this.single() };
    if (this.takes('(')) {
      const node = this.joined('or');
      this.expects(')');
      return node;
    }
    const name = this.tokens[this.at];
    if (name?.kind !== 'name') {
      throw new RuleSyntaxError(name === undefined ? 'ends too early' : `has '${name.text}' where a function belongs`);
    }
    this.at += 1;
    return { kind: 'call', name: name.text, texts: this.texts(name.text) };
  }

  private texts(name: string): readonly string[] {
    if (!this.takes('(')) throw new RuleSyntaxError(`has no parenthesis after '${name}'`);
    const texts: string[] = [];
    if (this.takes(')')) return texts;
    do {
      const one = this.tokens[this.at];
      if (one?.kind !== 'text')
        throw new RuleSyntaxError(`has '${one?.text ?? ''}' in ${name}() where a text in backticks belongs`);
      texts.push(one.text);
      this.at += 1;
    } while (this.takes(','));
    this.expects(')');
    return texts;
  }

  private takes(sign: string): boolean {
    const next = this.tokens[this.at];
    if (next?.kind !== 'sign' || next.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private expects(sign: string): void {
    if (!this.takes(sign)) throw new RuleSyntaxError(`lacks a '${sign}'`);
  }
}

/** Every function that a rule calls. */
export function callsOf(node: RuleNode): readonly Extract<RuleNode, { readonly kind: 'call' }>[] {
  if (node.kind === 'call') return [node];
  return node.kind === 'not' ? callsOf(node.of) : [...callsOf(node.left), ...callsOf(node.right)];
}

import { goMatches } from './cel-functions/texts';

/** Texts and comments of the language: raw ones, those of three quotes, and those of one. */
const noCode =
  /[rR][bB]?(?:"""[^]*?"""|'''[^]*?'''|"[^"\n]*"|'[^'\n]*')|"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*/g;

/** The rule in the words of the language library. */
export function inLibraryWords(rule: string): string {
  return withPatterns(withoutHas(rule));
}

/** The rule without its texts, every place where it was. */
function codeOf(rule: string): string {
  return rule.replace(noCode, (text) => '_'.repeat(text.length));
}

function withPatterns(rule: string): string {
  let result = '';
  let end = 0;
  for (const { index, 0: call } of codeOf(rule).matchAll(/\.\s*matches\s*\(/g)) {
    result += `${rule.slice(end, index)}.${goMatches}(`;
    end = index + call.length;
  }
  return result + rule.slice(end);
}

/**
 * `has(a.b)` asks whether the map `a` has the key `b`; written as `("b" in a)`, it may stand behind an index too, which the library's own
 * macro does not allow.
 */
function withoutHas(rule: string): string {
  const code = codeOf(rule);
  const at = /(?<![\w.])has\s*\(/.exec(code);
  if (at === null) return rule;
  const start = at.index + at[0].length;
  const end = closing(code, start);
  const dot = code.slice(0, end).lastIndexOf('.');
  const asked = `("${rule.slice(dot + 1, end).trim()}" in ${withoutHas(rule.slice(start, dot))})`;
  return rule.slice(0, at.index) + asked + withoutHas(rule.slice(end + 1));
}

/** Where the parenthesis closes that was opened before `start`. */
function closing(code: string, start: number): number {
  let depth = 1;
  for (let at = start; at < code.length; at++) {
    if (code[at] === '(') depth++;
    if (code[at] === ')' && --depth === 0) return at;
  }
  return code.length;
}

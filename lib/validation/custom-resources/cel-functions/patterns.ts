import { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS>();
const mostCompiled = 1000;

/** A regular expression in the syntax of Go, read once. @throws where it is malformed */
export function patternOf(pattern: string): RE2JS {
  let known = compiled.get(pattern);
  if (known === undefined) {
    known = RE2JS.compile(pattern);
    if (compiled.size < mostCompiled) compiled.set(pattern, known);
  }
  return known;
}

/** Far more than a manifest has, and far less than what ends a process: parsers call themselves for each level. */
const deepest = 500;

const deepBlock = /^[ ?-]{2000}/m;

/**
 * Whether lists and maps might stand within each other more often than a parser bears. Counts what looks like a bracket, within texts too: a
 * text that is taken for deep by mistake is read all the same, and its errors are told in fewer words.
 */
export function mayBeDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === openBracket || letter === openBrace) depth++;
    else if (depth > 0 && (letter === closeBracket || letter === closeBrace)) depth--;
    if (depth > deepest) return true;
  }
  return deepBlock.test(text);
}

const [openBracket, closeBracket, openBrace, closeBrace] = Array.from('[]{}', (letter) => letter.charCodeAt(0));

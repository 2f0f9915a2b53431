/** How often lists and maps may stand within each other: far more than a manifest has, and less than ends a process, since parsers call themselves. */
export const deepest = 500;

/** A level of lists or maps takes one character at least. */
const deepBlock = /^[ ?-]{500}/m;

/** Whether lists and maps might be too deep. Counts what looks like a bracket or an indentation, within texts too. */
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

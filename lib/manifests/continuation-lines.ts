import { parseEvents, YAMLException } from 'js-yaml';
import { deepest } from './nesting';

/** Characters that may be parsed in all: each line that is found takes another look at the whole text. */
const mostParsed = 20_000_000;

/**
 * The text with deeper continuation lines of quoted texts and of lists and maps in brackets. YAML wants them deeper than the key that they belong to;
 * kubectl does not, and this white space means nothing.
 *
 * @returns undefined where no line is in want of it, or where the text does not parse for other reasons
 */
export function withDeeperContinuations(text: string): string | undefined {
  const pad = ' '.repeat(deepestIndentation(text) + 1);
  let deeper = text;
  for (let parsed = 0; parsed < mostParsed; parsed += deeper.length) {
    const error = parseError(deeper);
    if (error === undefined) return deeper === text ? undefined : deeper;
    if (error.reason !== 'deficient indentation' || error.mark === undefined) return undefined;
    const at = deeper.lastIndexOf('\n', error.mark.position - 1) + 1;
    deeper = deeper.slice(0, at) + pad + deeper.slice(at);
  }
  return undefined;
}

function parseError(text: string): YAMLException | undefined {
  try {
    parseEvents(text, { maxDepth: deepest });
    return undefined;
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

function deepestIndentation(text: string): number {
  let deepestYet = 0;
  for (const [spaces] of text.matchAll(/^ +/gm)) deepestYet = Math.max(deepestYet, spaces.length);
  return deepestYet;
}

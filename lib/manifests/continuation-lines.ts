import { parseEvents, YAMLException } from 'js-yaml';
import { deepest } from './nesting';

/** Characters that may be parsed in all: each text that is found takes another look at the whole document. */
const mostParsed = 200_000_000;

/**
 * The text with deeper continuation lines of quoted texts and of lists and maps in brackets. YAML wants them deeper than the key that they belong to;
 * kubectl does not, and this white space means nothing.
 *
 * @returns undefined where no line is in want of it, or where the text does not parse for other reasons
 */
export function withDeeperContinuations(text: string): string | undefined {
  let deeper = text;
  let shallow = shallowLine(text);
  if (shallow.at === undefined) return undefined;
  const pad = ' '.repeat(deepestIndentation(text) + 1);
  for (let parsed = 0; shallow.at !== undefined && parsed < mostParsed; parsed += deeper.length) {
    [deeper, shallow] = padFrom(shallow.at, deeper, pad);
  }
  return shallow.isSound ? deeper : undefined;
}

/** What js-yaml says of a text. */
interface Verdict {
  /** Where the first line begins that it wants to be deeper. */
  readonly at?: number;
  readonly isSound: boolean;
}

function shallowLine(text: string): Verdict {
  try {
    parseEvents(text, { maxDepth: deepest });
    return { isSound: true };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (error.reason !== 'deficient indentation' || error.mark === undefined) return { isSound: false };
    return { at: text.lastIndexOf('\n', error.mark.position - 1) + 1, isSound: false };
  }
}

/** Makes a line deeper, and with it all up to the next quote: a line that is behind the end of what it goes on from does not parse when it is deeper. */
function padFrom(start: number, text: string, pad: string): [text: string, verdict: Verdict] {
  for (const quote of ["'", '"']) {
    const [lines = ''] = new RegExp(`[^${quote}]*${quote}.*`, 'y').exec(text.slice(start)) ?? [];
    const padded = lines.replace(/^/gm, pad);
    const deeper = text.slice(0, start) + padded + text.slice(start + lines.length);
    const verdict = shallowLine(deeper);
    if (verdict.isSound || (verdict.at ?? 0) > start + padded.length) return [deeper, verdict];
  }
  const deeper = text.slice(0, start) + pad + text.slice(start);
  return [deeper, shallowLine(deeper)];
}

function deepestIndentation(text: string): number {
  let deepestYet = 0;
  for (const [spaces] of text.matchAll(/^ +/gm)) deepestYet = Math.max(deepestYet, spaces.length);
  return deepestYet;
}

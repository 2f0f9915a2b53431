import { parseEvents, YAMLException } from 'js-yaml';
import type { ReadProblem } from './manifest-document';
import { manifestsOfEvents } from './manifests-of-events';
import { deepest } from './nesting';

/**
 * Reads documents of YAML quickly, where they are of the plain kind that nearly all manifests are.
 *
 * @param texts of one document each
 * @returns undefined where one of them is not, or does not parse: then another reader has to tell which, and why
 */
export function readQuickly(texts: readonly string[]): readonly unknown[] | undefined {
  const text = texts.join('');
  try {
    const manifests = manifestsOfEvents(text, parseEvents(text, {}));
    // A text of comments alone is a document behind another one, and none at the beginning.
    return manifests?.length === texts.length ? manifests : undefined;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** What ends the reading of a text that may be too deep for other readers, from line 1; undefined where it is not. */
export function whyUnread(text: string): ReadProblem | undefined {
  try {
    parseEvents(text, { maxDepth: deepest });
    return undefined;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    const isDeep = error.reason.startsWith('nesting exceeded');
    const message = isDeep ? `lists and maps stand within each other more than ${deepest} deep` : error.reason;
    return { message, line: line + 1, column: column + 1 };
  }
}

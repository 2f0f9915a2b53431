import { load, parseEvents, YAMLException } from 'js-yaml';
import type { ReadProblem } from './manifest-document';
import { manifestsOfEvents } from './manifests-of-events';

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

/** Why a text is not read, of which no more is asked than whether it parses; its place is that of the text, from line 1. */
export function whyUnread(text: string): ReadProblem {
  try {
    load(text);
  } catch (error) {
    if (error instanceof YAMLException) {
      return { message: error.reason, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
    }
  }
  return { message: 'lists or maps are nested too deeply', line: 1, column: 1 };
}

import { defineScalarTag, FAILSAFE_SCHEMA, load, loadAll, NOT_RESOLVED, Schema, YAMLException } from 'js-yaml';
import type { ReadProblem } from './manifest-document';
import { falses, nulls, numberOfScalar, trues } from './yaml-scalars';

/** These tags are for reading alone. */
const identify = (): boolean => false;

const scalars: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...nulls.map((text) => [text, null] as const),
  ...trues.map((text) => [text, true] as const),
  ...falses.map((text) => [text, false] as const),
]);

const schema = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  defineScalarTag<boolean | null>('tag:yaml.org,2002:bool', {
    implicit: true,
    implicitFirstChars: [...new Set([...scalars.keys()].map((text) => text.charAt(0)))],
    identify,
    resolve: (text) => scalars.get(text) ?? (scalars.has(text) ? null : NOT_RESOLVED),
  }),
  defineScalarTag<number>('tag:yaml.org,2002:float', {
    implicit: true,
    implicitFirstChars: Array.from('-+.0123456789'),
    identify,
    resolve: (text) => numberOfScalar(text) ?? NOT_RESOLVED,
  }),
]);

/** Anchors, tags, merge keys and explicit keys: rare in manifests, and left to the reader that tells where things stand. */
const special = /<<|(?:^|[\s[{,])(?:[&!]|\?\s)/m;

/**
 * Reads documents of YAML quickly, where they are of the plain kind that nearly all manifests are.
 *
 * @param texts of one document each
 * @returns undefined where one of them is not, or does not parse: then another reader has to tell which, and why
 */
export function readQuickly(texts: readonly string[]): readonly unknown[] | undefined {
  const text = texts.join('');
  if (special.test(text)) return undefined;
  try {
    const manifests = loadAll(text, { schema });
    // A text of comments alone is a document behind another one, and none at the beginning.
    return manifests.length === texts.length ? manifests : undefined;
  } catch {
    return undefined;
  }
}

/** Why a text is not read; its place is that of the text, from line 1. */
export function whyUnread(text: string): ReadProblem {
  try {
    load(text, { schema });
  } catch (error) {
    if (error instanceof YAMLException) {
      return { message: error.reason, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
    }
  }
  return { message: 'lists or maps are nested too deeply', line: 1, column: 1 };
}

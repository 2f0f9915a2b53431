import { defineScalarTag, FAILSAFE_SCHEMA, load, NOT_RESOLVED, Schema } from 'js-yaml';
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
 * Reads one document of YAML quickly, where it is of the plain kind that nearly all manifests are.
 *
 * @returns undefined where it is not, or does not parse: then another reader has to tell why
 */
export function readQuickly(text: string): { readonly manifest: unknown } | undefined {
  if (special.test(text)) return undefined;
  try {
    return { manifest: load(text, { schema }) };
  } catch {
    return undefined;
  }
}

import { suggest, type Checking } from '../check/suggest';
import { patchOf } from './patch';
import type { Input } from './read-input';

/** A patch that mends what can simply be mended; empty where nothing can. */
export function suggestedPatch({ documents, textOf }: Input, checking: Checking): string {
  return patchOf(suggest(documents, checking), textOf);
}

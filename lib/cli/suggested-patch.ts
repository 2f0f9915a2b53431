import { isAbsolute } from 'node:path';
import { suggest, type Checking } from '../check/suggest';
import { patchOf } from './patch';
import type { Input } from './read-input';
import { UsageError } from './usage-error';

/**
 * A patch that mends what can simply be mended; empty where nothing can.
 *
 * @throws UsageError where a file lies above the working directory, which no patch may name
 */
export function suggestedPatch({ documents, textOf }: Input, checking: Checking): string {
  const above = documents.find(({ file = '' }) => file.startsWith('../') || isAbsolute(file))?.file;
  if (above !== undefined) {
    throw new UsageError(
      `--suggest: git applies no patch to '${above}': run it in a folder that holds all of the files`,
    );
  }
  return patchOf(suggest(documents, checking), textOf);
}

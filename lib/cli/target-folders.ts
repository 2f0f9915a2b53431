import { existsSync, readdirSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { isWithin } from '../check/check-sets';
import { nearest } from '../kubernetes/wording';
import type { Io } from './io';
import type { LoadedConfiguration } from './load-configuration';
import { UsageError } from './usage-error';

/** A folder of a target that is not there, so that the target's settings hold for no file of it. */
interface MissingFolder {
  readonly folder: string;
  readonly message: string;
}

/**
 * Tells which folders of targets are not there. What is checked may be a part on purpose, and the rest not made yet: that is a warning alone.
 *
 * @throws UsageError where such a folder would lie in what is checked
 */
export function checkTargetFolders(paths: readonly string[], configuration: LoadedConfiguration, io: Io): void {
  const folders = paths.filter((path) => path !== '-').map((path) => relative('', path).split(sep).join('/'));
  const missing = missingFolders(configuration);
  const asked = missing.filter(({ folder }) => folders.some((one) => isWithin(folder, one)));
  if (asked.length > 0) throw new UsageError(asked.map(({ message }) => message).join('\n'));
  for (const { message } of missing) io.writeError(`warning: ${message}\n`);
}

/** The folders of targets that are not there. */
export function missingFolders({ targets, file = '', at }: LoadedConfiguration): MissingFolder[] {
  return targets.flatMap(({ name, folders }) =>
    folders.flatMap((folder, position) => {
      if (existsSync(folder === '' ? '.' : folder)) return [];
      const line = at(`targets[${name}].folders[${position}]`)?.line ?? 1;
      const message = `${file}:${line}: the target '${name}' receives '${folder}', which is not there: ${nextStep(folder)}`;
      return [{ folder, message }];
    }),
  );
}

function nextStep(folder: string): string {
  const beside = posix.dirname(folder);
  const known = existsSync(beside) ? readdirSync(beside) : [];
  const meant = nearest(posix.basename(folder), known);
  return meant === undefined ? 'correct it, or make the folder first' : `'${posix.join(beside, meant)}' is meant?`;
}

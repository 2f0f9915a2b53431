import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { reasonOf, UsageError } from './usage-error';

/**
 * Writes a file as a whole or not at all: whoever reads it meanwhile sees the old one.
 *
 * @throws UsageError where it cannot be written
 */
export function writeReport(file: string, text: string): void {
  try {
    if (isSpecial(file)) writeFileSync(file, text);
    else replaceFile(followed(file), text);
  } catch (error) {
    throw new UsageError(`cannot write '${file}': ${reasonOf(error)}`);
  }
}

/** By a file in a folder of its own: whatever else lies there is not ours. */
function replaceFile(file: string, text: string): void {
  const folder = mkdtempSync(join(dirname(file), '.exposed-app-'));
  try {
    const beside = join(folder, 'report');
    writeFileSync(beside, text);
    const old = statSync(file, { throwIfNoEntry: false });
    // A report that nobody else may read stays one.
    if (old !== undefined) chmodSync(beside, old.mode & 0o777);
    renameSync(beside, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file at the end of a link, which may not be there yet: a link stays one. */
function followed(file: string): string {
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return realpathSync(file);
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? resolve(dirname(file), readlinkSync(file)) : file;
}

/** Adds to a file that others add to as well. */
export function appendToFile(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new UsageError(`cannot write '${file}': ${reasonOf(error)}`);
  }
}

/** A pipe or a device has nothing that could be replaced. */
function isSpecial(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

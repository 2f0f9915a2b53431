import { appendFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { reasonOf, UsageError } from './usage-error';

/**
 * Writes a file as a whole or not at all: whoever reads it meanwhile sees the old one.
 *
 * @throws UsageError where it cannot be written
 */
export function writeReport(file: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    if (isSpecial(file)) {
      writeFileSync(file, text);
      return;
    }
    writeFileSync(beside, text, { flag: 'wx' });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UsageError(`cannot write '${file}': ${reasonOf(error)}`);
  }
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

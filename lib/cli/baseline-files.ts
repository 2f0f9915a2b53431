import { readFileSync, statSync } from 'node:fs';
import { baselineOf, parseBaseline, printBaseline, sinceBaseline } from '../check/baseline';
import type { CheckedSet } from '../check/report';
import { reasonOf, UsageError } from './usage-error';
import { writeReport } from './write-report';

/** Where a baseline is written when nobody says. */
const defaultFile = 'exposed-app-baseline.json';

/** The flags that are about baselines, as they are given. */
export interface BaselineFlags {
  readonly baseline?: string;
  /** The file, or true where the flag stands alone. */
  readonly writeBaseline?: string | true;
}

/** Leaves out what the baseline holds. @throws UsageError where it cannot be read */
export function withoutBaseline(set: CheckedSet, file: string): CheckedSet {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read the baseline '${file}': ${reasonOf(error)}; --write-baseline ${file} makes one`);
  }
  try {
    return sinceBaseline(set, parseBaseline(text, file), file);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Writes the findings of a set as a baseline. */
export function writeBaseline(set: CheckedSet, file: string): void {
  writeReport(file, printBaseline(baselineOf(set)));
}

/**
 * The file to write a baseline to, and the paths to check: what stands behind the flag is a file for the baseline, unless `--baseline` names
 * one already or it is a folder, which nobody writes a baseline to.
 */
export function baselineTarget(
  { baseline, writeBaseline: asked }: BaselineFlags,
  paths: readonly string[],
): { readonly file: string | undefined; readonly paths: readonly string[] } {
  if (asked === undefined) return { file: undefined, paths };
  if (asked === true) return { file: baseline ?? defaultFile, paths };
  const isPath = baseline !== undefined || paths.length === 0 || isFolder(asked);
  return isPath ? { file: baseline ?? defaultFile, paths: [asked, ...paths] } : { file: asked, paths };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { ManifestDocument } from '../manifests/manifest-document';
import { manifestFiles, parseBytes, readManifests } from '../manifests/read-manifests';
import type { Io } from './io';
import { reasonOf, UsageError } from './usage-error';

/** What standard input is called in reports. */
const standardInput = '<stdin>';

/** What was read. */
export interface Input {
  readonly documents: readonly ManifestDocument[];
  /** The whole text of a file that documents came from. */
  readonly textOf: (file: string) => string;
}

/**
 * The documents of files, folders and standard input, in the order in which they are given; a file that is given twice is read once.
 *
 * @throws UsageError where something cannot be read, or holds nothing to read
 */
export async function readInput(paths: readonly string[], io: Io): Promise<Input> {
  const seen = new Set<string>();
  const documents: ManifestDocument[] = [];
  const piped = paths.includes('-') ? await readPiped(io) : undefined;
  for (const path of new Set(paths)) {
    if (path !== '-') documents.push(...readPath(path, seen));
    else if (piped !== undefined) documents.push(...orUnreadable('-', () => parseBytes(piped, standardInput)));
  }
  if (documents.length === 0) throw new UsageError(`nothing to read: no document in ${paths.map(nameOf).join(', ')}`);
  const textOf = (file: string): string =>
    file === standardInput && piped !== undefined
      ? piped.toString('utf8')
      : orUnreadable(file, () => readFileSync(file, 'utf8'));
  return { documents, textOf };
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : `'${path}'`;
}

async function readPiped(io: Io): Promise<Buffer> {
  try {
    return await io.readInput();
  } catch (error) {
    throw unreadable('-', error);
  }
}

function readPath(path: string, seen: Set<string>): ManifestDocument[] {
  const files = orUnreadable(path, () => manifestFiles(fromHere(path)));
  if (files.length === 0) {
    throw new UsageError(`nothing to read in '${path}': the folder holds no file that ends in .yaml, .yml or .json`);
  }
  const fresh = files.map((file) => file.split(sep).join('/')).filter((file) => !seen.has(file));
  for (const file of fresh) seen.add(file);
  return fresh.flatMap((file) => orUnreadable(file, () => readManifests([file])));
}

/** Relative to the working directory, as files stand in reports. */
function fromHere(path: string): string {
  const short = relative('', path);
  return short === '' ? '.' : short;
}

function orUnreadable<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UsageError {
  return new UsageError(`cannot read ${nameOf(path)}: ${reasonOf(error)}`);
}

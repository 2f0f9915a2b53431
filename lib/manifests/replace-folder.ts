import * as fs from 'node:fs';
import * as path from 'node:path';
import { foldersOf, outputText, type OutputFile } from './output-file';
import { OutputFolderError } from './output-folder-error';

/*
 * Beside `dist` stands, for as long as it is written, `.dist.cdk8s-exposed-app-XXXXXX` with `new`, the folder to come, and `old`, the one that it
 * replaces. At any moment `dist` is whole, or it is missing and `old` is whole: what is to be removed is called `gone` first.
 */
const stagingMark = '.cdk8s-exposed-app-';
const attempts = 10;
/** What the system answers where another run has put its folder in the way, or has taken something away. */
const raceCodes = ['ENOTEMPTY', 'EEXIST', 'ENOENT'];

/** Runs what another run over the same folder may come between: then it begins anew. */
export function despiteOtherRuns<Result>(folder: string, act: () => Result): Result {
  for (let attempt = 1; ; attempt++) {
    try {
      return act();
    } catch (error) {
      if (error instanceof OutputFolderError) throw error;
      if (!raceCodes.includes(errorCode(error))) {
        throw new OutputFolderError(folder, `cannot be written: ${messageOf(error)}`, error);
      }
      if (attempt < attempts) continue;
      const problem = 'is being written by another run. Let one finish before the next begins';
      throw new OutputFolderError(folder, problem, error);
    }
  }
}

/** Writes the files into a new folder and puts it where the old one is. On any failure the old folder is in its place. */
export function replaceFolder(folder: string, place: string, files: readonly OutputFile[]): void {
  const staging = makeStaging(folder, place);
  try {
    const next = path.join(staging, 'new');
    writeFiles(next, files);
    keepAccess(place, next);
    swap(folder, staging, place);
  } catch (error) {
    // An old folder that could not be put back stays: the next run does that.
    if (!fs.existsSync(path.join(staging, 'old'))) removeIfPossible(staging);
    throw error;
  }
  removeIfPossible(staging);
}

/** Ends what a killed run began: puts the old folder back where it is missing, and removes what was left beside it. */
export function recoverKilledRun(place: string): void {
  const above = path.dirname(place);
  const prefix = stagingPrefix(place);
  const isStaging = (name: string) => name.startsWith(prefix) && /^\w{6}$/.test(name.slice(prefix.length));
  for (const name of fs.existsSync(above) ? fs.readdirSync(above).filter(isStaging) : []) {
    // Taken away before anything else: a run that is alive after all finds its folder gone as a whole, and begins anew.
    const taken = fs.mkdtempSync(path.join(above, prefix));
    fs.rmdirSync(taken);
    renameUnlessRaced(path.join(above, name), taken);
    if (!fs.existsSync(place)) renameUnlessRaced(path.join(taken, 'old'), place);
    removeIfPossible(taken);
  }
}

function renameUnlessRaced(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (!raceCodes.includes(errorCode(error))) throw error;
  }
}

/** What stays does no harm: the next run tries again. */
function removeIfPossible(staging: string): void {
  try {
    renameUnlessRaced(path.join(staging, 'old'), path.join(staging, 'gone'));
    fs.rmSync(staging, { recursive: true, force: true });
  } catch {
    return;
  }
}

function stagingPrefix(place: string): string {
  return `.${path.basename(place)}${stagingMark}`;
}

function makeStaging(folder: string, place: string): string {
  const above = path.dirname(place);
  try {
    fs.mkdirSync(above, { recursive: true });
    return fs.mkdtempSync(path.join(above, stagingPrefix(place)));
  } catch (error) {
    throw new OutputFolderError(
      folder,
      `is replaced as a whole, which needs a temporary folder beside it, but none can be made in ${JSON.stringify(above)} (${errorCode(error)}). ` +
        'Make that possible or name another folder',
      error,
    );
  }
}

function writeFiles(at: string, files: readonly OutputFile[]): void {
  fs.mkdirSync(at);
  for (const inner of foldersOf(files)) fs.mkdirSync(path.join(at, inner));
  for (const file of files) fs.writeFileSync(path.join(at, file.path), outputText(file), { flag: 'wx' });
}

/** Whoever may look into the old folder, and nobody else, may look into the new one. */
function keepAccess(place: string, next: string): void {
  const old = fs.statSync(place, { throwIfNoEntry: false });
  if (old === undefined) return;
  try {
    fs.chownSync(next, old.uid, old.gid);
  } catch {
    // Only the system's administrator may give folders away.
  }
  fs.chmodSync(next, old.mode);
}

function swap(folder: string, staging: string, place: string): void {
  const old = path.join(staging, 'old');
  try {
    if (fs.existsSync(place)) fs.renameSync(place, old);
    fs.renameSync(path.join(staging, 'new'), place);
  } catch (error) {
    renameUnlessRaced(old, place);
    throw explained(folder, error);
  }
}

function explained(folder: string, error: unknown): unknown {
  const code = errorCode(error);
  if (!['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(code)) return error;
  return new OutputFolderError(
    folder,
    `is replaced as a whole by renaming, and the system does not allow that (${code}), as for a mount point or a container's volume. ` +
      `Name a folder inside it, such as ${JSON.stringify(path.join(folder, 'manifests'))}`,
    error,
  );
}

/** The system's errors are of another `Error` than that of a sandbox such as jest's. */
function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

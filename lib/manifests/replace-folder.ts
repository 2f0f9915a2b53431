import * as fs from 'node:fs';
import * as path from 'node:path';
import { foldersOf, outputText, type OutputFile } from './output-file';
import { OutputFolderError } from './output-folder-error';

/*
 * Beside `dist` stands, for as long as it is written, `.dist.cdk8s-exposed-app-XXXXXX` with `new`, the folder to come, and `old`, the one that it
 * replaces. At any moment `dist` is whole, or it is missing and `old` is whole.
 */
const stagingMark = '.cdk8s-exposed-app-';
const attempts = 3;
/** What renaming answers where another run has put its folder there, or has just taken the old one away. */
const raceCodes = ['ENOTEMPTY', 'EEXIST', 'ENOENT'];

/** Writes the files into a new folder and puts it where the old one is. On any failure the old folder is in its place. */
export function replaceFolder(folder: string, place: string, files: readonly OutputFile[]): void {
  for (let attempt = 1; ; attempt++) {
    const staging = makeStaging(folder, place);
    try {
      writeFiles(path.join(staging, 'new'), files);
      swap(staging, place);
      fs.rmSync(staging, { recursive: true });
      return;
    } catch (error) {
      const lostRace = raceCodes.includes(errorCode(error));
      discard(staging);
      if (!lostRace || attempt === attempts) throw explained(folder, error, lostRace);
    }
  }
}

/** Ends what a killed run began: puts the old folder back where it is missing, and removes what was left beside it. */
export function recoverKilledRun(place: string): void {
  const above = path.dirname(place);
  const prefix = stagingPrefix(place);
  const isStaging = (name: string) => name.startsWith(prefix) && /^\w{6}$/.test(name.slice(prefix.length));
  for (const name of fs.existsSync(above) ? fs.readdirSync(above).filter(isStaging) : []) {
    const staging = path.join(above, name);
    const old = path.join(staging, 'old');
    if (!fs.existsSync(place)) renameIfThere(old, place);
    // Renamed before it is removed: a run that is alive after all finds it gone as a whole, and begins anew.
    const bin = fs.mkdtempSync(path.join(above, prefix));
    renameIfThere(staging, path.join(bin, 'left'));
    fs.rmSync(bin, { recursive: true });
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
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
      `is replaced as a whole, which needs a temporary folder beside it, but ${JSON.stringify(above)} cannot be written (${errorCode(error)}). ` +
        'Allow writing there or name another folder',
      error,
    );
  }
}

function writeFiles(at: string, files: readonly OutputFile[]): void {
  fs.mkdirSync(at);
  for (const inner of foldersOf(files)) fs.mkdirSync(path.join(at, inner));
  for (const file of files) fs.writeFileSync(path.join(at, file.path), outputText(file), { flag: 'wx' });
}

function swap(staging: string, place: string): void {
  const old = path.join(staging, 'old');
  if (fs.existsSync(place)) fs.renameSync(place, old);
  try {
    fs.renameSync(path.join(staging, 'new'), place);
  } catch (error) {
    if (fs.existsSync(old)) fs.renameSync(old, place);
    throw error;
  }
}

/** Removes what was staged, but never an old folder that could not be put back: the next run does that. */
function discard(staging: string): void {
  if (!fs.existsSync(path.join(staging, 'old'))) fs.rmSync(staging, { recursive: true, force: true });
}

function explained(folder: string, error: unknown, lostRace: boolean): unknown {
  const code = errorCode(error);
  if (lostRace) {
    return new OutputFolderError(
      folder,
      'is being written by another run. Let one finish before the next begins',
      error,
    );
  }
  if (['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(code)) {
    return new OutputFolderError(
      folder,
      `is replaced as a whole by renaming, and the system does not allow that (${code}), as for a mount point or a container's volume. ` +
        `Name a folder inside it, such as ${JSON.stringify(path.join(folder, 'manifests'))}`,
      error,
    );
  }
  return error;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

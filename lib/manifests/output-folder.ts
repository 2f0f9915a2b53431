import * as fs from 'node:fs';
import * as path from 'node:path';
import { outputText, ownMark, foldersOf, type OutputFile } from './output-file';
import { OutputFolderError } from './output-folder-error';

/**
 * The place of an output folder with symbolic links followed, whether it exists or not. Refuses a file, and a folder that holds the working
 * directory: replacing that one would pull the ground from under the program.
 */
export function realPlace(folder: string): string {
  const direct = placeInRealFolder(folder, path.resolve(folder));
  const found = fs.lstatSync(direct, { throwIfNoEntry: false });
  if (found === undefined) return direct;
  const place = found.isSymbolicLink() ? followed(folder, direct) : direct;
  if (!fs.statSync(place).isDirectory()) {
    throw new OutputFolderError(folder, 'is a file. Remove it or name another folder');
  }
  const fromPlace = path.relative(place, fs.realpathSync('.'));
  if (fromPlace !== '..' && !fromPlace.startsWith(`..${path.sep}`) && !path.isAbsolute(fromPlace)) {
    throw new OutputFolderError(
      folder,
      `${fromPlace === '' ? 'is' : 'contains'} the working directory, and it would be replaced as a whole. Name a folder of its own, such as "dist"`,
    );
  }
  return place;
}

function followed(folder: string, absolute: string): string {
  try {
    return fs.realpathSync(absolute);
  } catch (error) {
    throw new OutputFolderError(
      folder,
      'is a symbolic link that leads nowhere. Make the folder it points to, or remove the link',
      error,
    );
  }
}

/** The path with the links above it followed; the folders above need not exist yet. */
function placeInRealFolder(folder: string, absolute: string): string {
  const above = path.dirname(absolute);
  if (!fs.existsSync(above)) return path.join(placeInRealFolder(folder, above), path.basename(absolute));
  if (!fs.statSync(above).isDirectory()) {
    throw new OutputFolderError(
      folder,
      `cannot be made, since ${JSON.stringify(above)} is a file. Name another folder`,
    );
  }
  return path.join(fs.realpathSync(above), path.basename(absolute));
}

/**
 * Refuses a folder with anything in it that this library did not write.
 *
 * @returns whether the folder holds exactly these files already.
 */
export function inspectFolder(folder: string, place: string, files: readonly OutputFile[]): boolean {
  const found: Found = { foreign: [], files: 0, folders: 0, same: true };
  visit(place, '', new Map(files.map((file) => [file.path, outputText(file)])), found);
  if (found.foreign.length > 0) {
    const shown = found.foreign.slice(0, 5).join(', ');
    const more = found.foreign.length > 5 ? ` and ${found.foreign.length - 5} more` : '';
    throw new OutputFolderError(
      folder,
      `holds what this library did not write, and it would be replaced as a whole: ${shown}${more}. ` +
        `Allowed are files that begin with "${ownMark}" and folders of such. ` +
        'Move the rest away, empty the folder once if another program wrote it, or name another folder',
    );
  }
  return found.same && found.files === files.length && found.folders === foldersOf(files).length;
}

interface Found {
  readonly foreign: string[];
  files: number;
  folders: number;
  same: boolean;
}

function visit(place: string, inner: string, wanted: ReadonlyMap<string, string>, found: Found): void {
  for (const entry of fs.readdirSync(path.join(place, inner), { withFileTypes: true })) {
    const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) {
      found.folders++;
      visit(place, name, wanted, found);
    } else if (!entry.isFile()) {
      found.foreign.push(`${name} (${entry.isSymbolicLink() ? 'a symbolic link' : 'no regular file'})`);
    } else {
      found.files++;
      const wantedText = wanted.get(name);
      const text = readStart(path.join(place, name), found.same ? wantedText : undefined);
      if (!text.startsWith(ownMark)) found.foreign.push(name);
      found.same &&= text === wantedText;
    }
  }
}

/** The text where it may be as wanted, otherwise only what tells whose file it is: another's file may be of any size. */
function readStart(file: string, wanted: string | undefined): string {
  const descriptor = fs.openSync(file, 'r');
  try {
    const size = fs.fstatSync(descriptor).size;
    const whole = wanted !== undefined && size === Buffer.byteLength(wanted);
    const bytes = Buffer.alloc(whole ? size : ownMark.length);
    return bytes.toString('utf8', 0, fs.readSync(descriptor, bytes));
  } finally {
    fs.closeSync(descriptor);
  }
}

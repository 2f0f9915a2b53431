import { posix, win32 } from 'node:path';
import { OutputFolderError } from './output-folder-error';

/** A YAML file of an output folder. */
export interface OutputFile {
  /** Its place in the folder, with `/` between the names. */
  readonly path: string;
  /** Its documents as YAML. */
  readonly text: string;
}

/** What every file begins with that this library wrote, in whichever version. */
export const ownMark = '# Written by cdk8s-exposed-app.';
const header = `${ownMark} Do not edit: change the program and synthesize again.\n`;

/** The bytes of the file: its documents below the line by which we know it as ours. */
export function outputText(file: OutputFile): string {
  return header + file.text;
}

/** The folders that the files need below the output folder, each one after the one that holds it. */
export function foldersOf(files: readonly OutputFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ path }) => ancestors(path)))];
}

/** Refuses file paths that lead out of the folder, or of which one would overwrite another on some file system. */
export function checkOutputPaths(folder: string, files: readonly OutputFile[]): void {
  const problems = [
    ...files.flatMap(({ path }) => pathProblems(path).map((problem) => `${JSON.stringify(path)} ${problem}`)),
    ...collisions(files),
  ];
  if (problems.length > 0) {
    throw new OutputFolderError(
      folder,
      `cannot hold these files: ${problems.join('; ')}. ` +
        `Allowed are relative paths with / between the names, of at most ${longestName} bytes each, different from one another in more than upper and lower case. ` +
        'Rename the charts or objects that they are named after',
    );
  }
}

/** In bytes, on all common file systems. */
const longestName = 255;

function pathProblems(path: string): string[] {
  if (posix.isAbsolute(path) || win32.isAbsolute(path)) return ['is an absolute path'];
  if (/[\0\\]/.test(path)) return ['contains a NUL or a backslash'];
  const names = path.split('/');
  const odd = names.find((name) => name === '' || name === '.' || name === '..');
  if (odd !== undefined) return [`contains the name ${JSON.stringify(odd)}`];
  const long = names.find((name) => Buffer.byteLength(name) > longestName);
  return long === undefined ? [] : [`contains a name of ${Buffer.byteLength(long)} bytes`];
}

/** File systems of macOS and Windows take names for one that differ only in case or in how an accent is written. */
function collisions(files: readonly OutputFile[]): string[] {
  const seen = new Map<string, { readonly path: string; readonly isFile: boolean }>();
  const problems: string[] = [];
  const put = (path: string, isFile: boolean): void => {
    const key = path.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other === undefined) seen.set(key, { path, isFile });
    else if (isFile || other.isFile || other.path !== path) {
      problems.push(`${JSON.stringify(path)} falls together with ${JSON.stringify(other.path)}`);
    }
  };
  for (const { path } of files) {
    ancestors(path).forEach((folder) => {
      put(folder, false);
    });
    put(path, true);
  }
  return problems;
}

/** `a/b/c` lies in `a` and in `a/b`. */
function ancestors(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, position) => names.slice(0, position + 1).join('/'));
}

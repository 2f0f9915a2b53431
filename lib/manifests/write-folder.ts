import * as fs from 'node:fs';
import { checkOutputPaths, type OutputFile } from './output-file';
import { inspectFolder, realPlace } from './output-folder';
import { despiteOtherRuns, recoverKilledRun, replaceFolder } from './replace-folder';

/**
 * Replaces the folder by one that holds exactly these YAML files, or changes nothing.
 *
 * Every file gets a first line that says who wrote it. A folder with anything in it that lacks this line is refused, as is one that contains the
 * working directory. A symbolic link to a folder is followed. A folder that holds these files already is left alone.
 *
 * @throws {OutputFolderError} where the folder is refused or cannot be replaced.
 */
export function writeFolder(folder: string, files: readonly OutputFile[]): void {
  checkOutputPaths(folder, files);
  const place = despiteOtherRuns(folder, () => realPlace(folder));
  // Once: it takes away what a run that is alive has begun, and to do so again each time would end neither.
  despiteOtherRuns(folder, () => {
    recoverKilledRun(place);
  });
  despiteOtherRuns(folder, () => {
    if (fs.existsSync(place) && inspectFolder(folder, place, files)) return;
    replaceFolder(folder, place, files);
  });
}

/** The output folder cannot be written. It is as it was before. */
export class OutputFolderError extends Error {
  /** The folder as the caller named it. */
  readonly folder: string;

  /** @param problem what was seen, what is allowed, and the next step, in sentences; the last one without its full stop. */
  constructor(folder: string, problem: string, cause?: unknown) {
    super(`Output folder ${JSON.stringify(folder)} ${problem}.`, cause === undefined ? {} : { cause });
    this.name = 'OutputFolderError';
    this.folder = folder;
  }
}

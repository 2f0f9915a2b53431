/** The world as a command sees it: a test gives another one than the process. */
export interface Io {
  /** All of standard input. */
  readonly readInput: () => Promise<Buffer>;
  readonly writeOutput: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly outputIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** In UTC, `2026-11-21`. */
  readonly today: () => string;
}

import type { Io } from './io';

/** One line on a terminal that says what takes so long, and goes away again. */
export class Progress {
  private readonly io: Io;
  private readonly isShown: boolean;

  constructor(io: Io) {
    this.io = io;
    this.isShown = io.errorIsTerminal && io.environment['TERM'] !== 'dumb';
  }

  say(what: string): void {
    if (this.isShown) this.io.writeError(`\r\u001b[K${what}...`);
  }

  end(): void {
    if (this.isShown) this.io.writeError('\r\u001b[K');
  }
}

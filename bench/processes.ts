import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a program of this folder says of its own run. */
export interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Runs a program of `programs/` in a process of its own; it prints a `Run`. */
export function measuredProgram(name: string, ...args: readonly string[]): Run {
  const program = join(__dirname, 'programs', `${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, program, ...args]);
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString()) as Run;
}

/** How long a whole process takes, from its start to its end. */
export function processTime(command: string, args: readonly string[], statuses: readonly number[] = [0]): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const time = performance.now() - start;
  if (error !== undefined || status === null || !statuses.includes(status)) {
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.toString()}`);
  }
  return time;
}

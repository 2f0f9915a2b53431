import { Command, CommanderError } from 'commander';
import { addCheckCommand } from './check-command';
import { addExplainCommand } from './explain-command';
import type { Io } from './io';
import { addRulesCommand } from './rules-command';
import { UsageError } from './usage-error';
import { ownVersion } from './version';

/** What a command answers with: good, the answer is no, or it could not be asked. */
export type ExitCode = 0 | 1 | 2;

const help = `
Exit codes:
  0  good
  1  the answer is no: something was found
  2  wrong usage, a file that cannot be read, nothing to read, or an internal error

Examples:
  exposed-app check dist/                        check the manifests of a folder
  helm template shop ./chart | exposed-app check -
  exposed-app explain 503                        which rules know this symptom`;

/** Runs a command line. Never throws: what nobody has thought of must not be taken for a finding. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const answer = (given: ExitCode): void => {
    code = given;
  };
  try {
    await programOf(io, answer).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has written its message already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.writeError(error instanceof UsageError ? `error: ${error.message}\n` : internalError(error));
    return 2;
  }
}

function internalError(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `internal error: please report it, with the command and what follows\n${stack}\n`;
}

function programOf(io: Io, answer: (code: ExitCode) => void): Command {
  const program = new Command('exposed-app')
    .description(
      'Checks Kubernetes manifests before anyone applies them: refused, broken or risky, and what to do next.',
    )
    .version(ownVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', help)
    .configureOutput({ writeOut: io.writeOutput, writeErr: io.writeError })
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride();
  addCheckCommand(program, io, answer);
  addRulesCommand(program, io);
  addExplainCommand(program, io, answer);
  return program;
}

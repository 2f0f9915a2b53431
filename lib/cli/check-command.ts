import { Option, type Command } from 'commander';
import * as actions from './actions';
import type { Io } from './io';
import type { CheckFlags } from './run-check';
import type { ExitCode } from './run';

const help = `
PATH is a file, a folder (every .yaml, .yml and .json file below it is read) or - for standard input. All of them are one set: what one cluster receives.

Findings are refused (the API server says no), broken (accepted, but traffic cannot arrive) or risky (works, against policy).

Examples:
  exposed-app check dist/
  exposed-app check --format sarif --output exposed-app.sarif dist/
  exposed-app check --fail-on warning --preset strict dist/
  exposed-app check --suggest dist/ | git apply      mend what can simply be mended`;

/** `exposed-app check`. */
export function addCheckCommand(program: Command, io: Io, answer: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('hold a set of manifests against the API server, against itself and against a policy')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('--kubernetes <version>', 'the Kubernetes version aimed at, such as 1.36 (default: the newest one known)')
    .addOption(
      new Option('--preset <preset>', 'which rules to ask: essential leaves out medium and low risks').choices([
        'essential',
        'strict',
      ]),
    )
    .addOption(
      new Option('--format <format>', 'how the report is written')
        .choices(['text', 'json', 'sarif', 'junit', 'github', 'gitlab'])
        .default('text'),
    )
    .option('--output <file>', 'write the report to a file instead of standard output')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['error', 'warning', 'note'])
        .default('error'),
    )
    .option('--today <date>', 'the day that waivers are judged at, such as 2026-11-21 (default: today in UTC)')
    .option('--suggest', 'print a patch that mends what can simply be mended, after the report')
    .addHelpText('after', help)
    .action(async (paths: string[], flags: CheckFlags) => {
      answer(await actions.runCheck(paths, flags, io));
    });
}

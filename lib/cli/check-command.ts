import { Option, type Command } from 'commander';
import * as actions from './actions';
import type { Io } from './io';
import type { CheckFlags } from './run-check';
import type { ExitCode } from './run';

const help = `
PATH is a file, a folder (every .yaml, .yml and .json file below it is read) or - for standard input. All of them are one set, what one cluster receives, unless exposed-app.yaml names targets and the folders that each receives.

Findings are refused (the API server says no), broken (accepted, but traffic cannot arrive) or risky (works, against policy).

Examples:
  exposed-app check dist/
  exposed-app check --format sarif --output exposed-app.sarif dist/
  exposed-app check --fail-on warning --preset strict dist/
  exposed-app check --suggest dist/ | git apply --allow-empty      mend what can simply be mended
  exposed-app check --write-baseline dist/           from now on, fail on new findings alone:
  exposed-app check --baseline exposed-app-baseline.json dist/`;

/** `exposed-app check`. */
export function addCheckCommand(program: Command, io: Io, answer: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('hold a set of manifests against the API server, against itself and against a policy')
    .argument('[path...]', 'files, folders, or - for standard input')
    .option(
      '--config <file>',
      'targets and policy (default: exposed-app.yaml of the working directory, where there is one)',
    )
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
    .option('--baseline <file>', 'leave out the findings that a baseline holds, and tell which of them are gone')
    .option('--write-baseline [file]', 'write the findings as a baseline, to that of --baseline unless a file is named')
    .option('--explain-config', 'tell where each setting comes from, and check nothing')
    .option('--suggest', 'print a patch that mends what can simply be mended, after the report')
    .addHelpText('after', help)
    .action(async (paths: string[], flags: CheckFlags) => {
      answer(await actions.runCheck(paths, flags, io));
    });
}

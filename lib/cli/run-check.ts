import { checkSet, type CheckOptions } from '../check';
import { applicationsOf } from '../check/application-of';
import type { CheckedSet } from '../check/report';
import type { Severity } from '../findings/finding';
import type { ManifestDocument } from '../manifests/manifest-document';
import type { Preset } from '../policy/policy';
import * as reporters from '../reporters';
import type { ReportContext } from '../reporters/reporter';
import { counted, isStanding, weighsAtLeast } from '../reporters/wording';
import type { Target } from '../target/target';
import { checkOptions } from './check-options';
import { wantsColours } from './colours';
import type { Io } from './io';
import * as onDemand from './on-demand';
import { Progress } from './progress';
import { readInput } from './read-input';
import type { ExitCode } from './run';
import { UsageError } from './usage-error';
import { ownVersion } from './version';
import { appendToFile, writeReport } from './write-report';

/** The flags of `exposed-app check`. */
export interface CheckFlags {
  readonly kubernetes?: string;
  readonly preset?: Preset;
  readonly format: 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'gitlab';
  readonly output?: string;
  readonly failOn: Severity;
  readonly today?: string;
  readonly suggest?: true;
}

/** What was found, and the patch that mends it. */
interface Checked {
  readonly set: CheckedSet;
  readonly patch: string;
}

/** Checks what the paths hold, and writes the report. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, io: Io): Promise<ExitCode> {
  if (flags.suggest === true && flags.format !== 'text') {
    throw new UsageError(`--suggest prints a patch after a text: leave --format ${flags.format} out`);
  }
  const options = checkOptions(flags, io);
  const { set, patch } = await checked(paths, flags, options, io);
  const context = contextOf(set, flags, options, io);
  const report = reporters[flags.format](set.report, context) + (patch === '' ? '' : `\n${patch}`);
  if (flags.output === undefined) io.writeOutput(report);
  else writeReport(flags.output, report);
  const summary = io.environment['GITHUB_STEP_SUMMARY'];
  if (flags.format === 'github' && summary !== undefined && summary !== '') {
    appendToFile(summary, onDemand.githubSummary(set.report, context));
  }
  const fails = set.report.findings.some((one) => isStanding(one) && weighsAtLeast(one.severity, flags.failOn));
  return fails ? 1 : 0;
}

async function checked(
  paths: readonly string[],
  flags: CheckFlags,
  options: CheckOptions & { readonly target: Target },
  io: Io,
): Promise<Checked> {
  const progress = new Progress(io);
  try {
    progress.say(`reading ${paths.join(', ')}`);
    const input = await readInput(paths, io);
    const { documents } = input;
    progress.say(`checking ${counted(documents.length, 'document')}`);
    const set = checkSet(documents, options);
    if (flags.suggest !== true) return { set, patch: '' };
    progress.say('looking for what can be mended');
    const check = (mended: readonly ManifestDocument[]): CheckedSet => checkSet(mended, options);
    return { set, patch: onDemand.suggestedPatch(input, { check, targetOf: () => options.target }) };
  } finally {
    progress.end();
  }
}

function contextOf(set: CheckedSet, { failOn, output }: CheckFlags, { policy }: CheckOptions, io: Io): ReportContext {
  let texts: ReturnType<typeof onDemand.ruleTexts> | undefined;
  return {
    version: ownVersion(),
    failOn,
    colours: output === undefined && wantsColours(io),
    ruleText: (id) => (texts ??= onDemand.ruleTexts(policy?.customRules)).get(id),
    applicationOf: applicationsOf(set),
  };
}

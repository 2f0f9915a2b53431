import type { CheckOptions } from '../check';
import { applicationsOf } from '../check/application-of';
import type { CheckedSet } from '../check/report';
import type { Severity } from '../findings/finding';
import type { Preset } from '../policy/policy';
import * as reporters from '../reporters';
import type { ReportContext } from '../reporters/reporter';
import { isStanding, weighsAtLeast } from '../findings/weight';
import { counted } from '../reporters/wording';
import { baselineTarget, withoutBaseline, writeBaseline, type BaselineFlags } from './baseline-files';
import { checkPlan, type CheckPlan } from './check-plan';
import { wantsColours } from './colours';
import type { Io } from './io';
import * as onDemand from './on-demand';
import { Progress } from './progress';
import { readInput } from './read-input';
import type { ExitCode } from './run';
import { checkTargetFolders } from './target-folders';
import { UsageError } from './usage-error';
import { ownVersion } from './version';
import { appendToFile, writeReport } from './write-report';

/** The flags of `exposed-app check`. */
export interface CheckFlags extends BaselineFlags {
  readonly config?: string;
  readonly explainConfig?: true;
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
export async function runCheck(given: readonly string[], flags: CheckFlags, io: Io): Promise<ExitCode> {
  refuseContradictions(flags);
  const plan = checkPlan(flags, io);
  if (flags.explainConfig === true) {
    io.writeOutput(onDemand.explainConfig(flags, plan));
    return 0;
  }
  const { file: newBaseline, paths } = baselineTarget(flags, given);
  if (paths.length === 0) throw new UsageError('nothing to check: name files or folders, or - for standard input');
  const checkedSet = await checked(paths, flags, plan, io);
  if (newBaseline === undefined) return report(checkedSet, flags, plan, io);
  writeBaseline(checkedSet.set, newBaseline);
  io.writeError(`Wrote ${newBaseline}: what it holds does not fail a check with --baseline ${newBaseline}.\n`);
  return 0;
}

function refuseContradictions({ suggest, format, output, writeBaseline: baseline }: CheckFlags): void {
  if (suggest === true && format !== 'text') {
    throw new UsageError(`--suggest prints a patch after a text: leave --format ${format} out`);
  }
  const reporting = [
    ...(format === 'text' ? [] : [`--format ${format}`]),
    ...(output === undefined ? [] : ['--output']),
    ...(suggest === true ? ['--suggest'] : []),
  ];
  if (baseline !== undefined && reporting.length > 0) {
    throw new UsageError(`--write-baseline writes no report: leave ${reporting.join(' and ')} out, or check once more`);
  }
}

function report({ set, patch }: Checked, flags: CheckFlags, { options }: CheckPlan, io: Io): ExitCode {
  const context = contextOf(set, flags, options, io);
  const text = reporters[flags.format](set.report, context) + (patch === '' ? '' : `\n${patch}`);
  if (flags.output === undefined) io.writeOutput(text);
  else writeReport(flags.output, text);
  const summary = io.environment['GITHUB_STEP_SUMMARY'];
  if (flags.format === 'github' && summary !== undefined && summary !== '') {
    appendToFile(summary, onDemand.githubSummary(set.report, context));
  }
  const fails = set.report.findings.some((one) => isStanding(one) && weighsAtLeast(one.severity, flags.failOn));
  return fails ? 1 : 0;
}

async function checked(paths: readonly string[], flags: CheckFlags, plan: CheckPlan, io: Io): Promise<Checked> {
  const progress = new Progress(io);
  try {
    progress.say(`reading ${paths.join(', ')}`);
    const input = await readInput(paths, io);
    checkTargetFolders(paths, plan.configuration, io);
    progress.say(`checking ${counted(input.documents.length, 'document')}`);
    const found = plan.check(input.documents);
    const { baseline, writeBaseline: anew } = flags;
    const set = baseline === undefined || anew !== undefined ? found : withoutBaseline(found, baseline);
    if (flags.suggest !== true) return { set, patch: '' };
    progress.say('looking for what can be mended');
    return { set, patch: onDemand.suggestedPatch(input, plan) };
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

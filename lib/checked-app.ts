import { App, type AppProps, type Chart } from 'cdk8s';
import { checkEach } from './check/check-sets';
import { CheckError } from './check/check-error';
import type { CheckReport, Severity } from './findings/finding';
import { appFiles } from './manifests/app-files';
import { chartsOf, documentsByChart, type AppDocuments } from './manifests/documents-of';
import type { ManifestDocument } from './manifests/manifest-document';
import { printYaml } from './manifests/print-yaml';
import { writeFolder } from './manifests/write-folder';
import type { Policy } from './policy/policy';
import { checkSettings } from './policy/settings';
import { Target } from './target/target';

/** What the documents of an app are held against, beside the targets of its charts. */
export interface AppCheckOptions {
  /** @default - the preset `essential` */
  readonly policy?: Policy;
  /** The day that waivers are judged at, `2026-11-21`. @default - end dates are not judged */
  readonly today?: string;
}

/** What a `CheckedApp` is told besides what cdk8s' own `App` is told. */
export interface CheckedAppProps extends AppProps, AppCheckOptions {
  /**
   * The cluster aimed at, for all charts that are not given one of their own.
   * @default - a cluster of the newest Kubernetes version known, of which nothing special is known
   */
  readonly target?: Target;
  /** From which severity on a finding keeps everything from being written. @default 'error' */
  readonly failOn?: Severity;
}

/**
 * A cdk8s `App` that makes all documents in memory first, checks them as `exposed-app check` does, what each target receives as a set of its own,
 * and then replaces its output folder as a whole or, when anything is wrong, not at all.
 *
 * The output folder holds nothing but its manifests: `recordConstructMetadata` has no effect, since deploy tools would take that file for one.
 */
export class CheckedApp extends App {
  private readonly checkOptions: AppCheckOptions;
  private readonly failOn: Severity;

  /** @throws Error where the props say what cannot be, such as a rule that is not known */
  constructor(props: CheckedAppProps = {}) {
    super(props);
    checkSettings('CheckedApp', props);
    const { policy, today, failOn = 'error' } = props;
    this.checkOptions = { ...(policy === undefined ? {} : { policy }), ...(today === undefined ? {} : { today }) };
    this.failOn = failOn;
    if (props.target !== undefined) Target.set(this, props.target);
  }

  /** The charts of this app in an order that respects dependencies. */
  override get charts(): Chart[] {
    return chartsOf(this);
  }

  /** What is refused, broken or risky in the documents. Nothing is written. */
  check(): CheckReport {
    return reportOn(documentsByChart(this), this.checkOptions);
  }

  /**
   * Makes all documents, checks them, then writes them to the output folder at once.
   *
   * @throws CheckError where the check finds what may not pass
   */
  override synth(): void {
    writeFolder(this.outdir, appFiles(this.soundDocuments(), this));
  }

  /** All documents as one YAML text, checked. Nothing is written. @throws CheckError where the check finds what may not pass */
  override synthYaml(): string {
    const documents = this.soundDocuments().charts.flatMap((chart) => chart.documents);
    return printYaml(documents.map(({ manifest }) => manifest));
  }

  /** All documents in memory: the place where they are held against each other, before any of them leaves the program. */
  private soundDocuments(): AppDocuments {
    const documents = documentsByChart(this);
    CheckError.throwOn(reportOn(documents, this.checkOptions), this.failOn);
    return documents;
  }
}

/**
 * What is refused, broken or risky in the documents that any cdk8s app would synthesize. Nothing is written.
 *
 * @throws Error where the app cannot be synthesized at all, or the options say what cannot be
 */
export function checkApp(app: App, options: AppCheckOptions = {}): CheckReport {
  checkSettings('checkApp', options);
  return reportOn(documentsByChart(app), options);
}

/** A set is what one target receives, whichever charts it comes from. */
function reportOn({ charts }: AppDocuments, options: AppCheckOptions): CheckReport {
  const sets = new Map<Target, ManifestDocument[]>();
  for (const { chart, documents } of charts) {
    const target = Target.of(chart);
    const set = sets.get(target);
    if (set === undefined) sets.set(target, [...documents]);
    else set.push(...documents);
  }
  return checkEach(
    [...sets].map(([target, documents]) => ({ target, documents })),
    options,
  ).report;
}

import { relative, sep } from 'node:path';
import { checkPlan, type CheckPlan } from './cli/check-plan';
import { severities, type Finding, type Severity } from './findings/finding';
import { isStanding, weighsAtLeast } from './findings/weight';
import { quoteList } from './kubernetes/wording';
import { readManifests } from './manifests/read-manifests';
import type { Preset } from './policy/policy';
import { fieldName, groupBy, placeName, summaryText, visible } from './reporters/wording';

/** What `properties:` of the plugin may say in `cdk8s.yaml`. */
export interface ExposedAppValidationProps {
  /** Targets and policy, `exposed-app.yaml`. @default - that of the working directory, where there is one */
  readonly config?: string;
  /** The Kubernetes version aimed at, `'1.36'`: in quotes, since it is a text. @default - the newest version known */
  readonly kubernetes?: string;
  /** Which rules to ask: `essential` or `strict`. @default 'essential' */
  readonly preset?: Preset;
  /** From which severity on the synthesis fails. @default 'error' */
  readonly failOn?: Severity;
  /** The day that waivers are judged at, `'2026-11-21'`. @default - today in UTC */
  readonly today?: string;
}

/** What cdk8s-cli gives to a plugin, as far as it is used here. Its own types are those of a tool, which need not be installed. */
interface ValidationContext {
  readonly manifests: readonly string[];
  readonly report: {
    addViolation: (violation: Violation) => void;
    submit: (status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>) => void;
  };
}

interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}

/**
 * The gate of `cdk8s synth` for any cdk8s app: holds what it wrote against the API server, against itself and against a policy. It is
 * `exposed-app check` over the output folder, told in the form of cdk8s-cli.
 */
export class ExposedAppValidation {
  private readonly plan: CheckPlan;
  private readonly failOn: Severity;

  /** @throws Error where a property is not known, or has a value that is not */
  constructor(props: ExposedAppValidationProps = {}) {
    refuseUnknown(props);
    const { failOn = 'error', ...flags } = props;
    this.plan = checkPlan(flags, { today: () => new Date().toISOString().slice(0, 10) });
    this.failOn = failOn;
  }

  validate({ manifests, report }: ValidationContext): Promise<void> {
    const files = manifests.map((path) => relative('', path).split(sep).join('/'));
    const { findings, summary, kubernetes } = this.plan.check(readManifests(files)).report;
    const standing = findings.filter(isStanding);
    const groups = groupBy(standing, ({ rule, message, fix }) => JSON.stringify([rule, message, fix]));
    for (const group of groups.values()) report.addViolation(violationOf(group));
    const fails = standing.some(({ severity }) => weighsAtLeast(severity, this.failOn));
    report.submit(fails ? 'failure' : 'success', { Summary: summaryText(summary, kubernetes) });
    return Promise.resolve();
  }
}

/** What may be said, and which values: cdk8s-cli passes on whatever stands in `cdk8s.yaml`. */
const allowed: Readonly<Record<keyof ExposedAppValidationProps, readonly unknown[] | undefined>> = {
  config: undefined,
  kubernetes: undefined,
  today: undefined,
  preset: ['essential', 'strict'],
  failOn: severities,
};

function refuseUnknown(props: object): void {
  const known = Object.keys(allowed);
  for (const [name, value] of Object.entries(props)) {
    if (!known.includes(name)) {
      throw new Error(`ExposedAppValidation: properties have '${name}': known are ${quoteList(known)}`);
    }
    const values = allowed[name as keyof typeof allowed];
    if (values !== undefined && !values.includes(value)) {
      throw new Error(
        `ExposedAppValidation: ${name} is '${String(value)}': allowed are ${quoteList(values.map(String))}`,
      );
    }
  }
}

/** The same problem in several places is one violation. */
function violationOf(findings: readonly Finding[]): Violation {
  const [{ rule, message, fix, severity }] = findings as [Finding];
  return {
    ruleName: rule,
    recommendation: visible(`${severity}: ${message}`),
    fix: visible(fix),
    violatingResources: findings.map((finding) => ({
      resourceName: finding.object.name,
      locations: [visible(`${placeName(finding)} ${fieldName(finding)}`)],
      manifestPath: finding.file ?? '',
    })),
  };
}

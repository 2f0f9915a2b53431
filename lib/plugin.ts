import { relative, sep } from 'node:path';
import { checkPlan, type CheckPlan } from './cli/check-plan';
import { missingFolders } from './cli/target-folders';
import { severities, type Finding, type Severity } from './findings/finding';
import { isStanding, weighsAtLeast } from './findings/weight';
import { readManifests } from './manifests/read-manifests';
import { schemaProblems } from './policy/configuration/schema-problems';
import type { Preset } from './policy/policy';
import { refuseProblems } from './policy/settings';
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
    refuseProblems('ExposedAppValidation', schemaProblems(props, propsSchema));
    const { failOn = 'error', ...settings } = props;
    const today = (): string => new Date().toISOString().slice(0, 10);
    this.plan = checkPlan(settings, { today }, (setting) => `ExposedAppValidation: ${setting}`);
    this.failOn = failOn;
  }

  validate(context: ValidationContext): Promise<void> {
    // What is thrown in there rejects.
    return new Promise((resolve) => {
      this.tell(context);
      resolve();
    });
  }

  private tell({ manifests, report }: ValidationContext): void {
    const files = manifests.map((path) => relative('', path).split(sep).join('/'));
    const { findings, summary, kubernetes } = this.plan.check(readManifests(files)).report;
    const standing = findings.filter(isStanding);
    const groups = groupBy(standing, ({ rule, message, fix }) => JSON.stringify([rule, message, fix]));
    for (const group of groups.values()) report.addViolation(violationOf(group));
    const fails = standing.some(({ severity }) => weighsAtLeast(severity, this.failOn));
    const warnings = missingFolders(this.plan.configuration).map(({ message }) => message);
    report.submit(fails ? 'failure' : 'success', {
      Summary: summaryText(summary, kubernetes),
      ...(warnings.length === 0 ? {} : { Warning: warnings.join('; ') }),
    });
  }
}

/** cdk8s-cli passes on whatever stands in `cdk8s.yaml`. */
const propsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    config: { type: 'string' },
    kubernetes: { type: 'string' },
    preset: { enum: ['essential', 'strict'] },
    failOn: { enum: severities },
    today: { type: 'string' },
  },
};

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

import type { CheckReport, Finding, Severity } from '../findings/finding';
import type { RuleText } from '../findings/rule-text';

/** What a report is written with besides its findings. */
export interface ReportContext {
  /** The version of this library. */
  readonly version: string;
  /** From which severity on a finding fails the check. */
  readonly failOn: Severity;
  /** Whether the text is shown where colours are seen. */
  readonly colours: boolean;
  /** The text of a rule; undefined where nothing is known of it. */
  readonly ruleText: (id: string) => RuleText | undefined;
  /** The application that a finding belongs to. */
  readonly applicationOf: (finding: Finding) => string;
}

/** Writes a report in one format. Pure: the same report gives the same bytes. */
export type Reporter = (report: CheckReport, context: ReportContext) => string;

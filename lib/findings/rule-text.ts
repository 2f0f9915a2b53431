import type { FindingClass, Severity } from './finding';

/** What a rule says of itself, whoever it comes from: reporters show it, and `explain` looks in it. */
export interface RuleText {
  /** `service/node-port-range`. */
  readonly id: string;
  readonly class: FindingClass;
  /** How much a finding weighs where a policy does not say otherwise. */
  readonly severity: Severity;
  /** How much harm the risk can do; of risky rules alone. */
  readonly rating?: 'critical' | 'high' | 'medium' | 'low';
  /** One sentence: what holds where the rule finds nothing. */
  readonly summary: string;
  /** What happens in the cluster otherwise. */
  readonly why: string;
  /** The next step. */
  readonly fix: string;
  /** What people see who have the problem. */
  readonly symptoms: readonly string[];
  /** Where more is told. */
  readonly references: readonly string[];
}

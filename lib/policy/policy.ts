import type { Severity } from '../findings/finding';
import type { RuleParameters } from '../rules/parameters';
import type { Rule } from '../rules/rule';

/** What is asked of a set of manifests: `essential` is what is refused, what is broken and the high risks; `strict` is every rule. */
export type Preset = 'essential' | 'strict';

/** Which rules hold, how much they weigh, and what they are told. */
export interface Policy {
  /** @default 'essential' */
  readonly preset?: Preset;
  /** The weight of single rules, by their ids; `off` asks for nothing. What the API server refuses cannot be re-graded. @default - none */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** What rules are told. @default - nothing */
  readonly parameters?: RuleParameters;
  /** Rules of one's own, made by `defineRule`. @default - none */
  readonly customRules?: readonly Rule[];
}

import { ruleTexts } from '../check/rule-texts';
import type { FindingClass } from '../findings/finding';
import type { RuleText } from '../findings/rule-text';

/** The flags of `exposed-app rules`. */
export interface RulesFlags {
  readonly class?: FindingClass;
  readonly format: 'text' | 'json';
}

const classes: readonly FindingClass[] = ['broken', 'risky', 'refused'];

/** The rules by class, each in the order of their ids. */
export function listRules({ class: only, format }: RulesFlags): string {
  const rules = [...ruleTexts().values()]
    .filter((rule) => only === undefined || rule.class === only)
    .sort((a, b) => classes.indexOf(a.class) - classes.indexOf(b.class) || (a.id < b.id ? -1 : 1));
  if (format === 'json') return `${JSON.stringify(rules, null, 2)}\n`;
  const width = Math.max(...rules.map(({ id }) => id.length));
  return `${rules.map((rule) => `${rule.id.padEnd(width)}  ${weightOf(rule).padEnd(22)}  ${rule.summary}`).join('\n')}\n`;
}

/** `broken, error`, `risky, error (critical)`. */
export function weightOf({ class: kind, severity, rating }: RuleText): string {
  return `${kind}, ${severity}${rating === undefined ? '' : ` (${rating})`}`;
}

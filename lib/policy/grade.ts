import type { Severity } from '../findings/finding';
import type { CheckedRule, Rating } from '../rules/rule';
import type { Policy, Preset } from './policy';

const severityOfRating: Readonly<Record<Rating, Severity>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** How much a finding of the rule weighs; undefined where the policy does not ask for it. */
export function severityOf(rule: CheckedRule, { preset = 'essential', rules = {} }: Policy): Severity | undefined {
  const set = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  if (set !== undefined) return set === 'off' ? undefined : set;
  if (rule.class === 'broken') return rule.severity ?? 'error';
  return isAsked(rule.rating, preset) ? severityOfRating[rule.rating] : undefined;
}

function isAsked(rating: Rating, preset: Preset): boolean {
  return preset === 'strict' || rating === 'critical' || rating === 'high';
}

import type { FieldPath } from '../../findings/field-path';
import type { JobSpec, SuccessPolicyRule } from '../../kubernetes/api';
import { isLongerThan } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';

const rule = 'job/success-policy';
const mostRules = 20;
const longestIndexes = 64 * 1024;

/** validateSuccessPolicy */
export function validateSuccessPolicy(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  if (spec.completionMode !== 'Indexed') {
    errors.invalid(rule, path, spec.successPolicy, "needs completionMode 'Indexed'");
    return;
  }
  const rules = spec.successPolicy?.rules ?? [];
  const at = path.child('rules');
  if (rules.length === 0) errors.required(rule, at, 'at least one rule is needed');
  if (rules.length > mostRules) errors.tooMany(rule, at, rules.length, mostRules);
  for (const [position, entry] of rules.entries()) {
    validateRule(entry ?? {}, spec.completions ?? 0, at.index(position), errors);
  }
}

/** validateSuccessPolicyRule */
function validateRule(
  { succeededCount: count, succeededIndexes: indexes }: SuccessPolicyRule,
  completions: number,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (count == null && indexes == null) errors.required(rule, path, 'succeededCount or succeededIndexes is needed');
  let listed = 0;
  if (indexes != null) {
    const at = path.child('succeededIndexes');
    if (isLongerThan(indexes, longestIndexes)) errors.tooLong(rule, at, longestIndexes);
    const total = countIndexes(indexes, completions);
    if (typeof total === 'string') errors.invalid(rule, at, indexes, total);
    else listed = total;
  }
  if (count == null) return;
  const at = path.child('succeededCount');
  if (count < 0) errors.invalid(rule, at, count, 'must not be negative');
  if (count > completions) errors.invalid(rule, at, count, `must be at most ${completions}, the completions`);
  if (indexes != null && count > listed) {
    errors.invalid(rule, at, count, `must be at most ${listed}, the indexes in succeededIndexes`);
  }
}

/**
 * How many indexes a text like `1,3-5,7` lists, or what is wrong with it (validateIndexesFormat).
 */
function countIndexes(text: string, completions: number): number | string {
  if (text === '') return 0;
  let total = 0;
  let last = -1;
  for (const interval of text.split(',')) {
    const limits = interval.split('-');
    if (limits.length > 2) return `'${interval}' has more than two limits`;
    if (!limits.every((limit) => /^\+?\d+$/.test(limit))) return `'${interval}' is no index and no interval of indexes`;
    const [from = 0, to = from] = limits.map(Number);
    if (Math.max(from, to) >= completions) return `'${interval}' goes beyond the ${completions} completions`;
    if (from <= last || (limits.length === 2 && from >= to)) return `'${interval}' is not in ascending order`;
    total += to - from + 1;
    last = to;
  }
  return total;
}

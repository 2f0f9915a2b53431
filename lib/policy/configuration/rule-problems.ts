import { nearest } from '../../kubernetes/wording';
import { rules } from '../../rules';
import { validationRules } from '../../validation/catalogue';
import { policyRules } from '../own-rules';
import type { Policy } from '../policy';
import type { SchemaProblem } from './schema-problems';

/** What is wrong with the rules that a policy weighs: a name that no rule has would be a setting without effect. */
export function ruleProblems({ rules: weights = {}, customRules = [] }: Policy): SchemaProblem[] {
  const asked = Object.keys(weights);
  if (asked.length === 0) return [];
  const known = new Set([...rules, ...customRules].map(({ id }) => id)).add('policy/admission');
  return asked
    .filter((id) => !known.has(id))
    .map((id) => ({ field: `policy.rules[${id}]`, message: whyNotWeighed(id, [...known]) }));
}

function whyNotWeighed(id: string, known: readonly string[]): string {
  if (Object.hasOwn(validationRules, id) || id === 'document/readable') {
    return 'the API server itself refuses what it finds: that cannot be re-graded';
  }
  if (Object.hasOwn(policyRules, id)) return 'it is about the policy itself: that cannot be re-graded';
  const near = nearest(id, known);
  return `there is no rule '${id}'${near === undefined ? ': `exposed-app rules` lists them' : `: '${near}' is meant?`}`;
}

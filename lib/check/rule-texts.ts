import type { RuleText } from '../findings/rule-text';
import { severityOf } from '../policy/grade';
import { policyRules } from '../policy/own-rules';
import { explainedRules } from '../rules/explained';
import type { Rule } from '../rules/rule';
import { validationRules, type RuleId } from '../validation/catalogue';
import { fixes, serverWords } from './fixes';

/**
 * The text of every rule that a finding can name, by id: ours over a set, those of the API server, and what can go wrong before both.
 *
 * @param custom rules of the policy
 */
export function ruleTexts(custom: readonly Rule[] = []): ReadonlyMap<string, RuleText> {
  const own = [...explainedRules, ...custom].map(textOf);
  const texts = [...refusedTexts(), ...Object.entries(policyRules).map(policyText), ...own];
  return new Map(texts.map((text) => [text.id, text]));
}

/** The text of what the API server refuses. */
export function refusedTexts(): readonly RuleText[] {
  return [...Object.entries(validationRules).map(refusedText), unreadableText];
}

function textOf(rule: Rule): RuleText {
  const { id, summary, why, fix, symptoms = [], references = [] } = rule;
  const severity = severityOf(rule, { preset: 'strict' }) ?? 'error';
  const rating = rule.class === 'risky' ? { rating: rule.rating } : {};
  return { id, class: rule.class, severity, ...rating, summary, why, fix, symptoms, references };
}

function refusedText([id, summary]: readonly [id: string, summary: string]): RuleText {
  return {
    ...{ id, class: 'refused', severity: 'error', summary },
    why: 'The API server refuses the object, and with it often everything that is applied together with it.',
    fix: fixes[id as RuleId] ?? 'Change the field as the message says.',
    symptoms: serverWords[id as RuleId] ?? [],
    references: [],
  };
}

function policyText([id, { severity, summary, fix }]: readonly [
  string,
  (typeof policyRules)[keyof typeof policyRules],
]): RuleText {
  const why = 'Waivers and baselines let findings pass. One that has gone wrong lets pass what nobody agreed to.';
  return { id, class: 'risky', severity, summary, why, fix, symptoms: [], references: [] };
}

const unreadableText: RuleText = {
  ...{ id: 'document/readable', class: 'refused', severity: 'error' },
  summary: 'Every document is YAML or JSON that parses, names no key twice and does not grow without end.',
  why: 'What does not parse cannot be applied, and tools that skip it leave the rest of the set without it.',
  fix: 'Mend the text at the line and column that the message names.',
  symptoms: [
    'error converting YAML to JSON',
    'mapping values are not allowed',
    'found character that cannot start any token',
  ],
  references: ['https://yaml.org/spec/1.2.2/'],
};

import { ruleTexts } from '../check/rule-texts';
import type { RuleText } from '../findings/rule-text';
import { nearest } from '../kubernetes/wording';
import { explainedRules } from '../rules/explained';
import type { RuleExample } from '../rules/rule';
import { findRules } from './find-rules';
import { weightOf } from './list-rules';

/** What `explain` answers. */
export interface Explanation {
  readonly text: string;
  readonly found: boolean;
}

/** Tells about the rule of that id, or about those that know the symptom. */
export function explain(asked: string): Explanation {
  const texts = ruleTexts();
  const exact = texts.get(asked.trim());
  if (exact !== undefined) return { text: wholeText(exact), found: true };
  const meant = asked.includes('/') ? nearest(asked.trim().slice(0, 80), [...texts.keys()]) : undefined;
  if (meant !== undefined) return { text: `error: there is no rule '${asked}': was '${meant}' meant?\n`, found: false };
  const [first, ...others] = findRules(asked, [...texts.values()]);
  if (first === undefined) {
    const text = `error: no rule knows '${asked}'. Try the status code or the words of the error; 'exposed-app rules' lists all rules.\n`;
    return { text, found: false };
  }
  if (others.length === 0) return { text: wholeText(first), found: true };
  const list = [first, ...others].map(shortText).join('\n\n');
  return { text: `${list}\n\n'exposed-app explain ${first.id}' tells all about one.\n`, found: true };
}

function shortText(rule: RuleText): string {
  return [
    `${rule.id} (${weightOf(rule)})`,
    ...indented(rule.summary),
    ...indented(rule.why),
    ...indented(`fix: ${rule.fix}`),
  ].join('\n');
}

function wholeText(text: RuleText): string {
  const { id, summary, why, fix, symptoms, references } = text;
  const rule = explainedRules.find((one) => one.id === id);
  const parts = [
    `${id} (${weightOf(text)})`,
    summary,
    why,
    `Fix: ${fix}`,
    ...list('Seen as', symptoms),
    ...(rule === undefined
      ? []
      : [...rule.bad.map((one) => example('Finds', one)), ...rule.good.map((one) => example('Leaves alone', one))]),
    ...list('More', references),
  ];
  return `${parts.join('\n\n')}\n`;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [[`${title}:`, ...items.map((item) => `  ${item}`)].join('\n')];
}

function example(verb: string, { title, manifests, finds = [] }: RuleExample): string {
  const head = [
    verb,
    title === undefined ? '' : ` (${title})`,
    finds.length === 0 ? '' : ` at ${finds.join(', ')}`,
    ':',
  ];
  return [head.join(''), ...indented(manifests.trim())].join('\n');
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

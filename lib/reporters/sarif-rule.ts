import type { ReportingDescriptor } from 'sarif';
import type { RuleText } from '../findings/rule-text';

/** In the middle of the bands that GitHub divides the scores into. */
const scores: Readonly<Record<NonNullable<RuleText['rating']>, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** A rule as code scanning shows it. */
export function sarifRule(id: string, rule: RuleText | undefined): ReportingDescriptor {
  if (rule === undefined) return { id };
  const { summary, why, references, rating, severity } = rule;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(references[0] === undefined ? {} : { helpUri: references[0] }),
    defaultConfiguration: { level: severity },
    properties: {
      tags: [rule.class, ...(rating === undefined ? [] : ['security'])],
      precision: 'high',
      ...(rating === undefined ? {} : { 'security-severity': scores[rating] }),
    },
  };
}

function helpText({ why, fix, symptoms, references }: RuleText): string {
  return [why, fix, ...symptoms.map((symptom) => `Seen as: ${symptom}`), ...references].join('\n');
}

function helpMarkdown({ why, fix, symptoms, references }: RuleText): string {
  return [
    why,
    `**Fix:** ${fix}`,
    ...(symptoms.length === 0 ? [] : [`**Seen as:** ${symptoms.join(', ')}`]),
    ...references.map((reference) => `<${reference}>`),
  ].join('\n\n');
}

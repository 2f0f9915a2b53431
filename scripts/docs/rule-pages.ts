import { check } from '../../lib/check';
import { refusedTexts, ruleTexts } from '../../lib/check/rule-texts';
import type { RuleText } from '../../lib/findings/rule-text';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { explainedRules } from '../../lib/rules/explained';
import type { Rule, RuleExample } from '../../lib/rules/rule';
import { Target } from '../../lib/target/target';

/** A page that is written from the rules alone: its path below docs/, and its text. */
export interface WrittenPage {
  readonly path: string;
  readonly text: string;
}

const note = '<!-- Written by `npm run docs` from lib/: change the rule, not this page. -->';

/** A page for each rule, one for all that the API server refuses, and the list of them. */
export function rulePages(): readonly WrittenPage[] {
  const texts = ruleTexts();
  const pages = [...explainedRules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => {
      const text = texts.get(rule.id);
      if (text === undefined) throw new Error(`${rule.id} has no text`);
      return { rule, text };
    });
  const refused = [...refusedTexts()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    {
      path: 'rules/README.md',
      text: indexPage(
        pages.map(({ text }) => text),
        refused.length,
      ),
    },
    { path: 'rules/refused.md', text: refusedPage(refused) },
    ...pages.map(({ rule, text }) => ({ path: `rules/${rule.id}.md`, text: rulePage(rule, text) })),
  ];
}

function indexPage(texts: readonly RuleText[], refused: number): string {
  const table = (kind: RuleText['class']): string[] => [
    '| rule | severity | what holds where it finds nothing |',
    '| --- | --- | --- |',
    ...texts
      .filter((text) => text.class === kind)
      .map((text) => `| [${text.id}](${text.id}.md) | ${weightOf(text)} | ${cell(text.summary)} |`),
  ];
  return lines(
    ...['# Rules', '', note, ''],
    'What `exposed-app check` looks for. `exposed-app explain <id>` tells the same on the command line, and finds rules by what you see: `exposed-app explain 503`.',
    ...['', '## Broken', '', 'Accepted by the API server, but traffic cannot arrive.', '', ...table('broken')],
    ...[
      '',
      '## Risky',
      '',
      'It works, against policy. The preset `essential` asks for the errors, `strict` for all.',
      '',
      ...table('risky'),
    ],
    ...['', '## Refused', '', `The API server of the version aimed at says no: [${refused} rules](refused.md).`],
  );
}

function refusedPage(texts: readonly RuleText[]): string {
  return lines(
    ...['# What the API server refuses', '', note, ''],
    'These findings are errors that can be neither waived nor re-graded. The message has the words of the server, the values seen and those allowed; `exposed-app check --suggest` shows a patch where a field can simply be mended.',
    ...['', '| rule | what it asks | the next step |', '| --- | --- | --- |'],
    ...texts.map(({ id, summary, fix }) => `| \`${id}\` | ${cell(summary)} | ${cell(fix)} |`),
  );
}

function rulePage(rule: Rule, text: RuleText): string {
  const { id, summary, why, fix, symptoms, references } = text;
  return lines(
    ...[`# ${id}`, '', note, '', `**${text.class}**, ${weightOf(text)}. ${prose(summary)}`, '', prose(why)],
    ...['', `**Fix:** ${prose(fix)}`],
    ...list('## Seen as', symptoms.map(prose)),
    ...['', '## Found', ...rule.bad.flatMap((example) => found(example, id))],
    ...['', '## Left alone', ...rule.good.flatMap((example) => ['', ...manifestsOf(example)])],
    ...list(
      '## More',
      references.map((reference) => (reference.startsWith('http') ? `<${reference}>` : prose(reference))),
    ),
  );
}

/** An example with what the check says of it. */
function found(example: RuleExample, id: string): string[] {
  const { target, parameters = {} } = example;
  const policy = { preset: 'strict', parameters } as const;
  const { findings } = check(parseManifests(shownText(example)), { target: new Target(target), policy });
  const own = findings.filter(({ rule }) => rule === id);
  return [
    '',
    ...manifestsOf(example),
    '',
    ...own.map(({ line = 1, field, message }) => `- line ${line}, \`${field}\`: ${prose(message)}`),
  ];
}

function manifestsOf(example: RuleExample): string[] {
  const { title } = example;
  const intro = title === undefined ? [] : [`${title.charAt(0).toUpperCase()}${prose(title.slice(1))}:`, ''];
  return [...intro, '```yaml', shownText(example), '```'];
}

/** Examples often begin with the mark of a document, so that they can be joined. */
function shownText({ manifests }: RuleExample): string {
  return manifests.trim().replace(/^---\n/, '');
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', title, '', ...items.map((item) => `- ${item}`)];
}

function weightOf({ severity, rating }: RuleText): string {
  return rating === undefined ? severity : `${severity} (${rating})`;
}

/** What Markdown would take for an element or an emphasis stays text, but for code. */
function prose(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, position) => (position % 2 === 1 ? part : part.replace(/[\\*_<>[\]]/g, '\\$&')))
    .join('');
}

function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|');
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

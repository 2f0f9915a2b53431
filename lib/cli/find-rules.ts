import type { RuleText } from '../findings/rule-text';
import { once } from '../graph/once';

/** Words that say nothing about a problem. */
const empty = new Set(
  'a an and are as at be but by can do does for from has have i in is it its my no not of on or our that the there they this to was what when why with'.split(
    ' ',
  ),
);

/** So many are shown besides those that name the symptom itself. */
const mostShown = 8;

/** How much a word counts by where it stands: symptoms are the words that people ask with. */
const weights = { symptoms: 6, id: 4, summary: 2, fix: 1, why: 1.5 };

/** The rules that know a symptom, the likeliest first: by words that they have in common, of which the rare ones count more. */
export function findRules(symptom: string, rules: readonly RuleText[]): readonly RuleText[] {
  const asked = [...new Set(wordsOf(symptom))];
  const known = rules.map((rule) => ({ rule, fields: fieldsOf(rule), fit: fitOf(symptom, rule) }));
  const all = known.map(({ fields }) => fields);
  const rarity = new Map(asked.map((word) => [word, rarityOf(word, all)]));
  const scored = known
    .map(({ rule, fields, fit }) => ({ rule, fit, score: scoreOf(asked, fields, rarity) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.fit - a.fit || b.score - a.score || (a.rule.id < b.rule.id ? -1 : 1));
  const best = Math.max(...scored.map(({ score }) => score));
  const shown = scored.filter(({ fit, score }, position) => fit > 0 || (position < mostShown && score >= best * 0.4));
  return shown.map(({ rule }) => rule);
}

/** Whether a rule names the symptom itself: 2 in these words, 1 within others, and more where it is the first that the rule is known by. */
function fitOf(symptom: string, rule: RuleText): number {
  const phrase = wordsOf(symptom).join(' ');
  if (phrase === '') return 0;
  const fits = phrasesOf(rule).map((named, position) => {
    const fit = named === phrase ? 2 : ` ${named} `.includes(` ${phrase} `) ? 1 : 0;
    return fit > 0 && position === 0 ? fit + 0.5 : fit;
  });
  return Math.max(0, ...fits);
}

const phrasesOf = once(({ symptoms }: RuleText) => symptoms.map((symptom) => wordsOf(symptom).join(' ')));

type Fields = ReadonlyMap<string, number>;

/** The words of a rule with the weight of the best place that each stands in. */
const fieldsOf = once(({ id, summary, why, fix, symptoms }: RuleText): Fields => {
  const fields = new Map<string, number>();
  const texts = { why, fix, summary, id, symptoms: symptoms.join(' ') };
  for (const [field, text] of Object.entries(texts)) {
    const weight = weights[field as keyof typeof weights];
    for (const word of wordsOf(text)) fields.set(word, Math.max(weight, fields.get(word) ?? 0));
  }
  return fields;
});

function scoreOf(asked: readonly string[], fields: Fields, rarity: ReadonlyMap<string, number>): number {
  const scores = asked.map((word) => (fields.get(word) ?? 0) * (rarity.get(word) ?? 0));
  const hits = scores.filter((score) => score > 0).length;
  // a rule that knows all of the words goes before one that knows a rare one
  return scores.reduce((sum, score) => sum + score, 0) * (asked.length === 0 ? 0 : hits / asked.length);
}

function rarityOf(word: string, all: readonly Fields[]): number {
  const having = all.filter((fields) => fields.has(word)).length;
  return Math.log(1 + all.length / (1 + having));
}

/** Lower case words without their endings: `Progressing` is `progress`, `certificates` is `certificate`. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (empty.has(word) ? [] : (synonyms.get(word) ?? [stem(word)])));
}

/** Short forms that people write, as the rules say them. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['ip', ['address']],
  ['ips', ['address']],
  ['cert', ['certificate']],
  ['certs', ['certificate']],
  ['lb', ['load', 'balancer']],
  ['loadbalancer', ['load', 'balancer']],
  ['svc', ['service']],
]);

function stem(word: string): string {
  for (const ending of ['ing', 'ed', 's']) {
    if (word.endsWith(ending) && word.length - ending.length >= 4 && !word.endsWith('ss'))
      return word.slice(0, -ending.length);
  }
  return word;
}

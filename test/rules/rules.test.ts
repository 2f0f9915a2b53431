import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { check } from '../../lib/check';
import { admit } from '../../lib/check/admit';
import type { Finding } from '../../lib/findings/finding';
import { Graph } from '../../lib/graph/graph';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { policyRules } from '../../lib/policy/own-rules';
import { explainedRules } from '../../lib/rules/explained';
import type { CheckedRule, Rule, RuleExample } from '../../lib/rules/rule';
import { runRules } from '../../lib/rules/run-rules';
import { Target } from '../../lib/target/target';
import { validationRules } from '../../lib/validation/catalogue';

/** What an example draws, with every rule on. */
function findingsOf({ manifests, target, parameters = {} }: RuleExample): readonly Finding[] {
  const policy = { preset: 'strict', parameters } as const;
  return check(parseManifests(manifests), { target: new Target(target), policy }).findings;
}

describe.each(explainedRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule: Rule) => {
  test('is in the file that its id names', () => {
    expect(existsSync(join(__dirname, '../../lib/rules', `${id}.ts`))).toBe(true);
  });

  test.each(rule.bad.map((example, index) => [example.title ?? index, example] as const))('finds: %s', (_, example) => {
    const findings = findingsOf(example);
    expect(findings.filter((one) => one.class === 'refused')).toEqual([]);
    const own = findings.filter((one) => one.rule === id);
    expect(own.map(({ field }) => field)).toEqual(example.finds);
    const { weighs } = example;
    if (weighs !== undefined) expect(own.map(({ severity }) => severity)).toEqual(own.map(() => weighs));
  });

  test.each(rule.good.map((example, index) => [example.title ?? index, example] as const))(
    'leaves alone: %s',
    (_, example) => {
      const findings = findingsOf(example).filter((one) => one.rule === id || one.class === 'refused');
      expect(findings.map(({ field, message }) => `${field}: ${message}`)).toEqual([]);
    },
  );
});

test('no rule has an id that stands for something else', () => {
  const taken = [...Object.keys(validationRules), ...Object.keys(policyRules)];
  expect(explainedRules.filter(({ id }) => taken.includes(id)).map(({ id }) => id)).toEqual([]);
});

test('every rule says once what it is about', () => {
  const ids = explainedRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, bad } of explainedRules) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(bad.every(({ finds = [] }) => finds.length > 0)).toBe(true);
  }
});

test('an object that stands in the set twice does not clash with itself', () => {
  for (const example of explainedRules.flatMap(({ good, bad }) => [...good, ...bad])) {
    const twice = { ...example, manifests: `${example.manifests}\n---\n${example.manifests}` };
    const others = findingsOf(twice).filter(({ rule }) => rule !== 'set/same-object');
    const withItself = others.filter(({ object, field, line, related = [] }) =>
      related.some((one) => isDeepStrictEqual(one.object, object) && one.field === field && one.line !== line),
    );
    expect(withItself).toEqual([]);
    expect(others.filter(({ message }) => /('[^']+') and \1/.test(message))).toEqual([]);
  }
});

describe('what a rule does not ask', () => {
  const graphs = explainedRules
    .flatMap(({ good, bad }) => [...good, ...bad])
    .map(({ manifests, target, parameters = {} }) => {
      const made = new Target(target);
      return { graph: new Graph(admit(parseManifests(manifests), made).objects, made), parameters };
    });
  const narrowed = explainedRules.filter(({ among }) => among !== undefined);

  test.each(narrowed.map((rule) => [rule.id, rule] as const))('would find nothing: %s', (_, rule) => {
    const all = Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'among')) as unknown as CheckedRule;
    for (const context of graphs) {
      const found = (asked: CheckedRule): readonly (readonly [string, string])[] =>
        runRules([asked], context).map(({ problem, object }) => [object.name, problem.field]);
      expect(found(rule)).toEqual(found(all));
    }
  });
});

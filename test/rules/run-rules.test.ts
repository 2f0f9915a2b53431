import { check, defineRule, parseManifests, type Problem, type Rule } from '../../lib';

const explanation = {
  class: 'risky',
  rating: 'high',
  summary: 'a',
  why: 'b',
  fix: 'c',
  good: [{ manifests: '' }],
  bad: [{ manifests: '' }],
} as const;
const set = parseManifests('apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n');
const ask = (rule: Rule) => () => check(set, { policy: { customRules: [rule] } });

const boom = new Error('boom');
const fails = (): never => {
  throw boom;
};

test.each([
  ['an object', defineRule({ ...explanation, id: 'own/bad', on: ['Service'], check: fails }), "Service 'a'"],
  ['the set', defineRule({ ...explanation, id: 'own/bad', on: ['set'], check: fails }), 'the set'],
])('a rule that throws is named, with what it looked at: %s', (_, rule, name) => {
  expect(ask(rule)).toThrow(
    expect.objectContaining({ message: `rule 'own/bad' failed on ${name}: boom`, cause: boom }) as Error,
  );
});

test('a problem about nothing is told, and not dropped', () => {
  const problem = { field: 'metadata.name', message: 'lost' } as Problem & { readonly object: never };
  const rule = defineRule({ ...explanation, id: 'own/lost', on: ['set'], check: () => [problem] });
  expect(ask(rule)).toThrow("rule 'own/lost' failed on the set: its problem names no object");
});

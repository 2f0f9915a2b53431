import { withoutExplanation } from '../../scripts/quick-load/without-explanations';

const rule = `
import { defineRule } from '../rule';

export const selector = defineRule({
  id: 'service/selector',
  on: ['Service'],
  summary: 'A selector, "written", selects pods.',
  why: \`Nobody answers: 503.\`,
  fix: 'Write the labels of the pods.',
  symptoms: ['503'],
  good: [{ manifests: web({ why: 'inside' }) }],
  bad,
  *check({ good, bad }) {
    if (good) yield { message: 'why: not', field: bad };
  }
});

const settings = { why: 'kept', good: 'kept' };
`;

test('a rule keeps what a check reads, and nothing else of it is touched', () => {
  expect(withoutExplanation(rule)).toBe(`
import { defineRule } from '../rule';

export const selector = defineRule({
  id: 'service/selector',
  on: ['Service'],
  fix: 'Write the labels of the pods.',
  *check({ good, bad }) {
    if (good) yield { message: 'why: not', field: bad };
  }
});

const settings = { why: 'kept', good: 'kept' };
`);
});

test('what defines no rule stays as it is', () => {
  const text = "export const example = { why: 'kept', bad: [] };\n";
  expect(withoutExplanation(text)).toBe(text);
});

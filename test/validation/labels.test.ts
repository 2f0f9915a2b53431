import { FieldPath } from '../../lib/findings/field-path';
import type { LabelSelector } from '../../lib/kubernetes/api';
import { FieldErrors } from '../../lib/validation/field-errors';
import { validateLabelSelector, type LabelSelectorLeniency } from '../../lib/validation/labels';

function problems(selector: LabelSelector | null, leniency: LabelSelectorLeniency = {}): string[] {
  const errors = new FieldErrors();
  validateLabelSelector(selector, FieldPath.of('selector'), leniency, errors);
  return errors.found.map(({ field, type }) => `${field} ${type}`);
}

test('a sound selector', () => {
  expect(problems(null)).toEqual([]);
  expect(problems({ matchLabels: null, matchExpressions: null })).toEqual([]);
  expect(
    problems({ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b', null] }] }),
  ).toEqual([]);
});

test.each([
  [{ matchLabels: { a: '-' } }, ['selector.matchLabels FieldValueInvalid']],
  [{ matchExpressions: [{ key: 'a', operator: 'NotIn' }] }, ['selector.matchExpressions[0].values FieldValueRequired']],
  [
    { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] },
    ['selector.matchExpressions[0].values FieldValueForbidden'],
  ],
  [
    { matchExpressions: [null] },
    ['selector.matchExpressions[0].operator FieldValueInvalid', 'selector.matchExpressions[0].key FieldValueInvalid'],
  ],
  [
    { matchExpressions: [{ key: 'a', operator: 'In', values: ['b', '-'] }] },
    ['selector.matchExpressions[0].values[1] FieldValueInvalid'],
  ],
])('%j', (selector, expected) => {
  expect(problems(selector)).toEqual(expected);
});

test('some places let unknown operators or odd values pass', () => {
  const selector = { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['-'] }] };
  expect(problems(selector, { anyOperator: true, anyValue: true })).toEqual([]);
});

import fc from 'fast-check';
import { labelSelectorMatcher } from '../../lib/kubernetes/label-selectors';

const labels = { app: 'web', tier: 'front' };

test('an absent selector matches nothing, an empty one everything', () => {
  expect(labelSelectorMatcher(null)?.matches(labels)).toBe(false);
  expect(labelSelectorMatcher({})?.matches(null)).toBe(true);
  expect(labelSelectorMatcher({ matchLabels: null, matchExpressions: [] })?.isEmpty).toBe(true);
  expect(labelSelectorMatcher(undefined)?.isEmpty).toBe(false);
});

test.each([
  [{ matchLabels: { app: 'web' } }, true],
  [{ matchLabels: { app: 'api' } }, false],
  [{ matchLabels: { none: null } }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
  [{ matchExpressions: [{ key: 'none', operator: 'NotIn', values: ['web'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
  [{ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'none', operator: 'Exists' }] }, false],
])('%j', (selector, expected) => {
  expect(labelSelectorMatcher(selector)?.matches(labels)).toBe(expected);
});

test('keys that every object inherits are no labels', () => {
  expect(labelSelectorMatcher({ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] })?.matches({})).toBe(
    false,
  );
});

test.each([
  [{ matchLabels: { '-': 'a' } }],
  [{ matchLabels: { a: '-' } }],
  [{ matchExpressions: [{ key: 'a', operator: 'In' }] }],
  [{ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] }],
  [{ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] }],
  [{ matchExpressions: [null] }],
])('%j is malformed', (selector) => {
  expect(labelSelectorMatcher(selector)).toBeUndefined();
});

test('a selector of the labels themselves matches them, whatever they are', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,20}$/);
  fc.assert(
    fc.property(fc.dictionary(word, word), (matchLabels) => {
      expect(labelSelectorMatcher({ matchLabels })?.matches({ ...matchLabels, more: 'x' })).toBe(
        !('more' in matchLabels) || matchLabels['more'] === 'x',
      );
    }),
  );
});

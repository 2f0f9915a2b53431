import { isMisspelling } from '../../lib/kubernetes/misspelling';

test.each([
  ['shop-tsl', 'shop-tls'],
  ['webb', 'web'],
  ['letsencypt', 'letsencrypt'],
  ['shoptls', 'shop-tls'],
])('%s is %s', (name, meant) => {
  expect(isMisspelling(name, meant)).toBe(true);
});

test.each([
  ['app-1', 'app-2'],
  ['a-tls', 'b-tls'],
  ['letsencrypt-dev', 'letsencrypt-prod'],
  ['shop', 'shop-api'],
])('%s is not %s', (name, other) => {
  expect(isMisspelling(name, other)).toBe(false);
});

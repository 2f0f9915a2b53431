import { nameGlob } from '../../lib/kubernetes/name-glob';

test.each([
  ['shop-tls', 'shop-tls', true],
  ['shop-tls', 'shop', false],
  ['kube-root-ca.crt', 'kube-root-caxcrt', false],
  ['*-tls', 'shop-tls', true],
  ['*-tls', 'shop', false],
  ['team-?', 'team-a', true],
  ['team-?', 'team-ab', false],
  ['{a,b}', 'b', true],
  ['*', 'anything', true],
  ['*', '.hidden', true],
])('%s and %s: %s', (pattern, name, matches) => {
  expect(nameGlob(pattern)(name)).toBe(matches);
});

test.each(['*', '?', 'shop'])('%s is no name that is not there', (pattern) => {
  expect(nameGlob(pattern)('')).toBe(false);
});

import { compileRule } from '../../../lib/validation/custom-resources/cel';

/** Each holds in a cluster: https://kubernetes.io/docs/reference/using-api/cel/ describes the functions. */
test.each([
  "matches('v1.4', '^v1\\\\.[0-4](\\\\.|$)') && !'v1.7'.matches('^v1\\\\.[0-4]$')",
  "quantity('1Gi').isGreaterThan(quantity('500Mi'))",
  "quantity('1Gi').compareTo(quantity('1024Mi')) == 0",
  "quantity('1').add(quantity('2')).sub(quantity('500m')).isLessThan(quantity('2.6'))",
  "quantity('-1').sign() == -1 && quantity('2').isInteger()",
  "cidr('10.0.0.0/8').containsIP('10.1.2.3') && !cidr('10.0.0.0/8').containsIP(ip('11.0.0.1'))",
  "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') && !cidr('10.1.0.0/16').containsCIDR(cidr('10.0.0.0/8'))",
  "cidr('fd00::/8').prefixLength() == 8 && cidr('fd00::/8').ip().family() == 6",
  "ip('127.0.0.1').isLoopback() && ip('169.254.169.254').isLinkLocalUnicast() && ip('8.8.8.8').isGlobalUnicast()",
  "ip('0.0.0.0').isUnspecified() && !ip('::1').isGlobalUnicast() && string(ip('10.0.0.1')) == '10.0.0.1'",
  '[1, 2, 2].isSorted() && ![3, 1].isSorted() && [1, 2, 3].sum() == 6',
  "['b', 'a'].min() == 'a' && [1, 3, 2].max() == 3 && ['a', 'b', 'a'].lastIndexOf('a') == 2",
  "['a', 'b'].indexOf('c') == -1 && [[1], [2]].flatten() == [1, 2] && [1, 1, 2].distinct() == [1, 2]",
  "sets.contains(['a', 'b'], ['a']) && sets.intersects(['a'], ['b', 'a']) && !sets.equivalent(['a'], ['a', 'b'])",
  "'abc 123'.find('[0-9]+') == '123' && 'a1b2'.findAll('[0-9]') == ['1', '2'] && 'a1b2'.findAll('[0-9]', 1) == ['1']",
  "'aXbX'.replace('X', '-') == 'a-b-' && 'aXbX'.replace('X', '-', 1) == 'a-bX' && 'ab'.reverse() == 'ba' && 'ab'.charAt(1) == 'b'",
  "'%s has %d, %.2f, %x and %%'.format(['web', 3, 1.5, 255]) == 'web has 3, 1.50, ff and %'",
])('%s', (expression) => {
  expect(compileRule(expression)?.({})).toBe(true);
});

test.each(["quantity('many')", "ip('10.0.0')", "cidr('10.0.0.1')", '[].min()', "'%s'.format([])"])(
  '%s is an error',
  (expression) => {
    expect(() => compileRule(expression)?.({})).toThrow();
  },
);

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
  "cidr('192.168.0.0/16') == cidr('192.168.0.0/16').masked() && cidr('192.168.1.0/16') != cidr('192.168.1.0/16').masked()",
  "cidr('fd00::1/8').masked() == cidr('fd00::/8') && string(cidr('10.1.0.0/8').masked()) == '10.0.0.0/8'",
  "ip('::1') == ip('0:0:0:0:0:0:0:1') && ip('::1') != ip('::2') && ip('::1') in [ip('::2'), ip('::1')]",
  "ip.isCanonical('::1') && !ip.isCanonical('0:0:0:0:0:0:0:1')",
  "isIP('1.2.3.4') && !isIP('010.0.0.1') && !isIP('::ffff:1.2.3.4') && isCIDR('::/8') && !isCIDR('1.2.3.4/08')",
  "quantity('1Gi') == quantity('1024Mi') && quantity('1Gi') != quantity('1G') && quantity('1').add(1) == quantity('2')",
  "quantity('7').asInteger() == 7 && quantity('7k').asInteger() == 7000 && quantity('500m').asApproximateFloat() == 0.5",
  "url('http://a/b') == url('HTTP://a/b') && url('http://a/b') != url('http://a/c')",
  "url('http://u:p@h:80/b?a=b&a=c').getHost() == 'h:80' && url('http://h:80/').getPort() == '80'",
  "url('http://[::1]:80/').getHostname() == '::1' && url('/b?a=b&a=c').getQuery() == {'a': ['b', 'c']}",
  "isURL('http://') && isURL('/a') && !isURL('a') && !isURL('/%zz') && !isURL('http://a b')",
  "isSemver('1.2.3-a.1+b.01') && !isSemver('v1.2.3') && !isSemver('1.2.3-01') && isSemver('v1.2', true) && !isSemver('1.2-a', true)",
  "semver('1.0.0') == semver('1.0.0+x') && semver('1.2.3').major() == 1 && semver('1.2.3').minor() == 2 && semver('1.2.3').patch() == 3",
  "semver('1.0.0-alpha').isLessThan(semver('1.0.0-alpha.1')) && semver('1.0.0-alpha.1').isLessThan(semver('1.0.0-alpha.b'))",
  "semver('1.0.0-beta.11').isGreaterThan(semver('1.0.0-beta.2')) && semver('1.0.0').compareTo(semver('1.0.0-rc.1')) == 1",
  "!format.dns1123Label().validate('abc').hasValue() && format.dns1123Label().validate('A').value().size() == 1",
  "format.named('uuid').value().validate('x').hasValue() && !format.named('nothing').hasValue()",
  "format.byte().validate('').hasValue() && !format.byte().validate('aGk=').hasValue()",
  "format.date().validate('2026-02-30').hasValue() && !format.date().validate('2024-02-29').hasValue()",
  "format.datetime().validate('2026-01-31').hasValue() && !format.datetime().validate('2026-01-31T12:00:00Z').hasValue()",
  "isURL('mongodb://a:1,b:2/c') && !isURL('http://a:1,b:2/c') && !isURL('http://[10.0.0.1]') && format.uri().validate('a').hasValue()",
  "'ABC'.matches('^(?i)[a-z]+$') && 'Ab'.matches('^(?i:a)b$') && !'AB'.matches('^(?i:a)b$')",
  "'a\\nb'.matches('(?s)^a.b$') && 'a\\nb'.matches('(?m)^b$') && !'a\\n'.matches('^a$')",
  "'a.b'.matches(r'^\\Qa.b\\E$') && 'ab'.matches(r'\\Aab\\z') && '12'.matches(r'^\\pN+$') && 'ab'.matches('^[[:alpha:]]+$')",
  "'a'.matches('^(?P<n>a)$') && 'aab'.find('(?U)a+') == 'a'",
  "'a.matches(' == 'a.' + 'matches(' && 'has(x.y)'.startsWith('has(') && 'x' . matches ( 'x' )",
])('%s', (expression) => {
  expect(compileRule(expression)?.({})).toBe(true);
});

test.each(["quantity('many')", "ip('10.0.0')", "cidr('10.0.0.1')", '[].min()', "'%s'.format([])"])(
  '%s is an error',
  (expression) => {
    expect(() => compileRule(expression)?.({})).toThrow();
  },
);

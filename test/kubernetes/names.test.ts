import {
  cIdentifierProblems,
  configMapKeyProblems,
  dns1035LabelProblems,
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  dns1123SubdomainWithUnderscoreProblems,
  domainPrefixedKeyProblems,
  domainPrefixedPathProblems,
  envVarNameProblems,
  fullyQualifiedDomainNameProblems,
  fullyQualifiedNameProblems,
  httpHeaderNameProblems,
  labelValueProblems,
  pathSegmentNameProblems,
  pathSegmentPrefixProblems,
  percentProblems,
  portNameProblems,
  qualifiedNameProblems,
  relaxedEnvVarNameProblems,
  wildcardDns1123SubdomainProblems,
  type Problems,
} from '../../lib/kubernetes/names';

type Form = readonly [form: (value: string) => Problems, sound: readonly string[], faulty: readonly string[]];

const a63 = 'a'.repeat(63);
const a253 = `${a63}.${a63}.${a63}.${'a'.repeat(61)}`;

const forms: Readonly<Record<string, Form>> = {
  'DNS label': [
    dns1123LabelProblems,
    ['a', '1', 'a-b', a63],
    ['', '-', 'a-', '-a', 'A', 'a.b', 'a_b', 'é', `${a63}a`, 'a\n'],
  ],
  'DNS subdomain': [
    dns1123SubdomainProblems,
    ['a', 'a.b', '1.a-b', a253],
    ['', '.', 'a.', '.a', 'a..b', 'a.-b', 'A', 'a_b', `${a253}a`],
  ],
  'DNS subdomain with underscores': [
    dns1123SubdomainWithUnderscoreProblems,
    ['_a', 'a_b', '_a._b', 'a'],
    ['', '_', 'a_', '__a', '-a'],
  ],
  'DNS-1035 label': [dns1035LabelProblems, ['a', 'a1', 'a-b'], ['', '1a', '-a', 'a-', 'a.b', 'A', `${a63}a`]],
  'wildcard host': [
    wildcardDns1123SubdomainProblems,
    ['*.example.com', '*.com'],
    ['', '*', '*.', '*.*.com', 'a.*.com', 'example.com', `*.${a253}`],
  ],
  'qualified name': [
    qualifiedNameProblems,
    ['a', 'A_b.c-D', 'example.com/a', `${a253}/${a63}`],
    ['', '-a', 'a-', '/a', 'a/', 'a/b/c', 'A.com/a', 'a b', 'é', `${a63}a`, `${a253}a/a`],
  ],
  'label value': [labelValueProblems, ['', 'a', 'A_b.c-D', a63], ['-', ' ', 'a b', 'a.', `${a63}a`, 'é'.repeat(40)]],
  'port name': [
    portNameProblems,
    ['a', 'http-2', '1a', 'abcdefghijklmno'],
    ['', '1', 'A', 'a--b', '-a', 'a-', 'abcdefghijklmnop', 'a_b'],
  ],
  'C identifier': [cIdentifierProblems, ['a', '_A1'], ['', '1a', 'a-b', 'a.b']],
  'environment variable before 1.32': [
    envVarNameProblems,
    ['A', 'a.b-c', '_', '.a'],
    ['', '1', 'a b', '.', '..', '..a'],
  ],
  'environment variable': [relaxedEnvVarNameProblems, ['1', 'a b', '!'], ['', 'a=b', 'é', '\t', '\u007f']],
  'HTTP header': [httpHeaderNameProblems, ['X-A', '-', '1'], ['', 'a_b', 'a b']],
  'ConfigMap key': [configMapKeyProblems, ['a', '.a', 'A_b.c-d', '-'], ['', '.', '..', '..a', 'a/b', 'é', `${a253}a`]],
  percentage: [percentProblems, ['0%', '100%', '007%'], ['', '%', '1', '-1%', '1.5%', '1 %']],
  'path segment': [pathSegmentNameProblems, ['a', 'A:b c', '...'], ['.', '..', 'a/b', 'a%b']],
  'path segment before an ending': [pathSegmentPrefixProblems, ['.', '..', 'a'], ['a/', '%']],
  'fully qualified domain name': [
    fullyQualifiedDomainNameProblems,
    ['a.b', 'a.b.', 'example.com'],
    ['a', '.', 'A.b', 'a..b', `${a63}a.com`],
  ],
  'fully qualified name': [fullyQualifiedNameProblems, ['a.b.c'], ['a.b', 'a.b.c.', 'A.b.c']],
  'domain and path': [
    domainPrefixedPathProblems,
    ['example.com/foo', 'a/b/c', 'a/%2f~!$&=:'],
    ['a', 'a/', '/b', 'A/b', 'a/b c', 'a/é', 'a/?'],
  ],
  'domain and key': [domainPrefixedKeyProblems, ['example.com/foo'], ['foo', 'a/b/c', 'example.com/', 'A/b']],
};

describe.each(Object.entries(forms))('%s', (_name, [form, sound, faulty]) => {
  test.each(sound.map((value) => [value.slice(0, 40), value]))('takes %s', (_shown, value) => {
    expect(form(value)).toEqual([]);
  });
  test.each(faulty.map((value) => [JSON.stringify(value).slice(0, 40), value]))('refuses %s', (_shown, value) => {
    expect(form(value)).not.toEqual([]);
  });
});

test('every problem of a port name is named', () => {
  expect(portNameProblems('-1--2-')).toHaveLength(3);
});

test('limits count bytes, not characters', () => {
  expect(labelValueProblems('é'.repeat(32))[0]).toContain('63 bytes');
});

test('a huge text costs no more than a long one', () => {
  const huge = 'a-'.repeat(5_000_000);
  for (const form of [dns1123LabelProblems, dns1123SubdomainProblems, qualifiedNameProblems, labelValueProblems]) {
    expect(form(huge)[0]).toContain('no more than');
  }
});

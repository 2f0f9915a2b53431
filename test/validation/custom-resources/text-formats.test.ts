import { answerOf, objectOf, type Schema } from './thing';

/** The texts of a list that are refused, for their format and for nothing else. */
function refusedOf(texts: readonly string[], format: string, kubernetes = '1.36'): readonly string[] {
  const schema = objectOf({ f: { type: 'array', items: { type: 'string', format } } });
  const answer = answerOf({ f: texts }, schema, {}, { kubernetes });
  const refused = texts.filter((_, at) => answer.includes(`f[${at}] TypeInvalid`));
  expect(answer).toHaveLength(refused.length);
  return refused;
}

const label = 'n'.repeat(63);
const macBytes = (count: number, separator: string): string =>
  Array.from({ length: count }, () => '5e').join(separator);

// What a server of Kubernetes 1.36 answered: to the texts of the first list that they are well, to those of the second that they are not.
test.each<[string, readonly string[], readonly string[]]>([
  [
    'bsonobjectid',
    ['65f0c0ffee0123456789abcd', '65F0C0FFEE0123456789ABCD'],
    ['', '65f0c0ffee0123456789abc', '65f0c0ffee0123456789abcg', '65f0c0ffee0123456789abcde'],
  ],
  [
    'hostname',
    ['shop', 'Shop.example', 'shop-1.example.com', '7', 'a-bc', 'a-', label, `${label}.com`, 'bücher.de', '☃.net', '$'],
    ['', '-a', 'ab-c', 'a_b', 'a b', 'a..bc', 'a.b', 'a.b1', '1.2.3.4', 'example.com.', '*.com', `n${label}`],
  ],
  [
    'ipv4',
    ['10.0.0.1', '010.0.0.1', '::ffff:10.0.0.1', '::10.0.0.1'],
    ['', '10.0.0', '10.0.0.256', '::1', '10.0.0.1/8', ' 10.0.0.1'],
  ],
  [
    'ipv6',
    ['::', '2001:DB8::1', '::ffff:10.0.0.1', '1:2:3:4:5:6:10.0.0.1'],
    ['', '10.0.0.1', '::00001', '::ffff:010.0.0.1', 'fe80::1%eth0', '1::2::3', '1:2:3:4:5:6:7:8:9', '::/64'],
  ],
  [
    'cidr',
    ['10.0.0.0/8', '10.1.2.3/8', '010.0.0.0/08', '2001:db8::/32', '::ffff:10.0.0.1/120'],
    ['', '10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '::/129', '10.0.0.0/+8', '/8'],
  ],
  [
    'mac',
    [':', '-', '']
      .flatMap((separator) => [6, 8, 20].map((count) => macBytes(count, separator)))
      .concat('5E5e.5e5e.5e5e'),
    ['', macBytes(7, ':'), macBytes(6, '.'), '5e-5e:5e:5e:5e:5e', '5e:5e:5e:5e:5e:5g', '5e5e:5e5e:5e5e', '1:2:3:4:5:6'],
  ],
  [
    'uuid',
    ['9f1c2d3e-4a5b-0c7d-0e9f-0a1b2c3d4e5f', '9F1C2D3E4A5B0C7D0E9F0A1B2C3D4E5F', '9f1c2d3e4a5b-0c7d0e9f-0a1b2c3d4e5f'],
    [
      '',
      '{9f1c2d3e-4a5b-0c7d-0e9f-0a1b2c3d4e5f}',
      '9f1c2d3e-4a5b-0c7d-0e9f-0a1b2c3d4e5',
      '9f1c2d3e--4a5b-0c7d-0e9f-0a1b2c3d4e5f',
    ],
  ],
  ['uuid3', ['9f1c2d3e-4a5b-3c7d-0e9f-0a1b2c3d4e5f'], ['9f1c2d3e-4a5b-4c7d-0e9f-0a1b2c3d4e5f']],
  ['uuid4', ['9f1c2d3e-4a5b-4c7d-8e9f-0a1b2c3d4e5f'], ['9f1c2d3e-4a5b-4c7d-ce9f-0a1b2c3d4e5f']],
  [
    'uuid5',
    ['9f1c2d3e-4a5b-5c7d-Be9f-0a1b2c3d4e5f'],
    ['9f1c2d3e-4a5b-5c7d-0e9f-0a1b2c3d4e5f', '9f1c2d3e-4a5b-3c7d-8e9f-0a1b2c3d4e5f'],
  ],
  ['isbn', ['0-321-75104-3', '978-0321751041', '0000000000'], ['', '0321751044', '9780321751042', '0–321–75104–3']],
  ['isbn10', ['080442957X', '0 321 75104\t3'], ['080442957x', 'X000000000', '9780321751041', '032175104']],
  ['isbn13', ['9791090636071', '979-10-90636-07-1'], ['9791090636072', '0321751043', '979109063607X']],
  [
    'creditcard',
    [
      '4111 1111 1111 1111',
      '4222222222222',
      'no. 5555-5555-5555-4444!',
      '378282246310005',
      '30569309025904',
      '3530111333300000',
    ],
    ['', '4111111111111112', '411111111111111', '2221000000000009', '6200000000000005', '0'],
  ],
  ['ssn', ['078-05-1120', '078 05-1120'], ['', '078051120', '078-051120', '078-05-112a', '078--05-112']],
  ['hexcolor', ['#0af', '0AF', '#00aaff'], ['', '#', '#00af', '##0af', '#00aafg', ' #0af']],
  [
    'rgbcolor',
    ['rgb(0,99,255)', 'rgb( 1 ,\t2,3\n)'],
    ['', 'rgb(0,0,256)', 'rgb(01,2,3)', 'rgb(1,2)', 'rgba(1,2,3)', 'RGB(1,2,3)', 'rgb(\u00a01,2,3)'],
  ],
  ['byte', ['aGk=', 'aGk+', 'aGk/aGkhIQ=='], ['', 'aGk', 'aGk=\n', 'a-_=', '====', 'aGk=aGk=']],
  ['password', ['', 'anything'], []],
  [
    'date',
    ['2024-02-29', '0000-01-01', '9999-12-31'],
    ['', '2023-02-29', '2026-02-30', '2026-04-31', '2026-00-01', '2026-1-1', '10000-01-01', '2026-01-01T00:00:00Z'],
  ],
  [
    'date-time',
    [
      '2026-01-31T23:59:59Z',
      '2026-01-31t00:00:00.5z',
      '2026-01-31T00:00:00,5+99:99',
      '2026-01-31T00:00:00x5Z',
      '2026-01-31T00:00:00ZTail',
      '2026-01-31T00:00:00😀5-00:00',
    ],
    [
      '',
      '2026-01-31',
      '2026-01-31T00:00:00',
      '2026-01-31 00:00:00Z',
      '2026-02-30T00:00:00Z',
      '2026-01-31T24:00:00Z',
      '2026-01-31T00:60:00Z',
      '2026-01-31T23:59:60Z',
      '2026-01-31T0:00:00Z',
      '2026-01-31T00:00:00.Z',
      '2026-01-31T00:00:00+0100',
      '2026-01-31T00:00:00\n5Z',
    ],
  ],
  [
    'duration',
    [
      '1h30m',
      '-.5s',
      '0',
      '3 weeks',
      '1 Hour',
      '5MS',
      '5 µs',
      '12 weekend',
      'P1D',
      'after 2 days or so',
      '9223372036854775807 d',
    ],
    ['', '1', 's', '1 month', '1 year', '5 μs', '1\u00a0week', '9223372036854775808 d', '1 day, 9223372036854775808 x'],
  ],
  ['k8s-short-name', ['a', '1-a', label], ['', 'A', 'a.b', '-a', 'a-', `${label}n`]],
  [
    'k8s-long-name',
    ['a', 'a.b-c', `${label}n.a`, 'n'.repeat(253)],
    ['', 'A', 'a..b', '.a', 'a.', 'a.-b', 'n'.repeat(254)],
  ],
])('a server holds texts to %s', (format, accepted, refused) => {
  expect(refusedOf([...accepted, ...refused], format)).toEqual(refused);
});

test('dashes in the name of a format make no difference, its case does', () => {
  const bad = ['2026-02-30T00:00:00Z'];
  expect(refusedOf(bad, 'datetime')).toEqual(bad);
  expect(refusedOf(bad, 'date--time')).toEqual(bad);
  expect(refusedOf(bad, 'Date-Time')).toEqual([]);
});

test.each(['ip', 'URI', 'uri-reference', 'semver', 'quantity', 'int32', 'binary'])(
  'no text is held to %s',
  (format) => {
    expect(refusedOf(['', '-', 'ü'], format)).toEqual([]);
  },
);

test('names of Kubernetes are a format since 1.34', () => {
  for (const format of ['k8s-short-name', 'k8s-long-name']) {
    expect(refusedOf(['A'], format, '1.33')).toEqual([]);
    expect(refusedOf(['A'], format, '1.34')).toEqual(['A']);
  }
});

test.each<[string, Schema, unknown, readonly string[]]>([
  ['a null', { type: 'string', format: 'ipv4', nullable: true }, null, []],
  [
    'a text where an integer may stand, too',
    { 'x-kubernetes-int-or-string': true, format: 'ipv4' },
    'x',
    ['f TypeInvalid'],
  ],
  ['an integer where a text may stand, too', { 'x-kubernetes-int-or-string': true, format: 'ipv4' }, 5, []],
  ['a text where an integer has to stand', { type: 'integer', format: 'ipv4' }, 'x', ['f TypeInvalid']],
  [
    'a value of a map',
    { type: 'object', additionalProperties: { type: 'string', format: 'uuid' } },
    { a: 'x' },
    ['f.a TypeInvalid'],
  ],
  [
    'a text that is too long as well',
    { type: 'string', format: 'ipv4', maxLength: 2 },
    'xyz',
    ['f TooLong', 'f TypeInvalid'],
  ],
  ['a format that must not be', { type: 'string', not: { format: 'ipv4' } }, '10.0.0.1', ['<nil> Invalid']],
  ['one of two formats', { type: 'string', anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }, '::1', []],
])('the format of %s', (_, schema, value, refused) => {
  expect(answerOf({ f: value }, objectOf({ f: schema }))).toEqual(refused);
});

test('a property may have the name of a combination of schemas', () => {
  const schema = objectOf({ not: { type: 'string', format: 'ipv4' }, anyOf: { type: 'string' } });
  expect(answerOf({ not: 'x', anyOf: 5 }, schema)).toEqual(['not TypeInvalid', 'anyOf TypeInvalid']);
});

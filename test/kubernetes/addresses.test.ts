import fc from 'fast-check';
import {
  canonicalIpProblems,
  cidrProblems,
  endpointIpProblems,
  ipProblems,
  isStrictSubset,
  parseCidr,
  parseIp,
  printIp,
} from '../../lib/kubernetes/addresses';

const before = { minor: 35 } as const;
const since = { minor: 36 } as const;

describe('An IP address', () => {
  test.each([
    // text, family, canonical form; taken by fields since 1.36 as well
    ['10.0.0.1', 'IPv4', '10.0.0.1', true],
    ['255.255.255.255', 'IPv4', '255.255.255.255', true],
    ['010.000.0.01', 'IPv4', '10.0.0.1', false],
    ['2001:db8::1', 'IPv6', '2001:db8::1', true],
    ['2001:DB8:0:0:0:0:0:1', 'IPv6', '2001:db8::1', true],
    ['1:0:0:2:0:0:0:3', 'IPv6', '1:0:0:2::3', true],
    ['1:2:3:4:5:6:7:0', 'IPv6', '1:2:3:4:5:6:7:0', true],
    ['::', 'IPv6', '::', true],
    ['::1.2.3.4', 'IPv6', '::102:304', true],
    ['::00001', 'IPv6', '::1', false],
    ['::1.2.3.04', 'IPv6', '::102:304', false],
    ['::ffff:10.0.0.1', 'IPv4', '10.0.0.1', false],
    ['::ffff:a00:1', 'IPv4', '10.0.0.1', false],
  ])('%s is of %s, and written %s', (text, family, canonical, strict) => {
    const address = parseIp(text);
    expect(address?.family).toBe(family);
    expect(address && printIp(address)).toBe(canonical);
    expect(ipProblems(text, before)).toEqual([]);
    expect(ipProblems(text, since)).toHaveLength(strict ? 0 : 1);
    expect(canonicalIpProblems(text)).toHaveLength(strict && text === canonical ? 0 : 1);
  });

  test.each([
    ...['', '10', '10.0.0', '10.0.0.0.1', '10.0.0.256', '10.0.0.', '.10.0.0', '10.0.0.1 ', '10.0.0.1/32', 'localhost'],
    ...[
      ':',
      ':::',
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7::8',
      '::12345',
      '::g',
      'fe80::1%eth0',
    ],
    ...['1:2:3:4:5:6:7:1.2.3.4', '::1.2.3', '1.2.3.4::', '::16777215.0.0.1', '0x10.0.0.1'],
  ])("'%s' is none", (text) => {
    expect(parseIp(text)).toBeUndefined();
    expect(ipProblems(text, before)).toHaveLength(1);
    expect(canonicalIpProblems(text)).toHaveLength(1);
    expect(endpointIpProblems(text)).toHaveLength(1);
  });

  test.each([
    ['0.0.0.0', true],
    ['::', true],
    ['127.0.0.1', true],
    ['127.255.255.254', true],
    ['::1', true],
    ['::2', false],
    ['169.254.169.254', true],
    ['169.255.0.1', false],
    ['fe80::1', true],
    ['febf::1', true],
    ['fec0::1', false],
    ['224.0.0.1', true],
    ['224.0.1.1', false],
    ['ff02::1', true],
    ['ff12::1', true],
    ['ff05::1', false],
    ['::ffff:127.0.0.1', true],
    ['::127.0.0.1', false],
  ])('%s is for special use: %s', (text, special) => {
    expect(endpointIpProblems(text)).toHaveLength(special ? 1 : 0);
  });

  test('reads what it prints', () => {
    const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const address = parseIp(groups.map((part) => part.toString(16)).join(':'));
        expect(address && parseIp(printIp(address))?.groups).toEqual(groups);
      }),
    );
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(ipProblems(text, since).length).toBeLessThanOrEqual(1);
        expect(cidrProblems(text, since).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('A range of addresses', () => {
  test.each([
    ['10.0.0.0/8', true],
    ['0.0.0.0/0', true],
    ['10.0.0.1/32', true],
    ['2001:db8::/32', true],
    ['2001:DB8::/32', true],
    ['::/0', true],
    ['10.0.0.1/8', false],
    ['10.0.0.0/08', false],
    ['010.0.0.0/8', false],
    ['2001:db8::1/64', false],
    ['::ffff:10.0.0.0/104', false],
  ])('%s; taken since 1.36 as well: %s', (text, strict) => {
    expect(parseCidr(text)).toBeDefined();
    expect(cidrProblems(text, before)).toEqual([]);
    expect(cidrProblems(text, since)).toHaveLength(strict ? 0 : 1);
  });

  test.each([
    '',
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '2001:db8::/129',
    ' 10.0.0.0/8',
    '/8',
    'x/8',
  ])("'%s' is none", (text) => {
    expect(parseCidr(text)).toBeUndefined();
    expect(cidrProblems(text, before)).toHaveLength(1);
  });

  test.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/8', false],
    ['10.0.0.0/8', '10.1.0.0/16', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/8', '0.0.0.0/0', true],
    ['2001:db8:1::/48', '2001:db8::/32', true],
    ['2001:db9::/48', '2001:db8::/32', false],
    ['10.0.0.0/8', '::/0', false],
    ['2001:db8::/32', '0.0.0.0/0', false],
    // the server compares the lengths as they are written, so that this one is refused the other way round only
    ['::ffff:10.1.0.0/112', '10.0.0.0/8', true],
    ['10.1.0.0/16', '::ffff:10.0.0.0/104', false],
  ])('%s is a smaller part of %s: %s', (inner, outer, expected) => {
    expect(isStrictSubset(parseCidr(inner)!, parseCidr(outer)!)).toBe(expected);
  });

  test('advises the first address', () => {
    expect(cidrProblems('2001:db8::1/32', since)).toEqual([
      "must begin at the first address of the range, '2001:db8::/32'",
    ]);
  });
});

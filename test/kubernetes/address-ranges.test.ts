import fc from 'fast-check';
import {
  addressSpan,
  contains,
  isCovered,
  isEverywhere,
  isPrivate,
  spansOf,
} from '../../lib/kubernetes/address-ranges';
import { parseCidr, parseIp } from '../../lib/kubernetes/addresses';

const ipv4 = fc.ipV4();
const ipv6 = fc.ipV6().filter((text) => parseIp(text)?.family === 'IPv6');
const cidr = fc.oneof(
  fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })).map(([address, bits]) => `${address}/${bits}`),
  fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([address, bits]) => `${address}/${bits}`),
);
const span = (text: string) => {
  const found = addressSpan(text);
  if (found === undefined) throw new Error(`${text} is no span`);
  return found;
};

/** The bits of an address, from the left. */
function bitsOf(text: string): string {
  const { groups = [], family } = parseIp(text) ?? {};
  const bits = groups.map((group) => group.toString(2).padStart(16, '0')).join('');
  return family === 'IPv4' ? bits.slice(96) : bits;
}

describe('property: a range', () => {
  test('holds an address exactly where both begin with the same bits', () => {
    const sameFamily = fc.oneof(
      fc.tuple(ipv4, ipv4, fc.integer({ min: 0, max: 32 })),
      fc.tuple(ipv6, ipv6, fc.integer({ min: 0, max: 128 })),
    );
    fc.assert(
      fc.property(sameFamily, ([network, address, bits]) => {
        const prefix = bitsOf(network).slice(0, bits);
        expect(contains(span(`${network}/${bits}`), span(address))).toBe(bitsOf(address).startsWith(prefix));
      }),
    );
  });

  test('holds itself, its ends, and every range with its address and a longer prefix', () => {
    fc.assert(
      fc.property(cidr, fc.integer({ min: 0, max: 128 }), (text, more) => {
        const { address, bits } = parseCidr(text)!;
        const longer = Math.min(bits + more, address.notation === 'IPv4' ? 32 : 128);
        const inner = span(`${text.slice(0, text.indexOf('/'))}/${longer}`);
        expect(contains(span(text), span(text))).toBe(true);
        expect(contains(span(text), inner)).toBe(true);
        expect(contains(inner, span(text))).toBe(longer === bits);
      }),
    );
  });

  test('is transitive, and never holds what is of the other family', () => {
    fc.assert(
      fc.property(cidr, cidr, cidr, (a, b, c) => {
        const [x, y, z] = [span(a), span(b), span(c)];
        if (contains(x, y) && contains(y, z)) expect(contains(x, z)).toBe(true);
        if (x.family !== y.family) expect(contains(x, y)).toBe(false);
      }),
    );
  });

  test('is covered by its two halves, in any order, and by neither alone', () => {
    const splittable = fc.tuple(ipv4, fc.integer({ min: 0, max: 31 }));
    fc.assert(
      fc.property(splittable, fc.boolean(), ([address, bits], turned) => {
        const whole = span(`${address}/${bits}`);
        const middle = whole.first + (whole.last - whole.first) / 2n;
        const halves = [
          { ...whole, last: middle },
          { ...whole, first: middle + 1n },
        ];
        expect(isCovered(whole, turned ? halves.reverse() : halves)).toBe(true);
        for (const half of halves) expect(isCovered(whole, [half])).toBe(false);
      }),
    );
  });

  test('is covered where one of the others holds it, whatever else is listed', () => {
    fc.assert(
      fc.property(cidr, fc.array(cidr), (text, others) => {
        expect(isCovered(span(text), spansOf([...others, text]))).toBe(true);
      }),
    );
  });
});

test('texts that name addresses', () => {
  expect(addressSpan('10.0.0.0/8')).toEqual({ family: 'IPv4', first: 0x0a000000n, last: 0x0affffffn });
  expect(addressSpan(' 10.0.0.1 - 10.0.0.9 ')).toEqual({ family: 'IPv4', first: 0x0a000001n, last: 0x0a000009n });
  expect(addressSpan('::ffff:10.0.0.0/104')).toEqual(addressSpan('10.0.0.0/8'));
  expect(addressSpan('::1')).toEqual({ family: 'IPv6', first: 1n, last: 1n });
  expect(['10.0.0.9-10.0.0.1', '10.0.0.1-::1', '10.0.0.0/33', 'example.com', ''].map(addressSpan)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('everywhere, and addresses of internal networks', () => {
  expect(['0.0.0.0/0', '::/0', '0.0.0.0/1', '0.0.0.0'].map(isEverywhere)).toEqual([true, true, false, false]);
  expect(['10.1.2.3', '172.31.0.0/16', '192.168.0.0/15', 'fd00::1', '8.8.8.8'].map(isPrivate)).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

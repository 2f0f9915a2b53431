import fc from 'fast-check';
import {
  addQuantities,
  compareQuantities,
  isMultipleOf,
  isWholeNumber,
  parseQuantity,
  quantitySign,
  roundUpToMilli,
  type Quantity,
} from '../../lib/kubernetes/quantities';
import { printQuantity } from '../../lib/kubernetes/quantity-text';

function quantity(text: string | number): Quantity {
  const parsed = parseQuantity(text);
  if (parsed === undefined) throw new Error(`'${text}' is no quantity`);
  return parsed;
}

const printed = (text: string | number): string => printQuantity(text, quantity(text));

describe('A quantity', () => {
  test.each([
    ['has a decimal suffix', '1500m', '1500m'],
    ['that is the largest possible', '1000m', '1'],
    ['a binary one', '1024Ki', '1Mi'],
    ['or an exponent', '12e4', '120e3'],
    ['with a sign', '1E+3', '1E+3'],
    ['may be a number', 0.25, '250m'],
    ['even a large one', 1e21, '1e+21'],
    ['has digits on either side of the point', '.5', '500m'],
    ['or none', '.', '0'],
    ['may be a suffix alone, which is 0', 'Ki', '0'],
    ['or a sign', '-', '0'],
    ['is kept as it is written where nothing can be shortened', '+007', '+007'],
    ['has spaces around it', ' 1 ', '1'],
    ['is a billionth at least', '1e-30', '1e-9'],
    ['away from zero', '-0.1n', '-1n'],
    ['is capped in binary', '16Ei', '9223372036854775807'],
    ['but not in decimal, where the suffix is lost', '1000000000000000000000', '1'],
    ['in binary is printed as a decimal where it is small', '0.5Ki', '512'],
    ['or no whole number', '1.0005Ki', '1024512m'],
  ])('%s: %s', (_title, text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    'abc',
    '1 Gi',
    '1mi',
    '1e',
    '1ee3',
    '1.5.5',
    '1,5',
    '0x10',
    '1m5',
    '\t1',
    'Ei',
    '.Pi',
    '1e99999999999999999999',
  ])('is not written %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  // By its length squared, or by the number it stands for, this would not end.
  test('is read, however long it is', () => {
    expect(parseQuantity(`${'0'.repeat(1e6)}x`)).toBeUndefined();
    expect(printed(`1${'0'.repeat(99_999)}`)).toBe('1');
    expect(compareQuantities(quantity('1e2000000000'), quantity('1e-2000000000'))).toBeGreaterThan(0);
  });
});

describe('Whole numbers', () => {
  test.each([
    ['1', true],
    ['1500m', false],
    ['0.9999999', true],
    ['-1.5', false],
    // Digits that an int64 does not hold
    ['9223372036854775807Ki', true],
    ['1000000000000000000000', false],
    ['1e30', true],
  ])('%s: %s', (text, expected) => {
    expect(isWholeNumber(quantity(text))).toBe(expected);
  });

  test('are multiples of others', () => {
    expect(isMultipleOf(quantity('4Mi'), quantity('2Mi'))).toBe(true);
    expect(isMultipleOf(quantity('3Mi'), quantity('2Mi'))).toBe(false);
    // What does not fit counts as 0, and nothing is a multiple of that
    expect(isMultipleOf(quantity('4Mi'), quantity('1e30'))).toBe(false);
  });
});

describe('The order of quantities', () => {
  const thousandths = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const written = (amount: bigint): Quantity => quantity(`${amount}m`);

  test('is that of the numbers', () => {
    fc.assert(
      fc.property(thousandths, thousandths, (a, b) => {
        expect(Math.sign(compareQuantities(written(a), written(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('does not depend on the notation', () => {
    fc.assert(
      fc.property(thousandths, fc.integer({ min: 0, max: 9 }), (a, zeros) => {
        const shifted = quantity(`${a}${'0'.repeat(zeros)}e-${zeros + 3}`);
        expect(compareQuantities(shifted, written(a))).toBe(0);
        expect(quantitySign(shifted)).toBe(a < 0n ? -1 : a > 0n ? 1 : 0);
      }),
    );
  });

  test('agrees with sums', () => {
    fc.assert(
      fc.property(thousandths, thousandths, (a, b) => {
        expect(compareQuantities(addQuantities(written(a), written(b)), written(a + b))).toBe(0);
      }),
    );
  });

  test('is kept by rounding, which goes up', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (a) => {
        const exact = quantity(`${a}u`);
        const rounded = roundUpToMilli(exact);
        expect(compareQuantities(rounded, exact)).toBeGreaterThanOrEqual(0);
        expect(compareQuantities(rounded, quantity(`${a + 1000n}u`))).toBeLessThan(0);
      }),
    );
  });
});

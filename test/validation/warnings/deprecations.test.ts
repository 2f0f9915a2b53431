import fc from 'fast-check';
import { deprecations } from '../../../lib/validation/warnings/deprecations';
import { warningRules } from '../../../lib/validation/warnings/rules';
import { objectCases } from './object-cases';
import { podCases } from './pod-cases';

const warningCases = [...objectCases, ...podCases];

describe.each(warningCases)('$name', ({ manifest, warns, since, until }) => {
  const fieldsAt = (kubernetes: string) =>
    deprecations(manifest, { kubernetes }).map(({ rule, field }) => `${rule} ${field}`);

  it('is warned of', () => {
    expect(fieldsAt(until ?? '1.37')).toEqual(warns);
  });

  if (since !== undefined) {
    it(`is warned of since 1.${since}`, () => {
      expect(fieldsAt(`1.${since}`)).toEqual(warns);
      expect(fieldsAt(`1.${since - 1}`)).toEqual([]);
    });
  }
});

it('has a case for each warning', () => {
  const covered = new Set(warningCases.flatMap(({ warns }) => warns.map((line) => line.split(' ')[0])));
  expect(Object.keys(warningRules).filter((rule) => !covered.has(rule))).toEqual([]);
});

it('refuses a release that is not known', () => {
  expect(() => deprecations({}, { kubernetes: '1.99' })).toThrow(RangeError);
});

it('never throws, whatever the manifest holds', () => {
  const kinds = warningCases.map(({ manifest }) => manifest);
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.object({ maxDepth: 4 }),
      fc.infiniteStream(fc.nat(5)),
      (manifest, junk, dice) => {
        const spoil = (value: unknown): unknown => {
          if (dice.next().value === 0) return junk;
          if (Array.isArray(value)) return value.map(spoil);
          if (typeof value !== 'object' || value === null) return value;
          return Object.fromEntries(
            Object.entries(value).map(([key, child]) => [key, key === 'kind' ? child : spoil(child)]),
          );
        };
        deprecations(spoil(manifest));
      },
    ),
  );
  for (const manifest of [undefined, null, 1n, 'x', [], Symbol('x')]) expect(deprecations(manifest)).toEqual([]);
});

import fc from 'fast-check';
import { allowedIn, glob } from '../../../lib/rules/policy/by-namespace';
import { isAllowedHost } from '../../../lib/rules/policy/hosts';

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const domain = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
const pattern = fc.array(
  fc.oneof(
    label,
    fc.constant('*'),
    label.map((text) => `${text}-*`),
  ),
  { minLength: 1, maxLength: 3 },
);

test('property: where a wildcard host is allowed, every host that it takes is', () => {
  const globs = fc.array(
    fc.tuple(pattern, domain).map(([start, end]) => `${start.join('.')}.${end}`),
    { maxLength: 4 },
  );
  const hosts = globs.chain((allowed) =>
    fc.tuple(
      fc.constant(allowed),
      fc.oneof(domain, ...allowed.map((one) => fc.constant(one.slice(one.indexOf('.') + 1)))),
      label,
    ),
  );
  fc.assert(
    fc.property(hosts, ([allowed, parent, first]) => {
      if (isAllowedHost(`*.${parent}`, allowed)) expect(isAllowedHost(`${first}.${parent}`, allowed)).toBe(true);
    }),
  );
});

test('property: a zone allows every host in it, and none beside it', () => {
  fc.assert(
    fc.property(domain, domain, (zone, host) => {
      expect(isAllowedHost(`${host}.${zone}`, [`*.${zone}`])).toBe(true);
      expect(isAllowedHost(`${host}x${zone}`, [`*.${zone}`])).toBe(false);
      expect(isAllowedHost(zone, [`*.${zone}`])).toBe(false);
    }),
  );
});

test('letters are alike in either case; an empty host is every host', () => {
  expect(isAllowedHost('Shop.Example.com', ['shop.example.COM'])).toBe(true);
  expect(isAllowedHost('', ['*.example.com'])).toBe(false);
  expect(isAllowedHost('', ['*'])).toBe(true);
});

test('a namespace may do what any of its keys allows; of one that no key matches nothing is said', () => {
  const allowed = { 'team-*': ['a'], 'team-a': ['b'], shop: [] };
  expect(allowedIn(allowed, 'team-a')).toEqual(['a', 'b']);
  expect(allowedIn(allowed, 'team-b')).toEqual(['a']);
  expect(allowedIn(allowed, 'shop')).toEqual([]);
  expect(allowedIn(allowed, 'other')).toBeUndefined();
  expect(allowedIn(undefined, 'shop')).toBeUndefined();
});

test('stars cross slashes and dots, and an exclamation mark is a letter', () => {
  expect(glob('registry.example.com/*')('registry.example.com/shop/web')).toBe(true);
  expect(glob('registry.example.com/*')('registry.example.com.evil.test/web')).toBe(false);
  expect(glob('!shop')('cart')).toBe(false);
});

import fc from 'fast-check';
import { hostCovers, prefixCovers, prefixesOf, withoutSlash } from '../../lib/graph/routes/overlap';

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
const element = fc.stringMatching(/^[a-z0-9._-]{1,4}$/);
const path = fc
  .tuple(fc.array(element, { maxLength: 4 }), fc.boolean())
  .map(([elements, slash]) => `/${elements.join('/')}${slash && elements.length > 0 ? '/' : ''}`);

describe('hosts', () => {
  test('a host covers itself, and no host covers all', () => {
    fc.assert(fc.property(host, (one) => hostCovers(one, one) && hostCovers('', one)));
  });

  test('a wildcard stands for exactly one label', () => {
    fc.assert(
      fc.property(host, label, label, (domain, one, two) => {
        expect(hostCovers(`*.${domain}`, `${one}.${domain}`)).toBe(true);
        expect(hostCovers(`*.${domain}`, domain)).toBe(false);
        expect(hostCovers(`*.${domain}`, `${two}.${one}.${domain}`)).toBe(false);
      }),
    );
  });

  test('two names cover each other only where they are one', () => {
    fc.assert(fc.property(host, host, (one, two) => hostCovers(one, two) === (one === two)));
  });

  test('what covers something that covers a third covers the third', () => {
    const pattern = fc.tuple(host, fc.boolean()).map(([name, wild]) => (wild ? `*.${name}` : name));
    fc.assert(
      fc.property(fc.constantFrom(''), pattern, host, (wide, middle, narrow) => {
        if (hostCovers(wide, middle) && hostCovers(middle, narrow)) expect(hostCovers(wide, narrow)).toBe(true);
      }),
    );
  });
});

describe('paths', () => {
  test('a prefix covers what is below it by whole elements, with or without a slash at the end', () => {
    fc.assert(
      fc.property(path, path, element, (prefix, below, more) => {
        const wide = withoutSlash(prefix);
        expect(prefixCovers(prefix, prefix)).toBe(true);
        expect(prefixCovers(prefix, `${wide}${below}`)).toBe(true);
        // `/foo` takes `/foobar` by letters alone.
        expect(prefixCovers(prefix, `${wide}${more}`)).toBe(wide === '' ? prefixCovers('/', more) : false);
        expect(prefixCovers(prefix, `${wide}/x`, 'letters')).toBe(`${wide}/x`.startsWith(prefix));
      }),
    );
  });

  test('covering is an order: of two that cover each other there is one, and it carries on', () => {
    fc.assert(
      fc.property(path, path, path, (one, two, three) => {
        if (prefixCovers(one, two) && prefixCovers(two, one)) expect(withoutSlash(one)).toBe(withoutSlash(two));
        if (prefixCovers(one, two) && prefixCovers(two, three)) expect(prefixCovers(one, three)).toBe(true);
      }),
    );
  });

  test('the prefixes of a path are those that cover it, itself first and the root last', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        const prefixes = prefixesOf(one);
        expect(prefixes[0]).toBe(withoutSlash(one) || '/');
        expect(prefixes[prefixes.length - 1]).toBe('/');
        expect(prefixes.map(withoutSlash).includes(withoutSlash(other))).toBe(prefixCovers(other, one));
      }),
    );
  });
});

import * as fc from 'fast-check';
import { pathMatches } from '../../../lib/controllers/contour/path-match';
import type { RoutePath } from '../../../lib/controllers/dialect';
import { at } from './write';

interface Condition {
  readonly prefix?: string;
  readonly exact?: string;
  readonly header?: { readonly regex: string };
}

const element = fc.constantFrom('a', 'ab', 'b', 'a.b');
const path = fc
  .tuple(fc.array(element, { maxLength: 3 }), fc.boolean())
  .map(([elements, slash]) => `/${elements.join('/')}${slash && elements.length > 0 ? '/' : ''}`);
const bare = (one: string) => one.replace(/\/$/, '');
const paths = fc.uniqueArray(
  fc.tuple(path, fc.constantFrom('Exact' as const, 'Prefix' as const)).map(([one, pathType]) => at(one, pathType)),
  {
    minLength: 1,
    maxLength: 6,
    selector: (one) => `${one.pathType} ${one.pathType === 'Exact' ? one.path : bare(one.path)}`,
  },
);

/** The rule of the API: https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches */
function byIngress(all: readonly RoutePath[], asked: string): RoutePath | undefined {
  const exact = all.find((one) => one.pathType === 'Exact' && one.path === asked);
  const [longest] = all
    .filter((one) => one.pathType === 'Prefix' && (bare(one.path) === asked || asked.startsWith(`${bare(one.path)}/`)))
    .sort((one, other) => bare(other.path).length - bare(one.path).length);
  return exact ?? longest;
}

/** What Contour makes of conditions: exact before prefix, long before short, many conditions before few (its routeSorter). */
function byHttpProxy(all: readonly RoutePath[], rewriteTo: string | undefined, asked: string) {
  const routes = pathMatches(all, rewriteTo).flatMap((matches, i) =>
    matches.map(({ conditions, replacement }) => ({
      path: all[i],
      conditions: conditions as Condition[],
      replacement,
    })),
  );
  const [found] = routes
    .filter(({ conditions }) =>
      conditions.every(({ prefix, exact, header }) =>
        header === undefined
          ? prefix === undefined
            ? asked === exact
            : asked.startsWith(prefix)
          : new RegExp(`^(?:${header.regex})$`).test(asked),
      ),
    )
    .sort(({ conditions: [a, ...as] }, { conditions: [b, ...bs] }) => {
      const exactFirst = Number(b!.exact !== undefined) - Number(a!.exact !== undefined);
      return exactFirst || (b!.prefix ?? '').length - (a!.prefix ?? '').length || bs.length - as.length;
    });
  return found;
}

test('an HTTPProxy leads every request where the Ingress would', () => {
  fc.assert(
    fc.property(paths, path, (all, asked) => {
      expect(byHttpProxy(all, undefined, asked)?.path).toEqual(byIngress(all, asked));
    }),
  );
});

test('and so it does where it puts another path in place of the one that matched', () => {
  fc.assert(
    fc.property(paths, path, fc.constantFrom('', '/v2'), (all, asked, to) => {
      const found = byHttpProxy(all, to, asked);
      const expected = byIngress(all, asked);
      expect(found?.path).toEqual(expected);
      if (expected === undefined) return;
      const matched = found!.conditions[0]!.prefix!;
      const rest = asked.slice(expected.pathType === 'Exact' ? asked.length : bare(expected.path).length);
      expect(`${found!.replacement!}${asked.slice(matched.length)}`).toBe(to + rest === '' ? '/' : to + rest);
    }),
  );
});

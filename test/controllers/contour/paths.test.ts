import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import type { RoutePath } from '../../../lib/controllers/dialect';
import { at, only, write } from './write';

interface WrittenRoute {
  readonly conditions: readonly {
    readonly prefix?: string;
    readonly exact?: string;
    readonly header?: { readonly name: string; readonly regex: string };
  }[];
  readonly pathRewritePolicy?: { readonly replacePrefix: readonly { readonly replacement: string }[] };
}

const routesFor = (options: IngressOptions, paths: readonly RoutePath[]): readonly WrittenRoute[] =>
  only(write(options, { rules: [{ host: 'shop.example.com', paths }] }), 'HTTPProxy').spec.routes;

/** Under which path a request comes in, by the rules of Envoy: exact before prefix, long before short. Undefined for none. */
function comesInAs(routes: readonly WrittenRoute[], asked: string): string | undefined {
  const [path = ''] = asked.split('?');
  const fits = ({ conditions }: WrittenRoute) =>
    conditions.every(({ prefix, exact, header }) => {
      if (header !== undefined) return header.name === ':path' && new RegExp(`^(?:${header.regex})$`).test(asked);
      return exact === undefined ? path.startsWith(prefix!) : path === exact;
    });
  const rank = ({ conditions: [first] }: WrittenRoute) => (first!.exact === undefined ? first!.prefix!.length : 1e6);
  const [found] = routes.filter(fits).sort((a, b) => rank(b) - rank(a));
  if (found === undefined) return undefined;
  const replacement = found.pathRewritePolicy?.replacePrefix[0]?.replacement;
  return replacement === undefined ? asked : replacement + asked.slice(found.conditions[0]!.prefix!.length);
}

test.each([
  ['/api', '/api'],
  ['/api/', '/api/'],
  ['/api/a?b', '/api/a?b'],
  ['/api?b', '/api?b'],
  ['/apis', undefined],
  ['/two', '/two'],
  ['/two/', undefined],
])('a Prefix ends at an element, and an Exact path is itself: %s', (asked, seen) => {
  const routes = routesFor({ sourceIpAffinity: true }, [at('/api/'), at('/two', 'Exact')]);
  expect(comesInAs(routes, asked)).toBe(seen);
});

describe.each<[IngressOptions, readonly (readonly [string, string | undefined])[]]>([
  [
    { stripPrefix: true },
    [
      ['/a.b', '/'],
      ['/a.b?c=d', '/?c=d'],
      ['/a.b/', '/'],
      ['/a.b/x/y?c', '/x/y?c'],
      ['/a.bs', undefined],
      ['/axb', undefined],
    ],
  ],
  [
    { rewritePath: '/v2' },
    [
      ['/a.b', '/v2'],
      ['/a.b?c', '/v2?c'],
      ['/a.b/x', '/v2/x'],
    ],
  ],
  [
    { rewritePath: '/v2/' },
    [
      ['/a.b', '/v2'],
      ['/a.b/x', '/v2/x'],
    ],
  ],
  [{ rewritePath: '/' }, [['/a.b/x', '/x']]],
])('%j', (options, cases) => {
  test.each(cases)('%s comes in as %s', (asked, seen) => {
    expect(comesInAs(routesFor(options, [at('/a.b')]), asked)).toBe(seen);
  });
});

test('below the root', () => {
  const routes = routesFor({ rewritePath: '/base/' }, [at('/'), at('/api')]);
  expect(['/', '/x?y', '/api', '/api/x', '/apis'].map((path) => comesInAs(routes, path))).toEqual([
    '/base/',
    '/base/x?y',
    '/base',
    '/base/x',
    '/base/apis',
  ]);
});

test('an Exact path keeps its own letters from a Prefix', () => {
  const conditions = routesFor({ sourceIpAffinity: true }, [at('/a', 'Exact'), at('/a')]).map(
    (route) => route.conditions,
  );
  expect(conditions).toEqual([[{ exact: '/a' }], [{ prefix: '/a/' }]]);
});

test('what is left to the controller is by letters, or a regular expression', () => {
  const paths = [at('/a', 'ImplementationSpecific'), at('/b/[0-9]+', 'ImplementationSpecific')];
  const conditions = routesFor({ sourceIpAffinity: true }, paths).map((route) => route.conditions);
  expect(conditions).toEqual([[{ prefix: '/a' }], [{ regex: '/b/[0-9]+' }]]);
});

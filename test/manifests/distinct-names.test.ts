import { nameApart } from '../../lib/manifests/distinct-names';

const names = (items: readonly (readonly [string, string?])[]): string[] =>
  nameApart(
    items,
    ([name]) => name,
    ([, detail]) => detail,
  ).map(([, name]) => name);

describe('nameApart', () => {
  it('leaves names alone that are distinct', () => {
    expect(
      names([
        ['web', 'shop'],
        ['db', 'shop'],
      ]),
    ).toEqual(['web', 'db']);
  });

  it('adds what is known besides to names that are alike', () => {
    expect(names([['web', 'shop'], ['db', 'shop'], ['WEB', 'blog'], ['web']])).toEqual([
      'web.shop',
      'db',
      'WEB.blog',
      'web',
    ]);
  });

  it('numbers what is still alike, around names that are taken', () => {
    expect(names([['web', 'a'], ['web', 'a'], ['web.a'], ['web.a-2'], ['web', 'A']])).toEqual([
      'web.a-3',
      'web.a-4',
      'web.a',
      'web.a-2',
      'web.A-5',
    ]);
  });
});

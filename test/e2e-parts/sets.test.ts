import { parseSet, setName } from '../e2e/sets';

test.each([
  ['shop.k8s.yaml', 'shop'],
  ['front/Web.yml', 'front-web'],
  ['0001-a_b.yaml', '0001-a-b'],
])('%s is the set %s', (file, name) => {
  expect(setName(file)).toBe(name);
});

test('empty documents count for nothing, and others than objects are refused', () => {
  expect(parseSet('---\n---\nkind: A\n---\n', 'f').map(({ kind }) => kind)).toEqual(['A']);
  expect(() => parseSet('- 1\n', 'f')).toThrow('f: a document has no kind');
  expect(() => parseSet('a: [', 'f')).toThrow('f: ');
});

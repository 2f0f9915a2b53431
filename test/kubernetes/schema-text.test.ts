import { parseVersionedTexts, printVersionedTexts, textAt } from '../../lib/kubernetes/schema-text';

test.each([
  'string',
  'list core.v1.Container',
  'core.v1.PodCertificateProjection 1.34+',
  'string 1.27-1.30',
  'a.v1.Old 1.27-1.28 | a.v1.New 1.29+',
])('%s is read and printed again', (line) => {
  expect(printVersionedTexts(parseVersionedTexts(line))).toBe(line);
});

test('the text of a release', () => {
  const line = 'a.v1.Old 1.27-1.28 | a.v1.New 1.30+';
  expect([27, 28, 29, 30, 37].map((minor) => textAt(line, minor))).toEqual([
    'a.v1.Old',
    'a.v1.Old',
    undefined,
    'a.v1.New',
    'a.v1.New',
  ]);
});

import { parseManifests } from '../../lib';
import { lineAt, locate } from '../../lib/manifests/locate';
import { workOf } from '../work';

const text = `# a comment
kind: A
---
# another
metadata:
  annotations:
    example.com/a.b: x
    "example.com/c": y
spec:
  ports:
    - name: http
      port: 80
    - {name: https, "port": 443}
  text: |
    lines
  last: 1
`;

/** The place of a field of the second document. */
function place(field: string): unknown {
  const [, document] = parseManifests(text, 'a.yaml');
  return document && locate(document, field);
}

test.each([
  ['', 5, 1],
  ['spec', 9, 1],
  ['spec.ports[0]', 11, 7],
  ['spec.ports[0].port', 12, 7],
  ['spec.ports[1].port', 13, 21],
  ['spec.last', 16, 3],
  ['metadata.annotations[example.com/a.b]', 7, 5],
  ['metadata.annotations[example.com/c]', 8, 5],
])('%j stands in line %i, column %i', (field, line, column) => {
  expect(place(field)).toEqual({ line, column });
});

test('a field that is missing stands where it would', () => {
  expect(place('spec.ports[1].targetPort')).toEqual({ line: 13, column: 7 });
  expect(place('spec.ports[7].port')).toEqual({ line: 10, column: 3 });
  expect(place('status.x')).toEqual({ line: 5, column: 1 });
});

test('what comes from no text has no place', () => {
  expect(locate({ manifest: {} }, 'spec')).toBeUndefined();
  expect(locate({ manifest: {}, file: 'a.yaml', line: 3 }, 'spec')).toEqual({ line: 3, column: 1 });
});

test('a line is that of the file, and none of another document', () => {
  const [first, second] = parseManifests(text, 'a.yaml');
  if (first === undefined || second === undefined) throw new Error('two documents');
  expect([lineAt(first, 2), lineAt(second, 12), lineAt(second, 16)]).toEqual([
    'kind: A',
    '      port: 80',
    '  last: 1',
  ]);
  expect([lineAt(first, 5), lineAt(second, 2), lineAt({ manifest: {} }, 1)]).toEqual([undefined, undefined, undefined]);
});

test('places in a list of twice the length take twice the work', () => {
  const work = (length: number): number => {
    const [document] = parseManifests(`items:\n${'  - {port: 80}\n'.repeat(length)}`);
    if (document === undefined) throw new Error('no document');
    return workOf(() => {
      for (let item = 0; item < length; item++) locate(document, `items[${item}].port`);
    });
  };
  expect(work(400) / work(200)).toBeLessThan(2.2);
});

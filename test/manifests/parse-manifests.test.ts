import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseManifests, readManifests, validateManifest } from '../../lib';
import { parseBytes } from '../../lib/manifests/read-manifests';

test('several documents, each with its line; empty ones are passed over', () => {
  const text = '# first\nkind: A\n---\n---\n# nothing\n---\nkind: B\n';
  expect(parseManifests(text, 'a.yaml')).toEqual([
    { manifest: { kind: 'A' }, file: 'a.yaml', line: 2 },
    { manifest: { kind: 'B' }, file: 'a.yaml', line: 7 },
  ]);
  expect(parseManifests('')).toEqual([]);
});

test('JSON is read too', () => {
  expect(parseManifests('{"kind": "A", "n": [1, true, null]}')).toMatchObject([
    { manifest: { kind: 'A', n: [1, true, null] } },
  ]);
});

test('a key that stands there twice is told with its place, and the rest is still read', () => {
  const [broken, sound] = parseManifests('kind: A\nspec:\n  a: 1\n  a: 2\n---\nkind: B\n');
  expect(broken).toEqual({
    manifest: undefined,
    line: 1,
    unreadable: [{ message: 'the key stands there twice: keep one', line: 4, column: 3 }],
  });
  expect(sound).toMatchObject({ manifest: { kind: 'B' }, line: 6 });
});

test.each([
  ['a tab', 'kind: A\nspec:\n\ta: 1\n', 3],
  ['a bracket that never closes', 'kind: [A\n', 2],
  ['an alias of nothing', 'kind: *a\n', 1],
])('%s is told with its place', (_, text, line) => {
  const [document] = parseManifests(text);
  expect(document?.manifest).toBeUndefined();
  expect(document?.unreadable?.[0]).toMatchObject({ line });
});

test.each([
  ['a condition', '{{- if .Values.enabled }}\nkind: A\nmetadata: {name: a}\n{{- end }}\n', 1],
  ['a value', 'kind: A\nmetadata:\n  name: {{ .Release.Name }}\n', 3],
  [
    'both',
    'kind: A\nname: {{ .Values.name }}\n{{- with .Values.b }}\nb:\n  {{- toYaml . | nindent 2 }}\n{{- end }}\n',
    3,
  ],
])('a template that is not rendered is told once: %s', (_, template, line) => {
  const [broken, sound] = parseManifests(`${template}---\nkind: B\n`);
  expect(broken?.unreadable).toEqual([
    {
      message: expect.stringContaining('helm template CHART | exposed-app check -') as string,
      line,
      column: expect.any(Number) as number,
    },
  ]);
  expect(sound?.manifest).toEqual({ kind: 'B' });
});

test('what only a text has of a template hides nothing', () => {
  const [document] = parseManifests('data:\n  alert: |\n    {{ $labels.instance }}\n  b: 1\nspec:\n\ta: 1\n');
  expect(document?.unreadable?.map(({ message }) => message).join()).not.toContain('helm');
});

test('anchors, aliases and merge keys are what they stand for', () => {
  const [document] = parseManifests('a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2\n');
  expect(document?.manifest).toEqual({ a: { b: 1 }, c: { b: 1 }, d: { b: 1, e: 2 } });
});

test('aliases that grow without end are refused', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `l${i}: &l${i} [${i === 0 ? 'x' : `*l${i - 1}, *l${i - 1}`}]`);
  const [document] = parseManifests(levels.join('\n'));
  expect(document?.unreadable?.[0]?.message).toMatch(/alias/i);
});

test('what was read can be validated', () => {
  const [document] = parseManifests(
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80, nodePort: 1.5}]}\n',
  );
  expect(validateManifest(document?.manifest)).toMatchObject([{ field: 'spec.ports[0].nodePort', type: 'Decode' }]);
});

test('files and folders are read in the order of their names, and links are not followed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exposed-app-read-'));
  try {
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b', 'x.yml'), 'kind: B');
    writeFileSync(join(folder, 'c.json'), '{"kind": "C"}');
    writeFileSync(join(folder, 'a.yaml'), 'kind: A');
    writeFileSync(join(folder, 'README.md'), '# no manifest');
    symlinkSync(folder, join(folder, 'loop'));
    expect(readManifests([folder]).map(({ manifest }) => manifest)).toEqual([
      { kind: 'A' },
      { kind: 'B' },
      { kind: 'C' },
    ]);
    expect(() => readManifests([join(folder, 'missing.yaml')])).toThrow(/ENOENT/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that is no text, and a document that is far too long, are told', () => {
  expect(parseBytes(Buffer.from([0xff, 0xfe, 0x00, 0x41]), 'a.yaml')).toMatchObject([
    { file: 'a.yaml', unreadable: [{ message: expect.stringContaining('UTF-8') as string }] },
  ]);
  const long = `kind: A\n---\nx: "${'x'.repeat(33 * 1024 * 1024)}"\n---\nkind: B\n`;
  expect(parseManifests(long).map(({ line, unreadable }) => [line, unreadable?.[0]?.message])).toEqual([
    [1, undefined],
    [2, expect.stringContaining('32 MiB')],
    [5, undefined],
  ]);
});

test('a text that nests without end is told', () => {
  expect(parseManifests('['.repeat(200_000))).toMatchObject([{ unreadable: [{}] }]);
  expect(parseManifests(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`)).toHaveLength(1);
});

const levels = (level: string, count: number): string =>
  Array.from({ length: count }, (_, depth) => `${level.repeat(depth)}a:\n`).join('');

test.each([
  ['brackets', `a: ${'['.repeat(501)}${']'.repeat(501)}`, `a: ${'['.repeat(490)}${']'.repeat(490)}`],
  ['items', `${'- '.repeat(501)}a`, `${'- '.repeat(490)}a`],
  ['indentation', levels(' ', 502), levels(' ', 490)],
])('lists and maps may be 500 deep: %s', (_, tooDeep, deep) => {
  expect(parseManifests(tooDeep)).toMatchObject([
    { unreadable: [{ message: 'lists and maps stand within each other more than 500 deep' }] },
  ]);
  expect(parseManifests(deep)).not.toMatchObject([{ unreadable: expect.anything() as unknown }]);
});

test('a text that only looks deep is read with all that it has', () => {
  const line = '-'.repeat(600);
  expect(parseManifests(`a: &x 1\nb: *x\nc: |\n  ${line}\n`)).toMatchObject([
    { manifest: { a: 1, b: 1, c: `${line}\n` } },
  ]);
});

import fc from 'fast-check';
import { dump } from 'js-yaml';
import { parseManifests } from '../../lib';
import { printYaml } from '../../lib/manifests/print-yaml';
import { readCarefully } from '../../lib/manifests/read-carefully';
import { readQuickly } from '../../lib/manifests/read-quickly';
import { splitDocuments } from '../../lib/manifests/split-documents';

/** What kubectl 1.36 makes of plain scalars: `kubectl create --dry-run=client --validate=false -o json`. */
const scalars: readonly (readonly [text: string, value: unknown])[] = [
  ...([
    ['0o17', 15],
    ['017', 15],
    ['-017', -15],
    ['08', 8],
    ['09.5', 9.5],
    ['00', 0],
    ['0o8', '0o8'],
    ['0o', '0o'],
  ] as const),
  ...([
    ['1e3', 1000],
    ['1E3', 1000],
    ['1e+3', 1000],
    ['1.e3', 1000],
    ['+12e03', 12000],
    ['-.5e1', -5],
    ['1e', '1e'],
  ] as const),
  ...([
    ['.5', 0.5],
    ['5.', 5],
    ['+.5', 0.5],
    ['.', '.'],
    ['.e3', '.e3'],
    ['e3', 'e3'],
    ['1.2.3', '1.2.3'],
    ['1.50', 1.5],
  ] as const),
  ...([
    ['+1', 1],
    ['-1', -1],
    ['+', '+'],
    ['1-2', '1-2'],
    ['0b11', 3],
    ['-0b1', -1],
    ['0x1F', 31],
    ['+0x1', 1],
  ] as const),
  ...([
    ['0xg', '0xg'],
    ['0x1p-2', '0x1p-2'],
    ['1_000', 1000],
    ['1__0', 10],
    ['0_', 0],
    ['_1', '_1'],
    ['0x_1', 1],
  ] as const),
  ...([
    ['1e500', '1e500'],
    ['-1e500', '-1e500'],
    ['9'.repeat(400), '9'.repeat(400)],
    ['12:30', '12:30'],
    ['1:2:3.5', '1:2:3.5'],
    ['2024-01-01', '2024-01-01'],
  ] as const),
  ...([
    ['y', true],
    ['Y', true],
    ['yes', true],
    ['on', true],
    ['TRUE', true],
    ['tRue', 'tRue'],
    ['n', false],
    ['Off', false],
  ] as const),
  ...([
    ['~', null],
    ['Null', null],
    ['nUll', 'nUll'],
    ['=', '='],
    ['inf', 'inf'],
    ['NaN', 'NaN'],
    ['١', '١'],
  ] as const),
];

describe.each(scalars)('the scalar %s', (text, value) => {
  test('is read as kubectl reads it, by both readers', () => {
    const document = `a: ${text}\n`;
    expect(readQuickly([document])).toEqual([{ a: value }]);
    expect(readCarefully({ text: document, firstLine: 1 }, undefined)).toMatchObject([{ manifest: { a: value } }]);
  });
});

const keys = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('kind', 'on', '0', '1.5', '~', 'a b', '<<', '__proto__x'),
);
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...scalars.map(([text]) => text), 'a\nb\n', '\n', ' x', '- a', 'a: b', '#c'),
    ),
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
}));

test('what the quick reader reads, the careful one reads alike', () => {
  const printers = [
    (value: object) => printYaml([value]),
    (value: object) => dump(value),
    (value: object) => JSON.stringify(value),
  ];
  fc.assert(
    fc.property(fc.dictionary(keys, values, { maxKeys: 4 }), fc.constantFrom(...printers), (value, print) => {
      const text = print(value);
      const quick = readQuickly([text]);
      if (quick === undefined || splitDocuments({ text, firstLine: 1 })?.length !== 1) return;
      expect(readCarefully({ text, firstLine: 1 }, undefined)).toMatchObject([{ manifest: quick[0] }]);
    }),
    { numRuns: 1000 },
  );
});

test('documents of a stream are told apart by their marks, wherever these stand', () => {
  const text = '# head\n---\na: |\n  text\n---\nb: 1\n---x: 1\n--- {c: 2}\n---\n';
  expect(splitDocuments({ text, firstLine: 1 })).toEqual([
    { text: '# head\n', firstLine: 1 },
    { text: '---\na: |\n  text\n', firstLine: 2 },
    { text: '---\nb: 1\n---x: 1\n', firstLine: 5 },
    { text: '--- {c: 2}\n', firstLine: 8 },
    { text: '---\n', firstLine: 9 },
  ]);
});

/** What kubectl 1.36 refuses of what YAML allows. */
test.each([
  ['{~: x}', 1, 'a key without a text'],
  ['null: x', 0, 'a key without a text'],
  ['? \n: x', 2, 'a key without a text'],
  ['{[a]: x}', 1, 'a key that is a list or a map'],
  ['? {a: b}\n: x', 2, 'a key that is a list or a map'],
  ['a: [.nan]', 4, 'a number that JSON does not have'],
  ['a: -.Inf', 3, 'a number that JSON does not have'],
  ['"a\0": x', 2, 'the control character U+0000'],
  ['a: "\x7f"', 4, 'the control character U+007F'],
  ['a: \ufffe', 3, 'the control character U+FFFE'],
])('%j is not read', (text, at, message) => {
  const [before, unread, after] = parseManifests(`kind: A\n---\n${text}\n---\nkind: B\n`);
  expect([before?.manifest, after?.manifest]).toEqual([{ kind: 'A' }, { kind: 'B' }]);
  const problem = { message: expect.stringContaining(message) as string, line: 3, column: at + 1 };
  expect(unread?.unreadable).toEqual([problem]);
});

test.each(['%YAML 1.2', '%YAML 1.1', '%TAG ! tag:example.com,2000:', '# first\n%YAML 1.1'])(
  'kubectl refuses a directive: %j',
  (directive) => {
    expect(parseManifests(`${directive}\n---\nkind: A\n`)).toMatchObject([
      { unreadable: [{ message: 'kubectl reads no directive, such as %YAML: leave the line out', line: 1 }] },
    ]);
  },
);

test.each([
  ['a quoted text', "a:\n  b: 'one\n  two'\nc: d\n", { a: { b: 'one two' }, c: 'd' }],
  ['one that goes back to the margin', "a:\n  b: 'one\n\n\ntwo\n three'\n", { a: { b: 'one\n\ntwo three' } }],
  ['with an escaped break', 'a:\n  - b: "one\\\n  two"\n', { a: [{ b: 'onetwo' }] }],
  ['a list in brackets', 'a:\n  b: [\n    1,\n  2\n]\nc: {\n}\n', { a: { b: [1, 2] }, c: {} }],
  ['JSON in quotes', `a:\n  b: '[\n  {"x": 1}\n  ]'\n`, { a: { b: '[ {"x": 1} ]' } }],
])('lines that go on need not be deeper, as for kubectl: %s', (_, text, manifest) => {
  expect(parseManifests(`${text}---\nkind: A\n`).map((document) => document.manifest)).toEqual([
    manifest,
    { kind: 'A' },
  ]);
});

test('a quote that is not closed is told where it stands', () => {
  expect(parseManifests("kind: A\n---\na: 'one\nb: two\nc: three\n")).toMatchObject([
    { manifest: { kind: 'A' } },
    { unreadable: [{ message: "Missing closing 'quote" }] },
  ]);
});

const objects = (text: string): unknown => parseManifests(text, 'a.json').map(({ manifest, line }) => [manifest, line]);

test('objects of JSON may stand one behind another, as for kubectl', () => {
  expect(objects('\n{"a": "}{\\""}{"b": {}}\n\n{"c":\n[]}\n')).toEqual([
    [{ a: '}{"' }, 2],
    [{ b: {} }, 2],
    [{ c: [] }, 4],
  ]);
  expect(objects('{"a": 1}\n{"b": 1}\n---\nc: 1\n---\n{"d": 1}\n')).toEqual([
    [{ a: 1 }, 1],
    [{ b: 1 }, 2],
    [{ c: 1 }, 4],
    [{ d: 1 }, 6],
  ]);
});

test('what is not JSON is no document behind another one', () => {
  for (const text of ['{"a": 1}\n{"b": 1\n', '{"a": 1}, {"b": 1}', '{a: 1} {b: 1}']) {
    expect(parseManifests(text)).toContainEqual(expect.objectContaining({ unreadable: expect.anything() as unknown }));
  }
});

test('JSON has characters that YAML has no place for', () => {
  expect(parseManifests('{"a": "\x7f"}')).toMatchObject([{ manifest: { a: '\x7f' } }]);
});

test('a key by an alias is the text that it stands for', () => {
  expect(parseManifests('a: &x b\n*x : c\n')).toMatchObject([{ manifest: { a: 'b', b: 'c' } }]);
});

test('one document that does not parse hides none of the others', () => {
  const documents = parseManifests('kind: A\n---\nkind: [B\n---\n"kind: C\n---\nkind: D\n', 'a.yaml');
  expect(documents.map(({ manifest, line, unreadable }) => [manifest, line, unreadable !== undefined])).toEqual([
    [{ kind: 'A' }, 1, false],
    [undefined, 3, true],
    [undefined, 5, true],
    [{ kind: 'D' }, 7, false],
  ]);
});

test.each([
  ['ends of documents', 'kind: A\n...\n---\nkind: B\n', [{ kind: 'A' }, { kind: 'B' }]],
  ['Windows line ends', 'kind: A\r\n---\r\nkind: B\r\n', [{ kind: 'A' }, { kind: 'B' }]],
  ['a byte order mark', '\uFEFFkind: A\n', [{ kind: 'A' }]],
  ['merge keys', 'a: &a {b: 1}\nc: {<<: *a, d: 2}\n', [{ a: { b: 1 }, c: { b: 1, d: 2 } }]],
  ['tags', 'a: !!str 1\nb: !!int "2"\n', [{ a: '1', b: 2 }]],
])('%s are read', (_, text, manifests) => {
  expect(parseManifests(text).map(({ manifest }) => manifest)).toEqual(manifests);
});

test.each(['~: 1\n', '? \n: 1\n', ': 1\n', 'null: 1\n'])('a key that is null is left to one reader: %j', (text) => {
  expect(readQuickly([text])).toBeUndefined();
});

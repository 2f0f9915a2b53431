import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import * as jsYaml from 'js-yaml';
import * as yaml from 'yaml';
import { printYaml } from '../../lib/manifests/print-yaml';

const yamlReader =
  (version: '1.1' | '1.2') =>
  (text: string): unknown[] =>
    yaml.parseAllDocuments(text, { version }).map((document) => {
      const [problem] = [...document.errors, ...document.warnings];
      if (problem !== undefined) throw problem;
      return document.toJS() as unknown;
    });

const readers: Record<string, (text: string) => unknown[]> = {
  'js-yaml, 1.2': (text) => jsYaml.loadAll(text),
  'js-yaml, 1.1': (text) => jsYaml.loadAll(text, { schema: jsYaml.YAML11_SCHEMA }),
  'yaml, 1.2': yamlReader('1.2'),
  'yaml, 1.1': yamlReader('1.1'),
};

const misreadBy = (documents: readonly unknown[]): string[] => {
  const text = printYaml(documents);
  return Object.entries(readers)
    .filter(([, read]) => !isDeepStrictEqual(read(text), documents))
    .map(([name]) => `${name}: ${text}`);
};

// prettier-ignore
const treacherous = [
  '', ' ', '\t', '\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u202e', '\ud800', '\udc00', '\0', '\u001b',
  '\u007f', '\ufffe', '😀', '👨‍👩‍👧', 'é', '日本語', '0', '-0', '+1', '-1', '0o14', '0O14', '014', '08', '1_000', '1,000', '0x1F', '0X1f', '0b1', '1e3', 'e3', '1E+5',
  '.5', '5.', '.', '1.2.3.4', '685_230.15', '12:30:45', '1:2', '190:20:30.15', '80:8080', '10.0.0.0/8', '.inf', '-.INF', '.NaN', '~', 'null', 'Null', 'NULL',
  'true', 'FALSE', 'yes', 'No', 'nO', 'on', 'OFF', 'y', 'N', '=', '<<', '2024-01-01', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '---',
  '...', '--- a', '... a', '# x', ' #', 'a # b', 'a#b', ': ', 'a: b', 'a:', ':a', '::1', '?', '? a', '?a', '-', '- a', '-a', '--flag=x', '[', ']', '{', '}', ',', '*a',
  '&a', '!a', '|', '>', '%YAML 1.2', '@a', '`a', '"', "'", `'"`, '{"a": 1}', "it's", '\\', '\\n', 'a  b', ' a', 'a ', 'a\tb', '\ta', 'a\n', 'a\n\n', '\na', '\n\n a\n',
  'a\n  \nb', 'a\n \t', 'a \n b', 'a\n---\nb\n', '__proto__', 'constructor', 'toString', 'x'.repeat(2000), 'é"'.repeat(400), 'a b '.repeat(300),
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...treacherous) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...treacherous), { maxLength: 5 }).map((parts) => parts.join('')) },
  fc
    .array(fc.constantFrom('a', ' ', '\t', '\n', ':', '#', '-', '"', "'", '1', '.', '_', 'e'), { maxLength: 12 })
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('0', '1', '9', '_', ',', '.', ':', '+', '-', 'e', 'E', 'x', 'o', 'b', 'T', 'Z', ' '), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map((codes) => String.fromCharCode(...codes)),
  fc.string(),
);
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 1e21, -1e21, 1e-7, 1.5e300, 2 ** 53, -(2 ** 64), NaN, Infinity, -Infinity),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    { weight: 3, arbitrary: text },
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}));

describe('printYaml', () => {
  it('is read back the same for texts that look like something else', () => {
    const misread = treacherous.flatMap((sample) =>
      misreadBy([
        sample,
        { key: sample },
        [sample],
        { [sample]: sample },
        { a: [{ [sample]: [sample] }], b: [[sample]] },
      ]),
    );
    expect(misread).toEqual([]);
  });

  it('is read back the same for whatever JSON can hold', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (documents) => misreadBy(documents).length === 0),
      { numRuns: 1500 },
    );
  });

  it('looks like a manifest', () => {
    const manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'web', labels: {}, annotations: { 'example.com/json': '{"a":1}', 'example.com/on': 'yes' } },
      data: {
        'nginx.conf': 'server {\n\tlisten 80;\n}\n',
        bare: 'a\n\nb',
        kept: 'a\n\n',
        indented: '  a\nb',
        size: '0o14',
      },
      list: [{ args: ['--port=80', '-v', '$(HOST):80'], empty: [] }, [[1, 2.5], []], null, 'http://example.com/?a=b#c'],
    };
    expect(printYaml([manifest, { kind: 'Namespace' }])).toMatchSnapshot();
  });

  it('leaves out undefined members and keeps the place of undefined items', () => {
    expect(printYaml([{ a: undefined, b: { c: undefined }, d: [undefined, { e: undefined }] }])).toBe(
      'b: {}\nd:\n  - null\n  - {}\n',
    );
  });

  it('prints nothing for no documents', () => {
    expect(printYaml([])).toBe('');
  });

  it('writes an object that occurs twice out twice', () => {
    const shared = { a: 1 };
    expect(printYaml([{ first: shared, second: shared }])).toBe('first:\n  a: 1\nsecond:\n  a: 1\n');
  });

  it('prints thousands of levels', () => {
    let nested: unknown = 'deep';
    for (let level = 0; level < 3000; level++) nested = level % 2 === 0 ? { a: nested } : [nested];
    expect(printYaml([nested])).toContain('deep');
  });

  it.each([[() => 1], [Symbol('x')], [1n]])('refuses what no manifest can hold: %p', (wrong) => {
    expect(() => printYaml([{ wrong }])).toThrow(/^A manifest holds text, numbers/);
  });
});

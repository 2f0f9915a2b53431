import { ApiObject, Chart } from 'cdk8s';
import { check, CheckedApp, parseManifests } from '../../lib';

const head = { apiVersion: 'example.com/v1', kind: 'Shop', metadata: { name: 'web' } };
const loop: Record<string, unknown> = {};
loop['again'] = [loop, loop];
const deep = Array.from({ length: 600 }).reduce<unknown>((inner) => [inner], 1);

const told = (manifest: object) =>
  check([{ manifest }]).findings.map(({ rule, field, message }) => [rule, field, message]);

test.each([
  [{ size: NaN }, 'spec.size', 'is NaN, a number that JSON does not have'],
  [{ sizes: [1, -Infinity] }, 'spec.sizes[1]', 'is -Infinity, a number that JSON does not have'],
  [{ size: 10n }, 'spec.size', 'is a bigint: a manifest holds texts, numbers, booleans, lists and maps'],
  [{ 'a.b/c': () => 1 }, 'spec[a.b/c]', 'is a function: a manifest holds texts, numbers, booleans, lists and maps'],
  [{ text: 'a\ud800b' }, 'spec.text', 'holds half of a character (a lone surrogate), which UTF-8 does not have'],
  [loop, 'spec.again[0]', 'holds itself'],
])('%p of a program cannot be sent', (spec, field, message) => {
  expect(told({ ...head, spec })).toContainEqual(['document/readable', field, message]);
});

test('neither can what lies deeper than anything reads', () => {
  expect(told({ ...head, spec: deep })).toEqual([
    ['document/readable', expect.stringMatching(/^spec\[0\]\[0\]/), 'lies more than 500 lists and maps deep'],
  ]);
});

test('a name with half of a character is told', () => {
  expect(told({ ...head, spec: { 'a\udc00': 1 } })).toMatchObject([
    ['document/readable', 'spec[a\udc00]', expect.stringContaining('its name holds half of a character')],
  ]);
});

test('half of a character is told where a file has it as an escape, and a whole one is not', () => {
  const documents = parseManifests(
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\ndata:\n  v: "a\\ud800b"\n',
  );
  expect(check(documents).findings).toMatchObject([{ rule: 'document/readable', field: 'data.v', line: 5 }]);
  expect(told({ ...head, spec: { text: '😀' } })).toEqual([]);
});

test('what the validation refuses already is told once', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: NaN }] } };
  expect(told(service).filter(([, field]) => field === 'spec.ports[0].port')).toHaveLength(1);
});

test('a CheckedApp names the construct', () => {
  const app = new CheckedApp();
  new ApiObject(new Chart(app, 'shop'), 'web', { ...head, spec: { size: NaN } });
  expect(() => app.synthYaml()).toThrow(/shop\/web.*spec\.size/s);
});

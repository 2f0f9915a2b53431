import * as fc from 'fast-check';
import { parse } from 'yaml';
import { printYaml } from '../../lib/manifests/print-yaml';
import { editYaml, type FieldEdit } from '../../lib/manifests/edit-yaml';

const service = `# the shop
apiVersion: v1
kind: "Service"   # quoted
metadata:
  name: web
  annotations:
    example.com/a: 'yes'   # kept
spec:
  # which pods
  selector: {app: web, tier:   front}
  ports:
  - name: http
    port: 80

    nodePort: 8080  # too low
  - {name: https, port: 443}
  type: NodePort
`;

/** The lines that an edit takes out and puts in. */
function changed(edit: FieldEdit, text = service): string[] {
  const after = editYaml(text, edit);
  if (after === undefined) return ['no change'];
  const [old, now] = [text.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

test.each<[string, FieldEdit, string[]]>([
  ['a value', { set: 'spec.type', value: 'ClusterIP' }, ['-  type: NodePort', '+  type: ClusterIP']],
  ['a value beside a comment', { set: 'kind', value: 'Pod' }, ['-kind: "Service"   # quoted', '+kind: Pod   # quoted']],
  ['a text that looks like a number', { set: 'spec.type', value: '1' }, ['-  type: NodePort', '+  type: "1"']],
  [
    'a value in a flow map',
    { set: 'spec.selector.tier', value: 'back' },
    ['-  selector: {app: web, tier:   front}', '+  selector: {app: web, tier:   back}'],
  ],
  ['a new field', { set: 'spec.clusterIP', value: 'None' }, ['+  clusterIP: None']],
  ['a new field of a list item', { set: 'spec.ports[0].protocol', value: 'TCP' }, ['+    protocol: TCP']],
  [
    'a new field of a flow map',
    { set: 'spec.ports[1].protocol', value: 'TCP' },
    ['-  - {name: https, port: 443}', '+  - {name: https, port: 443, protocol: TCP}'],
  ],
  [
    'a new object',
    { set: 'spec.sessionAffinityConfig.clientIP.timeoutSeconds', value: 5 },
    ['+  sessionAffinityConfig:', '+    clientIP:', '+      timeoutSeconds: 5'],
  ],
  [
    'an object for an object',
    { set: 'metadata.annotations', value: { a: 'b', c: 'd' } },
    ["-    example.com/a: 'yes'   # kept", '+    a: b', '+    c: d   # kept'],
  ],
  [
    'a key of a map',
    { set: 'metadata.annotations[example.com/a]', value: 'no' },
    ["-    example.com/a: 'yes'   # kept", '+    example.com/a: "no"   # kept'],
  ],
])('sets %s', (_, edit, lines) => {
  expect(changed(edit)).toEqual(lines);
});

test.each<[string, FieldEdit, string[]]>([
  ['a field with its comment', { remove: 'spec.ports[0].nodePort' }, ['-    nodePort: 8080  # too low']],
  [
    'the first field of a list item',
    { remove: 'spec.ports[0].name' },
    ['-  - name: http', '-    port: 80', '+  - port: 80'],
  ],
  [
    'a field of a flow map',
    { remove: 'spec.selector.app' },
    ['-  selector: {app: web, tier:   front}', '+  selector: {tier:   front}'],
  ],
  [
    'the last field of a flow map',
    { remove: 'spec.selector.tier' },
    ['-  selector: {app: web, tier:   front}', '+  selector: {app: web}'],
  ],
  [
    'the only field of a map',
    { remove: 'metadata.annotations[example.com/a]' },
    ["-    example.com/a: 'yes'   # kept", '+    {}   # kept'],
  ],
  ['an item of a list', { remove: 'spec.ports[1]' }, ['-  - {name: https, port: 443}']],
  [
    'a whole list',
    { remove: 'spec.ports' },
    [
      '-  ports:',
      '-  - name: http',
      '-    port: 80',
      '-',
      '-    nodePort: 8080  # too low',
      '-  - {name: https, port: 443}',
    ],
  ],
])('removes %s', (_, edit, lines) => {
  expect(changed(edit).filter((line) => line !== '-')).toEqual(lines.filter((line) => line !== '-'));
});

test('quotes a value as it is written', () => {
  expect(changed({ quote: 'spec.ports[0].nodePort' })).toEqual([
    '-    nodePort: 8080  # too low',
    '+    nodePort: "8080"  # too low',
  ]);
});

test('renames a field', () => {
  expect(changed({ rename: 'spec.ports[0].nodePort', to: 'targetPort' })).toEqual([
    '-    nodePort: 8080  # too low',
    '+    targetPort: 8080  # too low',
  ]);
});

test.each<[string, FieldEdit]>([
  ['removes what is not there', { remove: 'spec.nodePort' }],
  ['renames what is not there', { rename: 'spec.nodePort', to: 'x' }],
  ['quotes what is no plain text', { quote: 'kind' }],
  ['quotes a list', { quote: 'spec.ports' }],
  ['goes through a text', { set: 'metadata.name.first', value: 'x' }],
  ['adds to the end of a list', { set: 'spec.ports[7].port', value: 1 }],
])('does nothing where it %s', (_, edit) => {
  expect(editYaml(service, edit)).toBeUndefined();
});

test('does nothing to what an alias stands for', () => {
  expect(editYaml('a: &x {b: 1}\nc: *x\n', { set: 'c.b', value: 2 })).toBeUndefined();
});

test('keeps the line ends of Windows', () => {
  const text = service.replaceAll('\n', '\r\n');
  const edited = editYaml(text, { set: 'spec.sessionAffinityConfig.clientIP', value: { timeoutSeconds: 5 } }) ?? '';
  expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
});

test.each([0, 2])('keeps JSON what it is, indented by %s', (indent) => {
  const text = JSON.stringify({ spec: { selector: {}, type: 'NodePort', ports: [{ port: 80 }] } }, null, indent);
  const edits: FieldEdit[] = [
    { set: 'spec.selector.app', value: 'web' },
    { set: 'spec.ports[0].name', value: 'http' },
    { set: 'spec.type', value: 'ClusterIP' },
    { remove: 'spec.ports[0].port' },
  ];
  const edited = edits.reduce((before, edit) => editYaml(before, edit) ?? 'no change', text);
  expect(JSON.parse(edited)).toEqual({
    spec: { selector: { app: 'web' }, type: 'ClusterIP', ports: [{ name: 'http' }] },
  });
});

test('a value that is set is there, and everything else as before', () => {
  const key = fc.stringMatching(/^[a-z]{1,5}$/);
  const leaf = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.constantFrom('yes', '0x1', '1e3', '~', 'a: b', '# x', 'x\ny'),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.dictionary(key, fc.oneof({ depthSize: 'small' }, leaf, tie('tree'), fc.array(leaf)), {
      minKeys: 1,
      maxKeys: 4,
      noNullPrototype: true,
    }),
  }));
  const toText = fc.constantFrom(
    (value: unknown) => JSON.stringify(value),
    (value: unknown) => JSON.stringify(value, null, 2),
    (value: unknown) => printYaml([value]),
  );
  fc.assert(
    fc.property(tree, fc.array(key, { minLength: 1, maxLength: 3 }), leaf, toText, (object, steps, value, print) => {
      const text = print(object);
      const edited = editYaml(text, { set: steps.join('.'), value });
      if (edited === undefined) return;
      const expected = structuredClone<Record<string, unknown>>(object);
      const last = steps.at(-1)!;
      let at = expected;
      for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
      at[last] = value;
      expect(parse(edited, { version: '1.1' })).toEqual(expected);
    }),
  );
});

import { check } from '../../lib/check';
import { parseManifests } from '../../lib/manifests/parse-manifests';

/** What is said of values that are no texts. */
const messages = (text: string): string[] =>
  check(parseManifests(text, 'a.yaml')).findings.map(({ field, message }) => `${field}: ${message}`);

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

test.each([
  ['010', '010, which is read as 8'],
  ['on', 'on, which is read as true'],
  ['1.10', '1.10, which is read as 1.1'],
  ['80', '80'],
  ['true', 'true'],
])('%s is told as it is written', (written, told) => {
  expect(messages(`${head}data:\n  b: x\n  a: ${written} # 8\n`)).toEqual([`data[a]: must be a text, not ${told}`]);
  expect(messages(`---\n${head}---\n${head.replace('a }', 'b }')}data: {a: ${written}}\n`)).toEqual([
    `data[a]: must be a text, not ${told}`,
  ]);
});

test('an item of a list, and an object of a List', () => {
  const pod = `kind: List\napiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: { name: a }\n  spec:\n    containers:\n    - name: a\n      image: b\n      args:\n      - 0x1F\n`;
  expect(messages(pod)).toContain('spec.containers[0].args[0]: must be a text, not 0x1F, which is read as 31');
});

test('what stands on another line is told as it is read', () => {
  expect(messages(`${head}data:\n  a:\n    010\n`)).toEqual(['data[a]: must be a text, not 8']);
});

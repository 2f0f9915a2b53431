import { parse, stringify } from 'yaml';
import { checkSet, type CheckOptions } from '../../lib/check';
import { suggest, type Checking } from '../../lib/check/suggest';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { valueAt } from '../../lib/manifests/untyped';
import { explainedRules } from '../../lib/rules/explained';
import { Target } from '../../lib/target/target';

const checking = (options: CheckOptions): Checking => ({
  check: (documents) => checkSet(documents, options),
  targetOf: () => options.target ?? new Target(),
});

/** The text with everything that is suggested. */
function mended(text: string): string {
  const documents = parseManifests(text);
  const suggestions = new Map(suggest(documents, checking({})).map(({ document, after }) => [document, after]));
  return suggestions.size === 0 ? text : ([...suggestions.values()][0] ?? text);
}

function refusals(text: string): string[] {
  const { findings } = checkSet(parseManifests(text), {});
  return findings.filter((one) => one.class === 'refused').map(({ field, message }) => `${field}: ${message}`);
}

const service = (spec: string) =>
  `{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: a}, ${spec}}}`;
const pod = (spec: string) =>
  `{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b}], ${spec}}}`;
const ingress = (spec: string, version = 'networking.k8s.io/v1') =>
  `{apiVersion: ${version}, kind: Ingress, metadata: {name: a}, spec: ${spec}}`;
const path = (text: string) =>
  ingress(`{rules: [{http: {paths: [{${text}backend: {service: {name: b, port: {number: 80}}}}]}}]}`);
const deployment = (version: string, spec: string) =>
  `{apiVersion: ${version}, kind: Deployment, metadata: {name: a}, spec: {${spec}template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}}}`;

test.each<[string, string, string[], unknown]>([
  [
    'a selector beside spec',
    '{apiVersion: v1, kind: Service, metadata: {name: a}, selector: {app: a}, spec: {ports: [{port: 80}]}}',
    ['spec', 'selector'],
    { app: 'a' },
  ],
  [
    'a field of spec among the metadata',
    '{apiVersion: v1, kind: Service, metadata: {name: a, type: NodePort}, spec: {ports: [{port: 80}]}}',
    ['spec', 'type'],
    'NodePort',
  ],
  [
    'containers beside the template',
    '{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, containers: [{name: a, image: b}], spec: {}}}}',
    ['spec', 'template', 'spec', 'containers'],
    [{ name: 'a', image: 'b' }],
  ],
  [
    'a node port below the range',
    service('type: NodePort, ports: [{port: 80, nodePort: 8080}]'),
    ['spec', 'ports'],
    [{ port: 80 }],
  ],
  [
    'a node port that is meant as the port',
    service('type: NodePort, ports: [{nodePort: 8080, targetPort: 80}]'),
    ['spec', 'ports'],
    [{ port: 8080, targetPort: 80 }],
  ],
  [
    'a port that only says where it leads',
    service('ports: [{targetPort: 80}]'),
    ['spec', 'ports'],
    [{ port: 80, targetPort: 80 }],
  ],
  [
    'an Ingress of an old version',
    ingress('{backend: {serviceName: b, servicePort: "80"}}', 'extensions/v1beta1'),
    ['spec'],
    { defaultBackend: { service: { name: 'b', port: { number: 80 } } } },
  ],
  [
    'old backends under the new version',
    ingress('{rules: [{http: {paths: [{path: /a/*, backend: {serviceName: b, servicePort: http}}]}}]}'),
    ['spec', 'rules', '0', 'http', 'paths', '0'],
    { path: '/a', pathType: 'Prefix', backend: { service: { name: 'b', port: { name: 'http' } } } },
  ],
  ['a path without a type', path('path: /a, '), ['spec', 'rules', '0', 'http', 'paths', '0', 'pathType'], 'Prefix'],
  ['neither path nor type', path(''), ['spec', 'rules', '0', 'http', 'paths', '0', 'path'], '/'],
  [
    'a regular expression without a type',
    path('path: "/a/(.*)", '),
    ['spec', 'rules', '0', 'http', 'paths', '0', 'pathType'],
    'ImplementationSpecific',
  ],
  [
    'a path without a slash',
    path('path: a, pathType: Exact, '),
    ['spec', 'rules', '0', 'http', 'paths', '0', 'path'],
    '/a',
  ],
  [
    'a URL for a host',
    ingress('{rules: [{host: "https://Shop.Example.com:8443/a"}]}'),
    ['spec', 'rules', '0', 'host'],
    'shop.example.com',
  ],
  [
    'a workload of an old version',
    deployment('extensions/v1beta1', ''),
    ['spec', 'selector'],
    { matchLabels: { app: 'a' } },
  ],
  ['the wrong group', deployment('extensions/v1', 'selector: {matchLabels: {app: a}}, '), ['apiVersion'], 'apps/v1'],
  ['a kind in the wrong case', '{apiVersion: v1, kind: configmap, metadata: {name: a}}', ['kind'], 'ConfigMap'],
  [
    'a value in the wrong case',
    service('type: LoadBalancer, externalTrafficPolicy: local, ports: [{port: 80}]'),
    ['spec', 'externalTrafficPolicy'],
    'Local',
  ],
  ['a misspelt value', service('type: nodeprt, ports: [{port: 80}]'), ['spec', 'type'], 'NodePort'],
  ['a misspelt field', pod('hostNotwork: true'), ['spec', 'hostNetwork'], true],
  ['a number in quotes', service('ports: [{port: "80"}]'), ['spec', 'ports'], [{ port: 80 }]],
  [
    'a text without quotes',
    '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: true, b: 1}}',
    ['data'],
    { a: 'true', b: '1' },
  ],
  ['one thing where a list is asked for', service('ports: {port: 80}'), ['spec', 'ports'], [{ port: 80 }]],
  [
    'another port of the node than the container has on the host network',
    '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostNetwork: true, containers: [{name: a, image: b, ports: [{containerPort: 80, hostPort: 8080}]}]}}',
    ['spec', 'containers', '0', 'ports'],
    [{ containerPort: 80, hostPort: 80 }],
  ],
])('mends %s', (_, text, steps, value) => {
  expect(refusals(text)).not.toEqual([]);
  const after = mended(text);
  expect(refusals(after)).toEqual([]);
  const found = valueAt(parse(after), ...steps);
  expect(found).toEqual(value);
  expect(mended(after)).toBe(after);
});

describe('a text without quotes is quoted as it is written', () => {
  const texts = ['010', 'on', 'yes', 'y', 'No', '0x1F', '1e3', '1_000', '0o17', '+5', '5.0', '1.10', '9'.repeat(20)];

  test.each(texts)('%s', (written) => {
    const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: ${written}   # kept\n`;
    expect(mended(config)).toBe(config.replace(`a: ${written} `, `a: "${written}" `));
    const env = pod(`initContainers: [{name: b, image: b, env: [{name: A, value: ${written}}]}]`);
    expect(mended(env)).toBe(env.replace(`value: ${written}`, `value: "${written}"`));
  });

  test('but not where it stands elsewhere, behind an alias', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nimmutable: &b true\ndata: {a: *b}\n';
    expect(refusals(text)).not.toEqual([]);
    expect(mended(text)).toBe(text);
  });
});

test.each([
  ['a field that no name comes near', pod('wombat: true')],
  ['a field of which the right name is there already', pod('hostNotwork: true, hostNetwork: false')],
  ['a text for a number that may be octal', service('ports: [{port: "010"}]')],
  ['a name that others may refer to', '{apiVersion: v1, kind: ConfigMap, metadata: {name: My_Config}}'],
])('leaves alone %s', (_, text) => {
  expect(refusals(text)).not.toEqual([]);
  expect(mended(text)).toBe(text);
});

test.each([
  [
    'in blocks',
    (items: string[]) => `kind: List\napiVersion: v1\nitems:\n${items.map((item) => `- ${item}\n`).join('')}`,
  ],
  [
    'indented',
    (items: string[]) => `kind: List\napiVersion: v1\nitems:\n${items.map((item) => `  -\n    ${item}\n`).join('')}`,
  ],
  [
    'as block maps',
    (items: string[]) =>
      `kind: List\napiVersion: v1\nitems:\n${items.map((item) => stringify([parse(item)])).join('')}`,
  ],
  [
    'as JSON',
    (items: string[]) =>
      JSON.stringify({ kind: 'List', apiVersion: 'v1', items: items.map((item) => parse(item) as unknown) }, null, 2),
  ],
])('mends the items of a List %s', (_, list) => {
  const text = list([pod('hostNotwork: true'), service('ports: [{port: "80"}]'), pod('hostNotwork: true')]);
  expect(refusals(text)).toHaveLength(3);
  expect(refusals(mended(text))).toEqual([]);
});

test('mends the items of a List, and several documents each for itself', () => {
  const text = `kind: List\napiVersion: v1\nitems:\n- ${pod('hostNotwork: true')}\n- ${service('ports: [{port: "80"}]')}\n---\n${pod('hostNotwork: true')}\n`;
  const after = suggest(parseManifests(text), checking({})).map((one) => one.after);
  expect(after).toHaveLength(2);
  expect(after.flatMap(refusals)).toEqual([]);
});

test('documents of a program have no text to mend', () => {
  const manifest: unknown = parse(pod('hostNotwork: true'));
  expect(suggest([{ manifest, construct: 'a/b' }], checking({}))).toEqual([]);
});

const mendable = explainedRules.flatMap((rule) =>
  rule.bad.flatMap((example, index) => {
    const options = {
      target: new Target(example.target),
      policy: { preset: 'strict', parameters: example.parameters ?? {} },
    } as const;
    const documents = parseManifests(example.manifests);
    const { findings } = checkSet(documents, options);
    const own = findings.filter((one) => one.rule === rule.id && one.edits.length > 0);
    return own.length === 0
      ? []
      : [[`${rule.id}: ${example.title ?? index}`, { rule, documents, options, own }] as const];
  }),
);

test.each(mendable)('what %s suggests makes it silent', (_, { rule, documents, options, own }) => {
  const suggestions = new Map(suggest(documents, checking(options)).map(({ document, after }) => [document, after]));
  const after = documents.flatMap((document) => {
    const text = suggestions.get(document);
    return text === undefined ? [document] : parseManifests(text);
  });
  const left = checkSet(after, options).findings.filter((one) => one.rule === rule.id && one.edits.length > 0);
  expect(left.map(({ field, message }) => `${field}: ${message}`)).toEqual([]);
  expect(own.length).toBeGreaterThan(0);
});

test('comments and style stay', () => {
  const text = `# the shop\napiVersion: v1\nkind: Service   # in front\nmetadata: {name: a}\nspec:\n  type:   nodePort  # open\n\n  ports:\n    - {port:  80}\n`;
  expect(mended(text)).toBe(text.replace('nodePort', 'NodePort'));
});

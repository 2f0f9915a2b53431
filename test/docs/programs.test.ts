import { programsOf, withOutputs } from '../../scripts/docs/programs';

const frame = (imports: string) => `\`\`\`ts
import { Chart } from 'cdk8s';
import { ${imports} } from 'cdk8s-exposed-app';

const app = new CheckedApp();
const chart = new Chart(app, 'docs', { namespace: 'prod' });
// ... the step ...
app.synth();
\`\`\`
`;
const step = (exposure: string) => `\`\`\`ts
new ExposedApp(chart, 'web', {
  image: 'registry.example.com/web:1.0.0',
  ports: [{ name: 'http', number: 8080 }],
  perNode: true,
  exposures: [${exposure}],
});
\`\`\`
`;
const all = 'CheckedApp, ExposedApp, Exposure';
const refusal = '```text CheckError\n```\n';

test("a step stands in the room of the page's own program, letter by letter", () => {
  const [, program] = programsOf(`${frame('CheckedApp')}\n\`\`\`ts\nconst price = '$&';\n\`\`\`\n`).values();
  expect(program).toBe(`import { Chart } from 'cdk8s';
import { CheckedApp } from 'cdk8s-exposed-app';

const app = new CheckedApp();
const chart = new Chart(app, 'docs', { namespace: 'prod' });
const price = '$&';
app.synth();
`);
});

test('a step has no program but that of its own page', () => {
  expect(() => programsOf(`text\n\n${step('')}`)).toThrow(
    /^The block in line 3 has no imports, and no program above it/,
  );
  expect(() => programsOf(`${step('')}${frame(all)}`)).toThrow(/^The block in line 1 has no imports/);
});

test('a step has no names but those that its page imports', () => {
  const page = (imports: string) =>
    `${frame(imports)}${step('Exposure.clusterIp()')}\n\`\`\`yaml Service/web\n\`\`\`\n`;
  expect(withOutputs(page(all))).toContain('kind: Service\n');
  expect(() => withOutputs(page('CheckedApp, ExposedApp'))).toThrow('Exposure is not defined');
});

test('what the check refuses is shown as it says it', () => {
  const page = `${frame(all)}${step('Exposure.hostNetwork()')}${refusal}`;
  expect(withOutputs(page)).toMatch(
    /```text CheckError\nCheckError: Nothing was written: [^`]*exposure\/host-network: /,
  );
});

test('a refusal is shown of no other program', () => {
  expect(() => withOutputs(`${frame(all)}${step('Exposure.clusterIp()')}${refusal}`)).toThrow(
    'The block in line 18 shows an error, which its program does not end in.',
  );
  const unknown = '```ts\nimport "cdk8s";\nthrow new Error("of nobody\'s making");\n```\n';
  expect(() => withOutputs(unknown + refusal)).toThrow("of nobody's making");
});

test.each(['yaml Service/web', 'text CheckError'])('a block "%s" follows a program', (info) => {
  expect(() => withOutputs(`${frame(all)}${step('')}\n\`\`\`sh\nls\n\`\`\`\n\n\`\`\`${info}\n\`\`\`\n`)).toThrow(
    'The block in line 23 shows the output of no program.',
  );
});

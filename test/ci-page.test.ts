import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { ExposedAppValidation } from '../plugin';
import { codeBlocks } from '../scripts/docs/markdown';
import { exposedApp, inEmptyFolder, soundSet, write } from './cli/cli';

const root = resolve(__dirname, '..');
const page = readFileSync(join(root, 'docs/how-to/check-in-ci.md'), 'utf8');
const blocks = codeBlocks(page);

/** Every command line of the page, wherever it stands: up to what it is piped into. */
const commands = [...new Set(Array.from(page.matchAll(/npx exposed-app ([^|`\n]+)/g), ([, argv = '']) => argv.trim()))];

inEmptyFolder();

test.each(commands)('exposed-app %s', async (command) => {
  write('dist/shop.k8s.yaml', soundSet);
  const { code, error } = await exposedApp(command.split(' '), { input: soundSet });
  expect([code, error]).toEqual([0, '']);
});

test('every YAML block parses, and the workflows have steps', () => {
  const parsed = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => parse(text));
  expect(parsed).toHaveLength(5);
  const workflows = parsed.filter((one) => one.jobs !== undefined);
  expect(workflows.map(({ jobs }) => jobs.check.steps.length)).toEqual([4, 5]);
});

test('the plugin stands where cdk8s.yaml names it, with properties that it knows', () => {
  const block = blocks.find(({ text }) => text.includes('validations:'));
  const [plugin] = parse(block?.text ?? '').validations;
  const { files, exports, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const inPackage = plugin.package.replace('./node_modules/cdk8s-exposed-app/', '');
  expect(files).toContain(inPackage);
  expect(exports).toHaveProperty([`./${inPackage}`]);
  expect(plugin.version).toBe(version);
  expect(plugin.class).toBe(ExposedAppValidation.name);
  expect(() => new ExposedAppValidation(plugin.properties)).not.toThrow();
});

/**
 * Proves that the package works where it is installed: packs it, installs the tarball in an empty folder next to cdk8s, imports it, and
 * synthesizes, and checks what it wrote. Needs the network; the ordinary tests do the same over the sources.
 *
 *     npm run test:install
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const folder = mkdtempSync(join(tmpdir(), 'exposed-app-install-'));
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8' });

const program = `
const { Chart } = require('cdk8s');
const { CheckedApp, ExposedApp, Exposure } = require('cdk8s-exposed-app');
const app = new CheckedApp();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new ExposedApp(chart, 'shop', {
  image: 'registry.example.com/shop:1.4.2',
  ports: [{ name: 'http', number: 8080 }],
  exposures: [Exposure.nodePort({ ports: [{ port: 'http', nodePort: 30080 }] })],
});
app.synth();
`;

/** Ends by an error that nobody catches, of which Node shows the line that it was thrown at. */
const refused = `
const { ApiObject, Chart } = require('cdk8s');
const { CheckedApp } = require('cdk8s-exposed-app');
const app = new CheckedApp();
new ApiObject(new Chart(app, 'shop'), 'web', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 99999 }] } });
app.synth();
`;

/** Names reach an ES module only where they stand in the text of the entry. */
const module = `
import { CheckedApp, defineRule, validateManifest } from 'cdk8s-exposed-app';
if ([CheckedApp, defineRule, validateManifest].some((one) => typeof one !== 'function')) throw new Error('not offered');
`;

/** As docs/how-to/check-in-ci.md names it in `cdk8s.yaml`. */
const plugin = 'cdk8s-exposed-app/build/plugin.js';

try {
  run('npm', ['run', 'build'], root);
  const [{ filename } = { filename: '' }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as { filename: string }[];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  writeFileSync(join(folder, 'main.js'), program);
  writeFileSync(join(folder, 'module.mjs'), module);
  const peers = ['cdk8s', 'constructs'].map((name) => `${name}@${devDependencies[name] ?? 'latest'}`);
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename), ...peers], folder);
  run(process.execPath, ['main.js'], folder);
  run(process.execPath, ['module.mjs'], folder);
  const written = readFileSync(join(folder, 'dist/shop.k8s.yaml'), 'utf8');
  if (!written.includes('nodePort: 30080')) throw new Error(`The installed package wrote something else:\n${written}`);
  writeFileSync(join(folder, 'refused.js'), refused);
  const { stderr } = spawnSync(process.execPath, ['refused.js'], { cwd: folder, encoding: 'utf8' });
  if (!/^CheckError: Nothing was written/m.test(stderr) || stderr.length > 4000)
    throw new Error(`The installed package tells an error so:\n${stderr}`);
  const exposedApp = (...args: readonly string[]) => run(join(folder, 'node_modules/.bin/exposed-app'), args, folder);
  exposedApp('check', 'dist');
  if (!exposedApp('explain', '503').includes('service/selector'))
    throw new Error('The installed package explains nothing.');
  run(process.execPath, ['-e', `new (require('./node_modules/${plugin}').ExposedAppValidation)()`], folder);
  console.log('The installed package synthesizes and checks.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

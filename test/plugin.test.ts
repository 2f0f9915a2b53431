import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Validation } from 'cdk8s-cli/plugins';
import { ExposedAppValidation } from '../lib/plugin';
import { badService, inEmptyFolder, soundSet, write } from './cli/cli';

inEmptyFolder();

const root = resolve(__dirname, '..');

/** Runs `cdk8s synth` of the real tool over an app that writes this manifest. */
function synth(manifest: string, properties = '') {
  write(
    'app.js',
    `require('fs').mkdirSync('dist', { recursive: true }); require('fs').writeFileSync('dist/shop.k8s.yaml', ${JSON.stringify(manifest)});`,
  );
  write(
    'cdk8s.yaml',
    `language: typescript\napp: node app.js\noutput: dist\nvalidations:\n  - package: ${join(root, 'plugin.ts')}\n    class: ExposedAppValidation\n    version: 0.1.0\n${properties}`,
  );
  const cli = join(root, 'node_modules/cdk8s-cli/bin/cdk8s');
  const typescript = ['--require', join(root, 'node_modules/tsx/dist/preflight.cjs')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...typescript, cli, 'synth', '--no-check-upgrade', '--validation-reports-output-file', 'reports.json'],
    { encoding: 'utf8' },
  );
  return { status, shown: stdout + stderr };
}

test('is a plugin as cdk8s-cli wants one', () => {
  const plugin: Validation = new ExposedAppValidation({ kubernetes: '1.36' });
  expect(plugin).toHaveProperty('validate', expect.any(Function));
});

test('lets a sound app pass', () => {
  const { status, shown } = synth(soundSet);
  expect(shown).toContain('Validations finished');
  expect(status).toBe(0);
});

test('stops a broken one, with rule, place, field and the next step', () => {
  const { status, shown } = synth(badService);
  expect(status).not.toBe(0);
  for (const part of [
    'service/node-port-range',
    'dist/shop.k8s.yaml:11:7',
    'spec.ports[0].nodePort',
    '30000 to 32767',
  ]) {
    expect(shown).toContain(part);
  }
  expect(readFileSync('reports.json', 'utf8')).toContain('service/node-port-range');
});

test('is told from which severity on it stops', () => {
  const warned = badService.replace('      nodePort: 8080\n', '').replace('NodePort', 'ClusterIP');
  expect(synth(warned).status).toBe(0);
  expect(synth(warned, '    properties: { failOn: warning }\n').status).not.toBe(0);
});

test.each([
  [{ presett: 'strict' }, "presett: there is no 'presett' here. 'preset' is meant?"],
  [{ preset: 'strikt' }, "preset: is \"strikt\": 'essential' and 'strict' are allowed"],
  [{ failOn: 'errors' }, "failOn: is \"errors\": 'error', 'warning' and 'note' are allowed"],
  [{ kubernetes: 1.36 }, 'kubernetes: is 1.36: must be string: write it in quotes'],
  [{ kubernetes: '1.12' }, "kubernetes is '1.12'"],
  [{ config: 5 }, 'config: is 5: must be string'],
  [{ today: 'soon' }, "today: 'soon' is no day of the calendar"],
  [{ today: '' }, "today: '' is no day of the calendar"],
])('refuses %j, by the names of cdk8s.yaml', (properties, message) => {
  const make = (): unknown => new ExposedAppValidation(properties as object);
  expect(make).toThrow(message);
  expect(make).toThrow(/^ExposedAppValidation: (?!.*--)/s);
});

test('warns of targets whose folders are not there', async () => {
  write('dist/a.yaml', soundSet);
  write('exposed-app.yaml', 'targets: { production: { folders: [dst] } }\n');
  const submit = jest.fn();
  const report = { addViolation: () => undefined, submit };
  await new ExposedAppValidation().validate({ manifests: ['dist/a.yaml'], report });
  expect(submit).toHaveBeenCalledWith(
    'success',
    expect.objectContaining({ Warning: expect.stringContaining("'dist' is meant?") as string }),
  );
});

test('rejects where a manifest cannot be read', async () => {
  const report = { addViolation: () => undefined, submit: () => undefined };
  const answer = new ExposedAppValidation().validate({ manifests: ['gone.yaml'], report });
  await expect(answer).rejects.toThrow('no such file');
});

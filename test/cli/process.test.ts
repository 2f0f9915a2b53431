import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { badService, inEmptyFolder, write } from './cli';

inEmptyFolder();

const root = resolve(__dirname, '../..');
const program = [
  ...['--require', join(root, 'node_modules/tsx/dist/preflight.cjs')],
  ...['--import', `file://${join(root, 'node_modules/tsx/dist/loader.mjs')}`],
  join(root, 'lib/cli/main.ts'),
];
const exposedApp = (argv: readonly string[], input = '') =>
  spawnSync(process.execPath, [...program, ...argv], { input, encoding: 'utf8' });

test('the report goes to standard output, and the exit code tells', () => {
  const { status, stdout, stderr } = exposedApp(['check', '-'], badService);
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toContain('<stdin>:11:7: error service/node-port-range');
});

test('errors go to standard error, without a stack trace', () => {
  const { status, stdout, stderr } = exposedApp(['check', 'missing.yaml']);
  expect([status, stdout, stderr]).toEqual([2, '', "error: cannot read 'missing.yaml': no such file or directory\n"]);
});

(existsSync('/dev/full') ? test : test.skip)('a full disk is told, without a stack trace', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [...program, 'check', '-'], {
    ...{ input: badService, encoding: 'utf8', stdio: ['pipe', full, 'pipe'] },
  });
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'error: cannot write the report: no space left on device\n']);
});

test('--help and --version are no errors', () => {
  expect(exposedApp(['check', '--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Examples:') });
  expect(exposedApp(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('no command shows the help, and is wrong usage', () => {
  expect(exposedApp([])).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: exposed-app') });
});

test('a reader that goes away early is no error', async () => {
  write(
    'a.yaml',
    Array.from({ length: 3000 }, (_, i) => badService.replace('name: web', `name: web-${i}`)).join('---\n'),
  );
  const child = spawn(process.execPath, [...program, 'check', '--format', 'json', 'a.yaml']);
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.once('close', done));
  expect([code, error]).toEqual([1, '']);
});

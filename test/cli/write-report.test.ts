import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { badService, exposedApp, inEmptyFolder, write } from './cli';

inEmptyFolder();
beforeEach(() => {
  write('a.yaml', badService);
});

const report = (file: string) => exposedApp(['check', '--output', file, 'a.yaml']);

test.each([
  ['there', 'old'],
  ['not there yet', undefined],
])('a link stays one, and its file, %s, gets the report', async (_, old) => {
  mkdirSync('reports');
  if (old !== undefined) write('reports/today.txt', old);
  symlinkSync('reports/today.txt', 'latest.txt');
  expect((await report('latest.txt')).code).toBe(1);
  expect(lstatSync('latest.txt').isSymbolicLink()).toBe(true);
  expect(readFileSync('reports/today.txt', 'utf8')).toContain('service/node-port-range');
  expect(readdirSync('reports')).toEqual(['today.txt']);
});

test('a report that nobody else may read stays one', async () => {
  write('out.txt', 'old');
  chmodSync('out.txt', 0o600);
  await report('out.txt');
  expect(readFileSync('out.txt', 'utf8')).toContain('service/node-port-range');
  expect(statSync('out.txt').mode & 0o777).toBe(0o600);
});

test('the files of others stay, whether the report can be written or not', async () => {
  const theirs = [`out.txt.${process.pid}.tmp`, `folder.${process.pid}.tmp`];
  for (const file of theirs) write(file, 'mine');
  mkdirSync('folder');
  expect((await report('out.txt')).code).toBe(1);
  expect(await report('folder')).toMatchObject({ code: 2, error: expect.stringContaining("'folder'") as string });
  expect(theirs.map((file) => readFileSync(file, 'utf8'))).toEqual(['mine', 'mine']);
  expect(readdirSync('.').sort()).toEqual(['a.yaml', 'folder', ...theirs, 'out.txt'].sort());
});

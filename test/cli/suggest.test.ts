import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { badService, exposedApp, inEmptyFolder, write } from './cli';

inEmptyFolder();

const twoFiles = (): void => {
  write('dist/a.yaml', `# comment\n${badService}---\n# another\n${badService.replace('name: web', 'name: second')}`);
  write(
    'dist/b.json',
    JSON.stringify(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'p' },
        spec: { hostNotwork: true, containers: [{ name: 'a', image: 'b' }] },
      },
      null,
      2,
    ),
  );
};

test('git applies the patch behind the report, and the findings are gone', async () => {
  twoFiles();
  const { output } = await exposedApp(['check', '--suggest', 'dist']);
  writeFileSync('out.txt', output);
  const apply = (): unknown => execFileSync('git', ['apply', '--allow-empty', 'out.txt'], { stdio: 'pipe' });
  apply();
  const after = await exposedApp(['check', '--suggest', 'dist']);
  expect(after.output).not.toContain('refused');
  expect(after.output).not.toContain('@@');
  expect(readFileSync('dist/a.yaml', 'utf8')).toContain('# another\n');
  expect(JSON.parse(readFileSync('dist/b.json', 'utf8'))).toMatchObject({ spec: { hostNetwork: true } });
  writeFileSync('out.txt', after.output);
  expect(apply).not.toThrow();
});

test('the patch takes out and puts in only what it must', async () => {
  write('a.yaml', badService);
  const { output, code } = await exposedApp(['check', '--suggest', 'a.yaml']);
  expect(code).toBe(1);
  expect(output.slice(output.indexOf('--- a/'))).toBe(
    [
      '--- a/a.yaml',
      '+++ b/a.yaml',
      '@@ -8,4 +8,3 @@',
      '     app: web',
      '   ports:',
      '     - port: 80',
      '-      nodePort: 8080',
      '',
    ].join('\n'),
  );
});

test('a file above the working directory is refused, which git patches from no folder below', async () => {
  write('app.yaml', badService);
  write('below/app.yaml', badService);
  process.chdir('below');
  expect(await exposedApp(['check', '--suggest', '../app.yaml'])).toMatchObject({
    code: 2,
    error: "error: --suggest: git applies no patch to '../app.yaml': run it in a folder that holds all of the files\n",
  });
  expect((await exposedApp(['check', '--suggest', '../below'])).output).toContain('+++ b/app.yaml');
});

test('standard input is mended as well', async () => {
  const { output } = await exposedApp(['check', '--suggest', '-'], { input: badService });
  expect(output).toContain('--- a/<stdin>');
  expect(output).toContain('-      nodePort: 8080');
});

test('without the flag nothing is suggested', async () => {
  write('a.yaml', badService);
  expect((await exposedApp(['check', 'a.yaml'])).output).not.toContain('---');
});

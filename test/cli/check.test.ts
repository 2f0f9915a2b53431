import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import type { CheckReport } from '../../lib/findings/finding';
import { badService, exposedApp, inEmptyFolder, soundSet, write } from './cli';

inEmptyFolder();

const reportOf = async (...argv: string[]) =>
  JSON.parse((await exposedApp(['check', '--format', 'json', ...argv])).output) as CheckReport;

describe('exit codes', () => {
  test('2 where standard input cannot be read, or holds more than a text can', async () => {
    const readInput = () => Promise.reject(new Error('EIO: i/o error, read'));
    expect(await exposedApp(['check', '-'], { readInput })).toEqual({
      ...{ code: 2, output: '', error: 'error: cannot read standard input: i/o error\n' },
    });
    const tooLong = jest.spyOn(Buffer.prototype, 'toString').mockImplementationOnce(() => {
      throw new Error('Cannot create a string longer than 0x1fffffe8 characters');
    });
    expect(await exposedApp(['check', '-'], { readInput: () => Promise.resolve(Buffer.from('a')) })).toMatchObject({
      code: 2,
      error: expect.stringContaining('cannot read standard input: Cannot create a string longer') as string,
    });
    tooLong.mockRestore();
  });

  test('2 for an error of our own, which is no finding', async () => {
    const today = () => {
      throw new Error('boom');
    };
    const { code, error } = await exposedApp(['check', 'a.yaml'], { today });
    expect(code).toBe(2);
    expect(error).toMatch(/^internal error: please report it.*\nError: boom\n {4}at /);
  });

  test('0 where nothing is found', async () => {
    write('a.yaml', soundSet);
    expect(await exposedApp(['check', 'a.yaml'])).toEqual({
      code: 0,
      output: '1 document held against Kubernetes 1.37: 0 errors, 0 warnings, 0 notes.\n',
      error: '',
    });
  });

  test('1 where something is found, on the line', async () => {
    write('dist/a.yaml', badService);
    const { code, output } = await exposedApp(['check', 'dist']);
    expect(code).toBe(1);
    expect(output).toContain('dist/a.yaml:11:7: error service/node-port-range (refused)');
  });

  test('--fail-on says from which severity on', async () => {
    write('a.yaml', badService.replace('      nodePort: 8080\n', '').replace('NodePort', 'ClusterIP'));
    const { findings } = await reportOf('a.yaml');
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    const codeFor = async (severity: string) => (await exposedApp(['check', '--fail-on', severity, 'a.yaml'])).code;
    expect([await codeFor('error'), await codeFor('warning'), await codeFor('note')]).toEqual([0, 1, 1]);
  });

  test.each([
    ['no path', []],
    ['an unknown option', ['--formt', 'json', 'a.yaml']],
    ['an unknown format', ['--format', 'xml', 'a.yaml']],
    ['an unknown version', ['--kubernetes', '1.99', 'a.yaml']],
    ['no day', ['--today', '2026-02-30', 'a.yaml']],
    ['no such file', ['missing.yaml']],
    ['an empty folder', ['empty']],
    ['an empty file', ['empty.yaml']],
    ['a link in a circle', ['circle.yaml']],
    ['a file as a folder', ['a.yaml/b']],
    ['an output that cannot be written', ['--output', 'missing/out.txt', 'a.yaml']],
    ['a patch in a report for programs', ['--suggest', '--format', 'json', 'a.yaml']],
  ])('2 with one message and no stack trace: %s', async (_, argv) => {
    write('a.yaml', soundSet);
    write('empty.yaml', '# nothing\n');
    mkdirSync('empty');
    symlinkSync('circle.yaml', 'circle.yaml');
    const { code, output, error } = await exposedApp(['check', ...argv]);
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(error).toMatch(/^error: /);
    expect(error).not.toMatch(/\n\s+at /);
  });

  test('the nearest option and command are named', async () => {
    expect((await exposedApp(['check', '--formt', 'json', 'a.yaml'])).error).toContain('--format');
    expect((await exposedApp(['chek', 'a.yaml'])).error).toContain('check');
  });
});

describe('what is read', () => {
  test('files, folders and standard input are one set, in the order given, each file once', async () => {
    write('b.yaml', soundSet);
    write('dir/sub/c.json', JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } }));
    write('dir/notes.txt', 'not: [yaml');
    const { output } = await exposedApp(['check', '--format', 'json', 'b.yaml', '-', 'dir', './b.yaml'], {
      input: badService,
    });
    const { summary, findings } = JSON.parse(output) as CheckReport;
    expect(summary.documents).toBe(3);
    expect(findings.map(({ file }) => file)).toContain('<stdin>');
  });

  test('files are named relative to the working directory, however they were given', async () => {
    write('dist/a.yaml', badService);
    const { findings } = await reportOf(`${process.cwd()}/dist/../dist`);
    expect(findings).toContainEqual(expect.objectContaining({ file: 'dist/a.yaml', line: 11, column: 7 }));
  });

  test.each([
    ['tabs', 'kind: A\n\tb: c\n', 2],
    ['a key twice', 'apiVersion: v1\nkind: A\nkind: B\n', 3],
    ['an open bracket', 'a: [1\n', undefined],
    [
      'aliases that grow without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]\n`)
        .join('')}`,
      undefined,
    ],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a]), 1],
  ])('%s: a finding in its place, and the other documents are read', async (_, text, line) => {
    write('a.yaml', text);
    write('b.yaml', badService);
    const { findings, summary } = await reportOf('a.yaml', 'b.yaml');
    const unreadable = findings.find(({ rule }) => rule === 'document/readable');
    expect(unreadable).toMatchObject({ file: 'a.yaml', class: 'refused', ...(line === undefined ? {} : { line }) });
    expect(findings.some(({ file }) => file === 'b.yaml')).toBe(true);
    expect(summary.documents).toBe(2);
  });

  test('links in a folder are not followed', async () => {
    write('dist/a.yaml', soundSet);
    symlinkSync('..', 'dist/up');
    symlinkSync('/etc/passwd', 'dist/passwd.yaml');
    expect((await reportOf('dist')).summary.documents).toBe(1);
  });

  test('a kind of which nothing is known is said to be unchecked', async () => {
    write('a.yaml', 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n');
    const { code, output } = await exposedApp(['check', 'a.yaml']);
    expect([code, output]).toEqual([0, expect.stringContaining('1 unchecked')]);
  });
});

describe('what is written', () => {
  test('the same bytes in every run', async () => {
    for (const name of ['b', 'a', 'c']) write(`dist/${name}.yaml`, badService.replaceAll('web', name));
    const runs = await Promise.all([1, 2, 3].map(() => exposedApp(['check', 'dist'])));
    expect(new Set(runs.map(({ output }) => output)).size).toBe(1);
    expect(runs[0]?.output.indexOf('dist/a.yaml')).toBeLessThan(runs[0]?.output.indexOf('dist/b.yaml') ?? 0);
  });

  test('--output takes the whole report, and nothing else is left there', async () => {
    write('a.yaml', badService);
    write('out.json', 'old');
    const { output, code } = await exposedApp(['check', '--format', 'json', '--output', 'out.json', 'a.yaml']);
    expect([code, output]).toEqual([1, '']);
    expect(JSON.parse(readFileSync('out.json', 'utf8'))).toMatchObject({ version: 1 });
    expect(readdirSync('.').sort()).toEqual(['a.yaml', 'out.json']);
  });

  test('a check that cannot be made leaves the old report', async () => {
    write('out.json', 'old');
    expect((await exposedApp(['check', '--output', 'out.json', 'missing'])).code).toBe(2);
    expect(readFileSync('out.json', 'utf8')).toBe('old');
  });

  test.each([
    ['on a terminal', true, {}, true],
    ['into a pipe', false, {}, false],
    ['with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['on a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('colours %s', async (_, outputIsTerminal, environment, coloured) => {
    write('a.yaml', badService);
    const { output } = await exposedApp(['check', 'a.yaml'], { outputIsTerminal, environment });
    expect(output.includes('\u001b[')).toBe(coloured);
  });

  test('progress is shown on a terminal alone, and is gone at the end', async () => {
    write('a.yaml', soundSet);
    const shown = await exposedApp(['check', 'a.yaml'], { errorIsTerminal: true });
    expect(shown.error).toContain('checking 1 document...');
    expect(shown.error.endsWith('\r\u001b[K')).toBe(true);
    expect((await exposedApp(['check', 'a.yaml'])).error).toBe('');
  });

  test('in GitHub Actions, the job summary is added to', async () => {
    write('a.yaml', badService);
    write('summary.md', 'before\n');
    await exposedApp(['check', '--format', 'github', 'a.yaml'], { environment: { GITHUB_STEP_SUMMARY: 'summary.md' } });
    expect(readFileSync('summary.md', 'utf8')).toMatch(/^before\n## exposed-app check\n[^]*service\/node-port-range/);
  });

  test.each(['text', 'json', 'sarif', 'junit', 'github', 'gitlab'])('format %s', async (format) => {
    write('a.yaml', badService);
    const { output } = await exposedApp(['check', '--format', format, 'a.yaml']);
    expect(output).toContain('service/node-port-range');
    expect(existsSync('a.yaml')).toBe(true);
  });
});

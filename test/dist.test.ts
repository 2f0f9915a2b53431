import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** The files of a folder by their path in it. */
function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => [
      join(entry.parentPath, entry.name).slice(folder.length),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}

/** What `main.ts` writes when it runs in that folder and environment. */
function synthesized(cwd: string, env: Record<string, string>): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'exposed-app-dist-'));
  try {
    execFileSync(
      process.execPath,
      [
        '--require',
        join(root, 'node_modules/tsx/dist/preflight.cjs'),
        '--import',
        `file://${join(root, 'node_modules/tsx/dist/loader.mjs')}`,
        join(root, 'main.ts'),
      ],
      {
        cwd,
        env: { ...process.env, ...env, CDK8S_OUTDIR: join(folder, 'dist') },
      },
    );
    return filesOf(join(folder, 'dist'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const committed = filesOf(join(root, 'dist'));

test('dist/ is what main.ts writes: run `npx cdk8s synth` and commit the result', () => {
  expect(synthesized(root, {})).toEqual(committed);
});

test('its bytes depend on neither time zone nor locale nor working directory', () => {
  expect(synthesized(tmpdir(), { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(
    committed,
  );
});

test('it holds YAML alone, so that whatever a GitOps engine reads there is a manifest', () => {
  expect(Object.keys(committed).every((file) => file.endsWith('.k8s.yaml'))).toBe(true);
  expect(Object.keys(committed)).toHaveLength(21);
});

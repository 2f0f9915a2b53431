/**
 * Makes the compiled library quick to load (docs/decisions/0006-entries-of-the-build.md): the entries of `build/` are written anew, each joined with
 * all that it imports, since to find and read some hundred files takes longer than to run them. What an index offers is loaded when it is asked
 * for: who validates a manifest needs no constructs, and a check no explanations. So are packages that are seldom used. Beside each bundle stands
 * what V8 has compiled of it, for those who run it with the same V8 (docs/decisions/0008-compiled-code-is-kept.md).
 *
 * Part of `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundleOf } from '../lib/code-cache';
import { entryText, inAscii } from './quick-load/entry';
import { lazyPackages } from './quick-load/lazy-packages';
import { withoutExplanations } from './quick-load/without-explanations';

const root = join(__dirname, '..');
const output = join(root, 'build');
const entries = ['lib/index', 'lib/cli/main', 'plugin'];
const explained = 'lib/rules/explained';

/** Their compiled files name what they offer; joined, they offer it on demand. Read before the entries among them are written. */
const indexes = new Map(
  ['lib/index', 'lib/cli/actions', 'lib/cli/on-demand', 'lib/reporters/index'].map((index) => [
    join(root, `${index}.ts`),
    lazyIndex(join(output, `${index}.js`)),
  ]),
);

/** `var x_1 = require("./x")` and `return x_1.name` become `return require("./x").name`: the getters are there already. */
function lazyIndex(file: string): string {
  const text = readFileSync(file, 'utf8');
  const imports = new Map(
    [...text.matchAll(/^var (\w+) = require\(("[^"]+")\);$/gm)].map(([, name, from]) => [name, from]),
  );
  if (imports.size === 0) throw new Error(`${file}: run the compiler first, or it writes imports in a new way`);
  return text
    .replace(/^var \w+ = require\("[^"]+"\);\n/gm, '')
    .replace(/\breturn (\w+)\./g, (all, name: string) =>
      imports.has(name) ? `return require(${imports.get(name) ?? ''}).` : all,
    );
}

/** The text of a module, joined with all that it imports from here, but for data. */
async function bundle(module: string, folder: string, ...plugins: readonly Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, `${module}.ts`)],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // A field that is declared is not set twice.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    packages: 'external',
    minifyWhitespace: true,
    // Node shows the line that an error was thrown at.
    lineLimit: 120,
    plugins: [...plugins, lazyIndexes, lazyPackages, dataStaysOutside(folder)],
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => inAscii(text)).join('');
}

const lazyIndexes: Plugin = {
  name: 'lazy-indexes',
  setup(bundling) {
    bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = indexes.get(path);
      return contents === undefined ? undefined : { contents, loader: 'js' as const };
    });
  },
};

/** JSON.parse reads it faster than the compiler does, and most of it is never asked for. */
function dataStaysOutside(folder: string): Plugin {
  return {
    name: 'data-stays-outside',
    setup(bundling) {
      bundling.onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => {
        const from = relative(folder, join(output, relative(root, join(resolveDir, path))));
        return { path: from.startsWith('.') ? from : `./${from}`, external: true };
      });
    },
  };
}

async function writeEntry(entry: string): Promise<void> {
  const file = join(output, `${entry}.js`);
  const bundled = bundleOf(file);
  const folder = dirname(file);
  const text = await bundle(entry, folder, withoutExplanations(root, folder, join(output, `${explained}.js`)));
  const isProgram = text.startsWith('#!');
  writeFileSync(bundled, isProgram ? text.slice(text.indexOf('\n') + 1) : text);
  const names = isProgram ? [] : Object.keys(createRequire(__filename)(bundled) as object);
  writeFileSync(file, entryText(file, { codeCache: join(output, 'lib/code-cache.js'), isProgram, names }));
  if (isProgram) chmodSync(file, 0o755);
  keepCode(entry, file);
}

/** In a process of its own, which has called nothing but what a user's would, and has no flags of the environment: V8 takes code by equal ones. */
function keepCode(entry: string, file: string): void {
  const run = (...args: readonly string[]): string =>
    execFileSync(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  run(...process.execArgv, join(root, 'scripts/quick-load/keep-code.ts'), entry, file);
  const [codeCache, bundled] = [join(output, 'lib/code-cache.js'), bundleOf(file)].map((path) => JSON.stringify(path));
  const taken = run('-p', `require(${codeCache}).takesKeptCode(${bundled})`);
  if (taken.trim() !== 'true') throw new Error(`${entry}: V8 does not take the code that was kept`);
}

async function writeEntries(): Promise<void> {
  const file = join(output, `${explained}.js`);
  writeFileSync(file, await bundle(explained, dirname(file)));
  for (const entry of entries) await writeEntry(entry);
}

void writeEntries();

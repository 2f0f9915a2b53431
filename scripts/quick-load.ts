/**
 * Makes the compiled library quick to load (docs/decisions/0002-decoding-by-tables.md has the figures): the entries of `build/` are written anew,
 * each joined with all that it imports, since to find and read some hundred files takes longer than to run them. What an index offers is
 * loaded when it is asked for: who validates a manifest needs no constructs, and a check no explanations. So are packages that are seldom used.
 *
 * Part of `npm run build`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { lazyPackages } from './quick-load/lazy-packages';
import { withoutExplanations } from './quick-load/without-explanations';

const root = join(__dirname, '..');
const output = join(root, 'build');
const entries = ['lib/index', 'lib/cli/main', 'plugin', 'lib/validation/validate-manifest'];
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

/** Writes an entry, joined with all that it imports from here, but for data. */
async function bundle(entry: string, ...plugins: readonly Plugin[]): Promise<void> {
  const file = join(output, `${entry}.js`);
  await build({
    entryPoints: [join(root, `${entry}.ts`)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // A field that is declared is not set twice.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    packages: 'external',
    minifyWhitespace: true,
    plugins: [...plugins, lazyIndexes, lazyPackages, dataStaysOutside(dirname(file))],
    logLevel: 'error',
  });
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

function bundleForChecks(entry: string): Promise<void> {
  const folder = dirname(join(output, entry));
  return bundle(entry, withoutExplanations(root, folder, join(output, `${explained}.js`)));
}

void Promise.all([...entries.map(bundleForChecks), bundle(explained)]);

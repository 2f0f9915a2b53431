/**
 * Makes the compiled library quick to load (docs/decisions/0002-decoding-by-tables.md has the figures):
 *
 * - `build/lib/index.js` loads what a program asks for, not all there is: who validates a manifest needs no constructs. So does the command
 *   line with its commands and formats.
 * - The validation is one file. It is written as one file for each idea, and to find and read 160 of them takes longer than to run them.
 *
 * Part of `npm run build`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

const sources = join(__dirname, '../lib');
const library = join(__dirname, '../build/lib');
for (const index of ['index', 'cli/actions', 'cli/on-demand', 'reporters/index']) {
  makeIndexLazy(join(library, `${index}.js`));
}
void bundle('validation/validate-manifest');

/** `var x_1 = require("./x")` and `return x_1.name` become `return require("./x").name`: the getters are there already. */
function makeIndexLazy(file: string): void {
  const text = readFileSync(file, 'utf8');
  const imports = new Map(
    [...text.matchAll(/^var (\w+) = require\(("[^"]+")\);$/gm)].map(([, name, from]) => [name, from]),
  );
  if (imports.size === 0) throw new Error(`${file}: the compiler writes imports in a new way`);
  const lazy = text
    .replace(/^var \w+ = require\("[^"]+"\);\n/gm, '')
    .replace(/\breturn (\w+)\./g, (all, name: string) =>
      imports.has(name) ? `return require(${imports.get(name) ?? ''}).` : all,
    );
  writeFileSync(file, lazy);
}

/** Writes a compiled file anew, joined with all that it imports from here, but for what stays outside. */
async function bundle(name: string): Promise<void> {
  const file = join(library, `${name}.js`);
  await build({
    entryPoints: [join(sources, `${name}.ts`)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // a field that is declared is not set twice
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    packages: 'external',
    plugins: [staysOutside(dirname(join(sources, name)))],
    logLevel: 'error',
  });
}

/** Data, which JSON.parse reads faster than the compiler does, and what is loaded only when it is needed. */
function staysOutside(folder: string): Plugin {
  return {
    name: 'stays-outside',
    setup: (bundling) => {
      bundling.onResolve({ filter: /\.json$|\/validate-custom-resource$/ }, ({ path, resolveDir }) => {
        const from = relative(folder, join(resolveDir, path));
        return { path: from.startsWith('.') ? from : `./${from}`, external: true };
      });
    },
  };
}

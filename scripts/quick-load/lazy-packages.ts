import type { Plugin } from 'esbuild';

/** Packages that many programs never come to: who checks what was synthesized reads no YAML, and few policies have globs. */
const seldom = ['js-yaml', 'node:crypto', 'picomatch'];

/** Requires these packages when one of their exports is first read, not when the bundle is loaded. To read one at the top of a module counts. */
export const lazyPackages: Plugin = {
  name: 'lazy-packages',
  setup(bundling) {
    bundling.onResolve({ filter: new RegExp(`^(?:${seldom.join('|')})$`) }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
    );
    bundling.onLoad({ filter: /.*/, namespace: 'lazy' }, async ({ path }) => ({ contents: await lazyModule(path) }));
  },
};

async function lazyModule(path: string): Promise<string> {
  const names = Object.keys((await import(path)) as object).filter((name) => name !== 'module.exports');
  const getters = names.map((name) =>
    name === 'default' ? 'get default() { return load(); }' : `get ${name}() { return load().${name}; }`,
  );
  return `
    let loaded;
    const load = () => (loaded ??= require(${JSON.stringify(path)}));
    module.exports = { __esModule: true, ${getters.join(', ')} };
  `;
}

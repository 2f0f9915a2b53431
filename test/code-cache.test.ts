import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptCodeOf, runKept } from '../lib/code-cache';

const root = join(__dirname, '..');
let folder: string;
let entry: string;
let bundle: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-cache-'));
  entry = join(folder, 'shop.js');
  bundle = join(folder, 'shop.bundle.js');
  writeFileSync(join(folder, 'price.json'), '7');
  writeFileSync(bundle, text);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const text = `exports.price = () => require('./price.json'); exports.place = () => __filename + __dirname.length; exports.fail = () => { throw new Error('here'); };`;

/** Does this in an ordinary process: jest's sandbox is none. */
function outside(script: string): unknown {
  const setUp = `
    const fs = require('node:fs');
    const { runKept, runAndKeep, keptCodeOf, takesKeptCode } = require(${JSON.stringify(join(root, 'lib/code-cache.ts'))});
    const entry = ${JSON.stringify(entry)};
    const bundle = ${JSON.stringify(bundle)};
    const from = require('node:module').createRequire(bundle);
    const keep = () => { const module = { exports: {}, filename: entry }; runAndKeep('shop/shop.bundle.js', module, from)(); return module.exports; };
    const run = () => { const module = { exports: {}, filename: entry }; return { kept: runKept(module, from), ...module.exports }; };
  `;
  const program = join(folder, 'program.js');
  writeFileSync(program, `${setUp} console.log(JSON.stringify((() => { ${script} })()));`);
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program], { cwd: root, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}

test('a bundle runs by the code that is kept for it, as it would be required', () => {
  expect(
    outside(
      `const first = keep().price(); const { kept, price, place } = run(); return [first, kept, price(), place()];`,
    ),
  ).toEqual([7, true, 7, bundle + String(folder.length)]);
});

test('an error of it tells the place in the bundle, and not where its code was kept', () => {
  const moved = `keep();
    const place = bundle + '.moved/shop.bundle.js';
    fs.mkdirSync(bundle + '.moved');
    fs.renameSync(keptCodeOf(bundle), keptCodeOf(place));
    fs.renameSync(bundle, place);
    const module = { exports: {}, filename: bundle + '.moved/shop.js' };
    if (!runKept(module, from)) throw new Error('not run');`;
  const stack = outside(`${moved} try { module.exports.fail(); } catch (error) { return error.stack; }`);
  // Node 20 knows it by the name that it was kept under, later ones by its place.
  expect(stack).toMatch(
    new RegExp(`[(/]shop(\\.bundle\\.js\\.moved)?/shop\\.bundle\\.js:1:${text.indexOf('new Error') + 1}\\)`),
  );
  expect(stack).not.toContain(`${bundle}:`);
});

test('without kept code it is left to be required', () => {
  expect(outside(`return run();`)).toEqual({ kept: false });
});

test('code of another text is not run, be that as long', () => {
  const change = `keep(); fs.writeFileSync(bundle, fs.readFileSync(bundle, 'utf8').replace('here', 'hero'));`;
  expect(outside(`${change} return run();`)).toEqual({ kept: false });
});

test.each([
  ['changed', 'code[code.length >> 1] ^= 1;'],
  ['cut off', 'code = code.subarray(0, code.length >> 1);'],
  ['empty', 'code = code.subarray(0, 0);'],
])('code that is %s is not run', (_, damage) => {
  const damaged = `keep(); let code = fs.readFileSync(keptCodeOf(bundle)); ${damage} fs.writeFileSync(keptCodeOf(bundle), code);`;
  expect(outside(`${damaged} return run();`)).toEqual({ kept: false });
});

test('code without its bundle is not run', () => {
  expect(outside(`keep(); fs.rmSync(bundle); return run();`)).toEqual({ kept: false });
});

test('an entry that a bundler has joined with others, and that has no file, requires its bundle', () => {
  expect(outside(`keep(); return runKept({ exports: {} }, from);`)).toBe(false);
});

test('V8 takes the code that it has made, and not under other flags', () => {
  const taken = `const { execFileSync } = require('node:child_process');
    const ask = (...flags) => execFileSync(process.execPath, [...flags, '--import', 'tsx', '-p',
      'require(' + JSON.stringify(${JSON.stringify(join(root, 'lib/code-cache.ts'))}) + ').takesKeptCode(' + JSON.stringify(bundle) + ')']);
    keep();
    return [String(ask()).trim(), String(ask('--no-lazy-feedback-allocation', '--stress-lazy-source-positions')).trim(), takesKeptCode(bundle + '.js')];`;
  expect(outside(taken)).toEqual(['true', 'false', false]);
});

test('in a sandbox, whose globals are others, it is left to be required', () => {
  outside(`keep(); return 0;`);
  const module = { exports: {}, filename: entry };
  expect(runKept(module, createRequire(bundle))).toBe(false);
  expect(module.exports).toEqual({});
});

test('code is kept for one system and one version of V8', () => {
  const { platform, arch, versions } = process;
  expect(keptCodeOf('/shop/index.bundle.js')).toBe(`/shop/index.bundle.${platform}-${arch}-${versions.v8}.code`);
});

/**
 * Runs an entry of the build as its users do, and keeps what V8 has compiled of its bundle then.
 *
 *     keep-code.ts ENTRY FILE
 */
import { createRequire } from 'node:module';
import { bundleOf, runAndKeep } from '../../lib/code-cache';
import { uses } from './uses';

const [entry = '', filename = ''] = process.argv.slice(2);
const use = uses[entry];
if (use === undefined) throw new Error(`Nobody has said how '${entry}' is used: scripts/quick-load/uses.ts does.`);
const module = { exports: {}, filename };
use.before?.();
const keep = runAndKeep(`cdk8s-exposed-app/build/${bundleOf(`${entry}.js`)}`, module, createRequire(filename));
use.after?.(module.exports as never);
process.once('exit', (code) => {
  keep();
  // The check may have found something in the examples.
  if (code === 1) process.exitCode = 0;
});

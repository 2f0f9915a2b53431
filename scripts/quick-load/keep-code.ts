/**
 * Runs a bundle as its users do, and keeps what V8 has compiled of it then.
 *
 *     keep-code.ts ENTRY BUNDLE
 */
import { createRequire } from 'node:module';
import { runAndKeep } from '../../lib/code-cache';
import { bundleOf } from './entry';
import { uses } from './uses';

const [entry = '', bundle = ''] = process.argv.slice(2);
const use = uses[entry];
if (use === undefined) throw new Error(`Nobody has said how '${entry}' is used: scripts/quick-load/uses.ts does.`);
const module = { exports: {} };
use.before?.();
const keep = runAndKeep(bundle, `cdk8s-exposed-app/build/${bundleOf(`${entry}.js`)}`, module, createRequire(bundle));
use.after?.(module.exports as never);
process.once('exit', () => {
  keep();
  // The check of the examples has its own opinion of them.
  process.exitCode = 0;
});

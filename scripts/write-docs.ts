/**
 * Brings the generated parts of the documentation up to date: the output shown after each program.
 *
 *     npm run docs               writes
 *     npm run docs -- --check    exits 1 where something is out of date, and writes nothing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './docs/pages';
import { withOutputs } from './docs/programs';

const root = join(__dirname, '..');
const check = process.argv.includes('--check');
const stale = pages(root).filter((page) => {
  const before = readFileSync(join(root, page), 'utf8');
  const after = withOutputs(before);
  if (before !== after && !check) writeFileSync(join(root, page), after);
  return before !== after;
});
if (check && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run docs and commit the result.`);
  process.exitCode = 1;
}

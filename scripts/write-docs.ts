/**
 * Brings the generated parts of the documentation up to date: the pages of the rules and of the ingress controllers, and the output shown after
 * each program.
 *
 *     npm run docs               writes
 *     npm run docs -- --check    exits 1 where something is out of date, and writes nothing
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controllersPage } from './docs/controllers/page';
import { pages } from './docs/pages';
import { withOutputs } from './docs/programs';
import { updateWrittenPages } from './docs/written-pages';

const root = join(__dirname, '..');
const check = process.argv.includes('--check');
const controllers = join('docs', 'controllers.md');
const written = updateWrittenPages(root, { check });
const outdated = [...new Set([controllers, ...pages(root)])].filter((page) => {
  const path = join(root, page);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = withOutputs(page === controllers ? controllersPage() : before);
  if (before !== after && !check) writeFileSync(path, after);
  return before !== after;
});
const stale = [...written, ...outdated];
if (check && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run docs and commit the result.`);
  process.exitCode = 1;
}

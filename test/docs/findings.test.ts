import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check, parseManifests } from '../../lib';
import { codeBlocks } from '../../scripts/docs/markdown';
import { isRefusal, programsOf, runProgram } from '../../scripts/docs/programs';

const root = resolve(__dirname, '../..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** The rules that find something of what the programs of a page write. */
function found(page: string): string[] {
  const blocks = codeBlocks(read(page));
  const written = [...programsOf(read(page))].filter(([index]) => !isRefusal(blocks[index + 1]));
  return written.flatMap(([, program]) => {
    const documents = parseManifests([...runProgram(program).values()].join('---\n'));
    return check(documents).findings.map(({ rule }) => rule);
  });
}

test('the check has nothing to say about the program that README begins with', () => {
  expect(found('README.md')).toEqual([]);
});

test('whatever the check says about programs of the tutorial, the tutorial speaks of', () => {
  const rules = [...new Set(found('docs/tutorial.md'))].sort();
  expect(rules).toContain('ingress/wildcard-host');
  expect(rules.filter((rule) => !read('docs/tutorial.md').includes(rule))).toEqual([]);
});

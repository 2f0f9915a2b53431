import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as typescript from 'typescript';
import { codeBlocks } from '../scripts/docs/markdown';
import { pages } from '../scripts/docs/pages';
import { isRefusal, programsOf, runProgram, withOutputs } from '../scripts/docs/programs';

const root = resolve(__dirname, '..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const programs = pages(root).flatMap((page) => {
  const blocks = codeBlocks(read(page));
  return Array.from(programsOf(read(page)), ([index, program]) => ({
    name: `${page}:${blocks[index]?.line ?? 0}`,
    program,
    isRefused: isRefusal(blocks[index + 1]),
  }));
});

test.each(programs)('$name runs, or is refused where the page says so', ({ program, isRefused }) => {
  const run = () => runProgram(program).size;
  if (isRefused) expect(run).toThrow('Nothing was written: ');
  else expect(run()).toBeGreaterThanOrEqual(program.includes('new ExposedApp') ? 1 : 0);
});

test.each(pages(root))('%s shows what its programs write: run `npm run docs`', (page) => {
  expect(withOutputs(read(page))).toBe(read(page));
});

test.each(pages(root))('%s names only commands that there are', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]);
  expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
});

test.each(pages(root))('%s links to files that there are', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
  const missing = links.filter(
    (link) =>
      !typescript.sys.fileExists(join(root, page, '..', link)) &&
      !typescript.sys.directoryExists(join(root, page, '..', link)),
  );
  expect(missing).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installs } from '../e2e/controllers/installs';
import { usage } from '../e2e/options';
import { readSets } from '../e2e/sets';

const root = resolve(__dirname, '../..');
const page = readFileSync(join(root, 'docs/how-to/test-on-a-cluster.md'), 'utf8');

test('every option that the page names is one of the command', () => {
  const named = [...page.matchAll(/--[a-z][\w-]+/g)].map(([option]) => option);
  const ofOthers = ['--config'];
  expect([...new Set(named)].filter((option) => !usage.includes(`${option} `) && !ofOthers.includes(option))).toEqual([
    '--help',
  ]);
});

test('the page counts the sets that are left out', () => {
  const sets = readSets(join(root, 'dist'));
  const installing = sets.filter(({ documents }) => documents.some(({ kind }) => kind === 'IngressClass'));
  expect(page).toContain(`: ${installing.length} of the ${sets.length}.`);
});

test('the page names the controllers that can be tried', () => {
  const [, named = ''] = /It can be (.*)\.$/m.exec(page) ?? [];
  expect([...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual(Object.keys(installs).sort());
});

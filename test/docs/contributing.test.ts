import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import picomatch from 'picomatch';

const root = resolve(__dirname, '../..');
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

const folders = ['bench', 'dist', 'docs', 'examples', 'lib', 'schemas', 'scripts', 'test'];
const files = folders.flatMap((folder) => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
]);

const textsInCode = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
const words = page.split(/[\s`,;:()]+/);
const paths = words.filter((word) => folders.some((folder) => word.startsWith(`${folder}/`)));
const fileNames = textsInCode.filter((text) => /^[\w-]+\.(ts|json|md)$/.test(text));
const commands = [...page.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);

/** A `<name>` stands for any. */
function isThere(path: string): boolean {
  const matches = picomatch(path.replace(/\/$/, '').replace(/<\w+>/g, '*'));
  return files.some((file) => matches(file));
}

test('the page names commands, paths and files at all', () => {
  expect([commands.length > 5, paths.length > 20, fileNames.length > 5]).toEqual([true, true, true]);
});

test.each([...new Set(commands)])('npm run %s', (name) => {
  expect(Object.keys(scripts)).toContain(name);
});

test.each([...new Set(paths)])('%s is there', (path) => {
  expect(isThere(path) ? path : '').toBe(path);
});

test.each([...new Set(fileNames)])('a file %s is there', (name) => {
  expect(existsSync(join(root, name)) || files.some((file) => basename(file) === name)).toBe(true);
});

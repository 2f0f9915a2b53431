import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { controllers, IngressController } from '../../../lib';
import type { Controller } from '../../../lib/controllers/controller';
import { optionTexts } from '../../../scripts/docs/controllers/option-texts';
import { controllersPage } from '../../../scripts/docs/controllers/page';
import { prose, table } from '../../../scripts/docs/controllers/table';

const root = resolve(__dirname, '../../..');
const known = Object.values<Controller>(controllers);
const page = controllersPage();

/** The rows of the tables below a heading, by their first cell, without backticks. */
function rowsBelow(heading: string): ReadonlyMap<string, readonly string[]> {
  const start = page.indexOf(`\n${heading}\n`);
  expect([heading, start]).not.toEqual([heading, -1]);
  const section = page.slice(start + heading.length + 2).split(/^#/m)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((line) => {
      const [first = '', ...cells] = line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [first.replaceAll('`', ''), cells] as const;
    }),
  );
}

test('the page is up to date: run `npm run docs`', () => {
  expect(readFileSync(join(root, 'docs/controllers.md'), 'utf8')).toBe(page);
});

describe('the page has every controller', () => {
  const sections = ['## The controllers', '## The same manifest behind different controllers'];
  test.each(sections)('%s', (heading) => {
    expect([...rowsBelow(heading).keys()]).toEqual(known.map(({ id }) => id));
  });

  test.each(known.map((controller) => [controller.id, controller] as const))('%s, and its advisories', (id, one) => {
    const section = page.slice(page.indexOf('\n## Known vulnerabilities\n'));
    for (const advisory of one.advisories) expect(section).toContain(`| [${advisory.id}](${advisory.source})`);
    if (one.advisories.length === 0) expect(section).toMatch(new RegExp(`None are kept of .*\`${id}\``));
  });

  test('that installs something, and what it takes', () => {
    const installed = [...rowsBelow('## What an installation takes').keys()];
    expect(installed).toEqual(expect.arrayContaining(['traefik', 'contour']));
    for (const id of ['gke', 'istio']) expect(installed).not.toContain(id);
  });
});

describe('the page has every option', () => {
  const names = [...optionTexts().keys(), 'tcp', 'udp'];

  test('that the type of the options has', () => {
    expect([...rowsBelow('## The options at a glance').keys()].sort()).toEqual([...names].sort());
    for (const text of optionTexts().values()) expect(text).toMatch(/\.$/);
  });

  test.each(names)('%s, with how or why not for each controller', (name) => {
    const rows = rowsBelow(`### \`${name}\``);
    expect([...rows.keys()]).toEqual(known.map(({ id }) => id));
    for (const { id, options } of known) {
      const option = options[name as keyof Controller['options']];
      const [how = '', more = ''] = rows.get(id) ?? [];
      if ('unsupported' in option) expect([how, more]).toEqual(['-', `Refused: ${prose(option.unsupported)}.`]);
      else expect([how, more]).toEqual([prose(option.how), expect.stringContaining(prose(option.note ?? ''))]);
    }
  });
});

test('each controller has a factory of the name of its id', () => {
  const factories = known.map(({ id }) => id.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase()));
  for (const name of factories) expect([name, typeof Reflect.get(IngressController, name)]).toEqual([name, 'function']);
});

test('each controller stands under its id', () => {
  expect(Object.entries(controllers).map(([name, { id }]) => [name, id])).toEqual(known.map(({ id }) => [id, id]));
});

test('tables are aligned, and bars in cells do not end them', () => {
  expect(table(['a', 'longer'], [['x|y', 'z']])).toBe(
    ['| a    | longer |', '| ---- | ------ |', '| x\\|y | z      |'].join('\n'),
  );
  expect(prose('<backend> * `HostSNI(*) <`')).toBe('&lt;backend> \\* `HostSNI(*) <`');
});

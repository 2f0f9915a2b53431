import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allProviders } from './providers/all-providers';

const page = readFileSync(join(__dirname, '../../docs/providers.md'), 'utf8');

/** The rows of the table of a section: what stands in each column. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

test.each(Object.values(allProviders).map((provider) => [provider.name, provider] as const))(
  'the page has every annotation of %s, no other, and a source for each',
  (name, provider) => {
    expect(page).toContain(`\n## ${name}\n`);
    const rows = rowsOf(name);
    const documented = rows.map(([key = '']) => key.replaceAll('`', ''));
    expect([...documented].sort()).toEqual([...provider.annotationKeys].sort());
    for (const row of rows) {
      expect(row).toHaveLength(4);
      expect(row.filter((cell) => cell === '')).toEqual([]);
    }
  },
);

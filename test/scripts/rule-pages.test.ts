import { dirname, join } from 'node:path';
import { explainedRules } from '../../lib/rules/explained';
import { validationRules } from '../../lib/validation/catalogue';
import { rulePages } from '../../scripts/docs/rule-pages';

const pages = new Map(rulePages().map(({ path, text }) => [path, text]));

test('every rule has a page with its text, and what the check says of each bad example', () => {
  for (const { id, bad, good } of explainedRules) {
    const page = pages.get(`rules/${id}.md`) ?? '';
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    expect(page.match(/^```yaml$/gm)).toHaveLength(bad.length + good.length);
    expect(page.match(/^- line \d+, `/gm)?.length).toBe(bad.reduce((sum, { finds = [] }) => sum + finds.length, 0));
  }
});

test('what the API server refuses is on one page', () => {
  for (const id of Object.keys(validationRules)) expect(pages.get('rules/refused.md')).toContain(`| \`${id}\` |`);
});

test('the list links every page', () => {
  const links = [...(pages.get('rules/README.md') ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) =>
    join('rules', link),
  );
  expect([...links, 'rules/README.md'].sort()).toEqual([...pages.keys()].sort());
  expect(new Set(links.map(dirname)).size).toBeGreaterThan(1);
});

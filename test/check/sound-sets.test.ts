import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check';
import { parseManifests } from '../../lib/manifests/parse-manifests';

const folder = join(__dirname, 'sound-sets');

/** What the first line of the file says: `# finds: nothing`, or the rules whose risks the set really has. */
function documented(text: string): string[] {
  const said = /^# finds: (.*)$/m.exec(text)?.[1] ?? '';
  return said === 'nothing' ? [] : said.split(', ');
}

// They look like faults and are none.
test.each(readdirSync(folder))('%s draws no more than it says', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const { findings } = check(parseManifests(text, file));
  expect(
    findings.filter(({ rule }) => !documented(text).includes(rule)).map(({ rule, message }) => `${rule}: ${message}`),
  ).toEqual([]);
  expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(documented(text));
});

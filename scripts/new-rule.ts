/**
 * Begins a rule: writes its file, and its line into the list of its subject.
 *
 *     npm run new-rule -- service/port-name
 *
 * The file does not pass the tests until it has a text, a check and examples: `npx jest test/rules -t service/port-name` says what is missing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newSubject, ruleSkeleton, subjectOf, withRule, withSubject } from './new-rule/skeleton';

const [id = ''] = process.argv.slice(2);
const folder = join(__dirname, '../lib/rules');
const file = join(folder, `${id}.ts`);
const all = join(folder, 'index.ts');
const subject = join(folder, subjectOf(id), 'index.ts');

if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  refuse(`'${id}' is no id of a rule: write <subject>/<name> in small letters, such as service/port-name`);
} else if (existsSync(file)) {
  refuse(`${file} is there already`);
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ruleSkeleton(id));
  if (existsSync(subject)) writeFileSync(subject, withRule(readFileSync(subject, 'utf8'), id));
  else {
    writeFileSync(subject, newSubject(id));
    writeFileSync(all, withSubject(readFileSync(all, 'utf8'), id));
  }
  console.log(`Written: ${file}. Then: npx jest test/rules -t ${id}, and npm run docs`);
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as typescript from 'typescript';
import { newSubject, ruleSkeleton, withRule, withSubject } from '../../scripts/new-rule/skeleton';

const rules = resolve(__dirname, '../../lib/rules');
const read = (path: string): string => readFileSync(join(rules, path), 'utf8');

/** What the compiler says of files that are written in memory over those of the folder. */
function problemsOf(files: ReadonlyMap<string, string>): string[] {
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: typescript.ModuleKind.NodeNext,
    resolveJsonModule: true,
    esModuleInterop: true,
    target: typescript.ScriptTarget.ES2022,
  };
  const host = typescript.createCompilerHost(options);
  const onDisk = { read: host.readFile.bind(host), exists: host.fileExists.bind(host) };
  host.readFile = (file) => files.get(file) ?? onDisk.read(file);
  host.fileExists = (file) => files.has(file) || onDisk.exists(file);
  // Folders of files that are not on disk are there, too.
  host.directoryExists = () => true;
  const program = typescript.createProgram([...files.keys()], options, host);
  const problems = [...files.keys()].flatMap((file) => [
    ...program.getSemanticDiagnostics(program.getSourceFile(file)),
  ]);
  return problems.map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, '\n'));
}

test('a new rule and its line in the list of its subject compile', () => {
  const files = new Map([
    [join(rules, 'service/fresh-name.ts'), ruleSkeleton('service/fresh-name')],
    [join(rules, 'service/index.ts'), withRule(read('service/index.ts'), 'service/fresh-name')],
  ]);
  expect(problemsOf(files)).toEqual([]);
});

test('so does the first rule of a new subject', () => {
  const files = new Map([
    [join(rules, 'fresh-subject/name.ts'), ruleSkeleton('fresh-subject/name')],
    [join(rules, 'fresh-subject/index.ts'), newSubject('fresh-subject/name')],
    [join(rules, 'index.ts'), withSubject(read('index.ts'), 'fresh-subject/name')],
  ]);
  expect(problemsOf(files)).toEqual([]);
});

test('a list ends with the new rule', () => {
  const before = `import type { Rule } from '../rule';\nimport { xA } from './a';\n\nexport const xRules: readonly Rule[] = [xA];\n`;
  expect(withRule(before, 'x/b-c')).toBe(
    `import type { Rule } from '../rule';\nimport { xA } from './a';\nimport { xBC } from './b-c';\n\nexport const xRules: readonly Rule[] = [xA,\n  xBC,\n];\n`,
  );
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as typescript from 'typescript';
import { ruleSkeleton, withRule } from '../../scripts/new-rule/skeleton';

const rules = resolve(__dirname, '../../lib/rules');

test('a new rule and its line in the list compile', () => {
  const index = join(rules, 'index.ts');
  const files = new Map([
    [join(rules, 'service/fresh-name.ts'), ruleSkeleton('service/fresh-name')],
    [index, withRule(readFileSync(index, 'utf8'), 'service/fresh-name')],
  ]);
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
  const program = typescript.createProgram([...files.keys()], options, host);
  const problems = [...files.keys()].flatMap((file) => [
    ...program.getSemanticDiagnostics(program.getSourceFile(file)),
  ]);
  expect(problems.map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 60_000);

test('the list ends with the new rule', () => {
  const before = `import type { Rule } from './rule';\nimport { a } from './x/a';\n\nexport const rules: readonly Rule[] = [a];\n`;
  expect(withRule(before, 'x/b-c')).toBe(
    `import type { Rule } from './rule';\nimport { a } from './x/a';\nimport { xBC } from './x/b-c';\n\nexport const rules: readonly Rule[] = [a,\n  xBC,\n];\n`,
  );
});

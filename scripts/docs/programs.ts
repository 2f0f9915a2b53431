import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import * as typescript from 'typescript';
import { parseAllDocuments } from 'yaml';
import type { CodeBlock } from './markdown';
import { codeBlocks, replaceBlocks } from './markdown';

const root = join(__dirname, '../..');
const packageName = 'cdk8s-exposed-app';

/** What a block without imports may use: everything of this library, and a chart to put things in. */
const prologue = [
  `import { App, Chart } from 'cdk8s';`,
  `import { Env, ExposedApp, Exposure, Provider, Target, Volume } from '${packageName}';`,
  `const app = new App();`,
  `const chart = new Chart(app, 'docs', { namespace: 'prod' });`,
  `void [Env, ExposedApp, Exposure, Provider, Target, Volume, chart];`,
  '',
].join('\n');

/** The whole program that a block of TypeScript stands for. */
export function programOf({ text }: CodeBlock): string {
  return /^import /m.test(text) ? text : `${prologue}${text}\napp.synth();\n`;
}

/** Runs a program as its reader would, and gives what it wrote: YAML by `Kind/name`. */
export function runProgram(program: string): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'exposed-app-docs-'));
  const before = process.env['CDK8S_OUTDIR'];
  process.env['CDK8S_OUTDIR'] = join(folder, 'dist');
  try {
    evaluate(program);
    return writtenObjects(join(folder, 'dist'));
  } finally {
    if (before === undefined) delete process.env['CDK8S_OUTDIR'];
    else process.env['CDK8S_OUTDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The text with what each program writes in the YAML block that follows it. The block says which objects it shows:
 * "yaml Service/web, Ingress/web".
 */
export function withOutputs(markdown: string): string {
  const blocks = codeBlocks(markdown);
  return replaceBlocks(markdown, (block, index) => {
    const program = blocks[index - 1];
    if (block.language !== 'yaml' || block.info === '' || program?.language !== 'ts') return undefined;
    const objects = runProgram(programOf(program));
    return block.info
      .split(',')
      .map((name) => shown(objects, name.trim(), block))
      .join('---\n');
  });
}

function shown(objects: ReadonlyMap<string, string>, name: string, { line }: CodeBlock): string {
  const text = objects.get(name);
  if (text !== undefined) return text;
  throw new Error(
    `The block in line ${line} shows ${name}, which its program does not write. It writes ${[...objects.keys()].join(', ')}.`,
  );
}

function evaluate(program: string): void {
  const { outputText } = typescript.transpileModule(program, {
    compilerOptions: { module: typescript.ModuleKind.CommonJS, target: typescript.ScriptTarget.ES2022 },
  });
  const fromRoot = createRequire(join(root, 'package.json'));
  const library = (name: string): unknown => (name === packageName ? loadLibrary() : fromRoot(name));
  const run = runInThisContext(`(function (require, exports) {${outputText}\n})`) as (
    require: unknown,
    exports: object,
  ) => void;
  run(library, {});
}

/** By `require`, so that jest and tsx each load it their way. */
function loadLibrary(): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program of the docs asks for it at run time
  return require('../../lib');
}

function writtenObjects(folder: string): ReadonlyMap<string, string> {
  const objects = new Map<string, string>();
  // A program that only asks writes nothing.
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of files) {
    for (const text of readFileSync(join(folder, file), 'utf8').split(/^---\n/m)) {
      const body = text.replace(/^#.*\n/gm, '');
      const [document] = parseAllDocuments(body);
      const object = document?.toJS() as { kind?: string; metadata?: { name?: string } } | null | undefined;
      if (object?.kind !== undefined) objects.set(`${object.kind}/${object.metadata?.name ?? ''}`, body);
    }
  }
  return objects;
}

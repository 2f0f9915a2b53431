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

/** Where the program that a page begins with leaves room for its steps. */
const room = '// ... the step ...';

/**
 * The programs of a page by the number of their block: what a reader has who copies them. A block without imports is a step, and stands in the
 * room of the program above it that has some.
 */
export function programsOf(markdown: string): ReadonlyMap<number, string> {
  let frame: string | undefined;
  const programs = new Map<number, string>();
  for (const [index, { language, text, line }] of codeBlocks(markdown).entries()) {
    if (language !== 'ts') continue;
    const isWhole = /^import /m.test(text);
    if (isWhole && text.includes(room)) frame = text;
    if (!isWhole && frame === undefined) {
      throw new Error(
        `The block in line ${line} has no imports, and no program above it says "${room}". Write its imports, or such a program.`,
      );
    }
    programs.set(index, isWhole ? text : (frame ?? '').replace(room, () => text.trimEnd()));
  }
  return programs;
}

/** Whether a block shows the error by which the check refuses the program above it. */
export function isRefusal(block: CodeBlock | undefined): boolean {
  return block?.language === 'text' && block.info === 'CheckError';
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
 * The text with what each program writes in the YAML block that follows it, which says what it shows: "yaml Service/web, Ingress/web". What follows
 * a program that the check refuses is "text CheckError", and shows the error.
 */
export function withOutputs(markdown: string): string {
  const programs = programsOf(markdown);
  return replaceBlocks(markdown, (block, index) => {
    const showsObjects = block.language === 'yaml' && block.info !== '';
    if (!showsObjects && !isRefusal(block)) return undefined;
    const program = programs.get(index - 1);
    if (program === undefined) throw new Error(`The block in line ${block.line} shows the output of no program.`);
    if (isRefusal(block)) return `${refusalOf(program, block)}\n`;
    const objects = runProgram(program);
    return block.info
      .split(',')
      .map((name) => shown(objects, name.trim(), block))
      .join('---\n');
  });
}

function refusalOf(program: string, { line }: CodeBlock): string {
  try {
    runProgram(program);
  } catch (error) {
    if (error instanceof Error && error.name === 'CheckError') return String(error);
    throw error;
  }
  throw new Error(`The block in line ${line} shows an error, which its program does not end in.`);
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

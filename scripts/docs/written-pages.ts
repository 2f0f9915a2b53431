import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rulePages, type WrittenPage } from './rule-pages';

/** The folders that hold nothing but pages that are written. */
const folders = ['rules'];

/**
 * The pages below docs/ that are not what the sources say: out of date, missing, or of a rule that is gone. Brings them up to date unless it
 * only checks.
 */
export function updateWrittenPages(root: string, { check }: { readonly check: boolean }): readonly string[] {
  const docs = join(root, 'docs');
  const pages = new Map(rulePages().map((page) => [page.path, page]));
  const stale = [...pages.values()].filter(({ path, text }) => textAt(join(docs, path)) !== text);
  const gone = folders.flatMap((folder) => pagesBelow(docs, folder)).filter((path) => !pages.has(path));
  if (!check) {
    for (const page of stale) write(docs, page);
    for (const path of gone) rmSync(join(docs, path));
  }
  return [...stale.map(({ path }) => path), ...gone].map((path) => join('docs', path));
}

function write(docs: string, { path, text }: WrittenPage): void {
  mkdirSync(dirname(join(docs, path)), { recursive: true });
  writeFileSync(join(docs, path), text);
}

function textAt(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function pagesBelow(docs: string, folder: string): string[] {
  if (!existsSync(join(docs, folder))) return [];
  const below = readdirSync(join(docs, folder), { recursive: true, encoding: 'utf8' });
  return below.filter((file) => file.endsWith('.md')).map((file) => join(folder, file));
}

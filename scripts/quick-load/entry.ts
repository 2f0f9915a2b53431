import { basename, dirname, relative } from 'node:path';
import { bundleOf } from '../../lib/code-cache';

/** What an entry of the build offers. */
export interface EntryOptions {
  /** Path of the compiled lib/code-cache.ts. */
  readonly codeCache: string;
  /** Whether it is run by its path. */
  readonly isProgram: boolean;
  /** What it exports. Whoever imports it from an ES module sees the names that its text has. */
  readonly names: readonly string[];
}

/** The text of an entry: it runs its bundle by the code that is kept for it, or as any other module. */
export function entryText(entry: string, { codeCache, isProgram, names }: EntryOptions): string {
  const bundle = basename(bundleOf(entry));
  const path = relative(dirname(entry), codeCache);
  return `${isProgram ? '#!/usr/bin/env node\n' : ''}'use strict';
const { runKept } = require(${JSON.stringify(path.startsWith('.') ? path : `./${path}`)});
if (!runKept(module, require)) module.exports = require('./${bundle}');
${names.length === 0 ? '' : `0 && (module.exports = { ${names.join(', ')} });\n`}`;
}

/** JavaScript with escapes for what is not ASCII, which esbuild leaves in regular expressions. V8 reads a text of one byte a character sooner. */
export function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

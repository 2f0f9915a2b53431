import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { Suggestion } from '../check/suggest';
import { sourceOf } from '../manifests/source-text';
import { groupBy } from '../reporters/wording';

/** A unified diff of what is suggested, as `git apply` and `patch -p1` take it; empty where nothing is. */
export function patchOf(suggestions: readonly Suggestion[], textOf: (file: string) => string): string {
  const files = groupBy(suggestions, ({ document }) => document.file ?? '');
  return Array.from(files, ([file, own]) => {
    const before = textOf(file);
    const after = own.reduceRight(put, before);
    if (before === after) return '';
    const patch = structuredPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 });
    return formatPatch(patch, FILE_HEADERS_ONLY);
  }).join('');
}

/** The text of a file with one of its documents changed. From the last to the first, so that the lines of the others stay what they are. */
function put(text: string, { document, before, after }: Suggestion): string {
  const start = startOfLine(text, sourceOf(document)?.firstLine ?? 1);
  // what has changed on the disk meanwhile is left alone
  return text.startsWith(before, start) ? text.slice(0, start) + after + text.slice(start + before.length) : text;
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed++) at = text.indexOf('\n', at) + 1;
  return at;
}

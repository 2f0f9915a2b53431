import type { SourceText } from './source-text';

/** A line that begins with a directive or ends a document, after which `---` may mean something else. */
const uncommon = /^(?:%|\.\.\.)/m;

/**
 * The documents of a stream, each with the line that it begins on. A line that begins with `---` begins a document wherever it stands, also
 * within a text block, as YAML has it.
 *
 * @returns undefined where the stream has directives or marks the ends of documents
 */
export function splitDocuments(stream: SourceText): SourceText[] | undefined {
  const { text } = stream;
  if (uncommon.test(text)) return undefined;
  const documents: SourceText[] = [];
  let start = 0;
  let firstLine = stream.firstLine;
  let line = firstLine;
  for (let at = 0; at !== -1;) {
    const end = text.indexOf('\n', at);
    if (at > start && isMark(text, at)) {
      documents.push({ text: text.slice(start, at), firstLine });
      [start, firstLine] = [at, line];
    }
    at = end === -1 ? -1 : end + 1;
    line++;
  }
  documents.push({ text: text.slice(start), firstLine });
  return documents;
}

function isMark(text: string, at: number): boolean {
  if (!text.startsWith('---', at)) return false;
  const after = text[at + 3];
  return after === undefined || after === '\n' || after === '\r' || after === ' ' || after === '\t';
}

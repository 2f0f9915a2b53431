import type { ManifestDocument } from './manifest-document';
import { readCarefully } from './read-carefully';
import { readQuickly } from './read-quickly';
import { rememberSource, type SourceText } from './source-text';
import { splitDocuments } from './split-documents';

/**
 * The documents of a text of YAML or JSON, read as kubectl reads it. Empty documents are passed over.
 *
 * A document that does not parse, has a key twice, or grows without end by its aliases becomes one that says so with its place; the others
 * are read all the same.
 *
 * @param file the name of the text, for messages
 */
export function parseManifests(text: string, file?: string): ManifestDocument[] {
  const documents = splitDocuments(text);
  if (documents === undefined) return readCarefully({ text, firstLine: 1 }, file);
  return documents.flatMap((source) => readDocument(source, file));
}

/** Ten times what the API server takes, since a List is sent item by item. More would only fill the memory. */
const longestDocument = 32 * 1024 * 1024;

function readDocument(source: SourceText, file: string | undefined): ManifestDocument[] {
  const line = source.firstLine;
  if (source.text.length > longestDocument) {
    const message = 'a document of more than 32 MiB: the API server reads 3 MiB of one object';
    return [
      {
        manifest: undefined,
        ...(file === undefined ? {} : { file }),
        line,
        unreadable: [{ message, line, column: 1 }],
      },
    ];
  }
  const read = readQuickly(source.text);
  if (read === undefined) return readCarefully(source, file);
  if (read.manifest == null) return [];
  const document = {
    manifest: read.manifest,
    ...(file === undefined ? {} : { file }),
    line: firstContentLine(source),
  };
  return [rememberSource(document, source)];
}

/** A line of nothing but a comment, or of the mark that begins a document. */
const contentless = /^(?:---)?[ \t]*(?:#.*)?\r?$/;

function firstContentLine({ text, firstLine }: SourceText): number {
  let line = firstLine;
  for (let at = 0; at < text.length; line++) {
    const end = text.indexOf('\n', at);
    if (!contentless.test(text.slice(at, end === -1 ? text.length : end))) return line;
    if (end === -1) break;
    at = end + 1;
  }
  return firstLine;
}

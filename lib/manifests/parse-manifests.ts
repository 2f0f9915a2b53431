import type { ManifestDocument } from './manifest-document';
import { readCarefully } from './read-carefully';
import { readQuickly } from './read-quickly';
import { rememberSource, type SourceText } from './source-text';
import { splitDocuments } from './split-documents';
import { splitJson } from './split-json';
import { notPrintableIn } from './unread-by-kubectl';

/**
 * The documents of a text of YAML or JSON, read as kubectl reads it. Empty documents are passed over.
 *
 * A document that does not parse, has a key twice, grows without end by its aliases or has what kubectl does not read becomes one that says so with
 * its place; the others are read all the same.
 *
 * @param file the name of the text, for messages
 */
export function parseManifests(text: string, file?: string): ManifestDocument[] {
  const json = splitJson(text);
  if (json === undefined) return parseYaml({ text, firstLine: 1 }, file);
  return [...json.objects.flatMap((object) => readDocument(object, file)), ...parseYaml(json.rest, file)];
}

function parseYaml(stream: SourceText, file: string | undefined): ManifestDocument[] {
  const sources = splitDocuments(stream);
  if (sources === undefined) return readCarefully(stream, file);
  const documents: ManifestDocument[] = [];
  for (const some of batches(sources)) {
    const read = readBatch(some, file) ?? some.flatMap((source) => readDocument(source, file));
    for (const document of read) documents.push(document);
  }
  return documents;
}

/**
 * The parser takes as long to begin as to read a page: it is handed a few at once. No more, since what it makes of them on the way would be moved
 * about in memory before it is done with.
 */
const batchLength = 16 * 1024;

function* batches(sources: readonly SourceText[]): Generator<readonly SourceText[]> {
  let batch: SourceText[] = [];
  let length = 0;
  for (const source of sources) {
    if (length > 0 && length + source.text.length > batchLength) {
      yield batch;
      [batch, length] = [[], 0];
    }
    batch.push(source);
    length += source.text.length;
  }
  yield batch;
}

/** Undefined where one of the documents asks for more care. */
function readBatch(sources: readonly SourceText[], file: string | undefined): ManifestDocument[] | undefined {
  if (sources.some(({ text }) => text.length > longestDocument || notPrintableIn(text) !== undefined)) return undefined;
  const manifests = readQuickly(sources.map(({ text }) => text));
  return manifests && sources.flatMap((source, position) => documentOf(manifests[position], source, file));
}

/** Ten times what the API server takes, since a List is sent item by item. More would only fill the memory. */
const longestDocument = 32 * 1024 * 1024;

function readDocument(source: SourceText, file: string | undefined): ManifestDocument[] {
  if (source.text.length > longestDocument) {
    const message = 'a document of more than 32 MiB: the API server reads 3 MiB of one object';
    const place = { line: source.firstLine, column: 1 };
    const origin = { ...(file === undefined ? {} : { file }), line: source.firstLine };
    return [{ manifest: undefined, ...origin, unreadable: [{ message, ...place }] }];
  }
  return readBatch([source], file) ?? readCarefully(source, file);
}

function documentOf(manifest: unknown, source: SourceText, file: string | undefined): ManifestDocument[] {
  if (manifest == null) return [];
  const document = { manifest, ...(file === undefined ? {} : { file }), line: firstContentLine(source) };
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

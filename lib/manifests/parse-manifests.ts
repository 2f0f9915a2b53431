import { LineCounter, parseAllDocuments, type Document, type Tags, type YAMLError } from 'yaml';
import type { ManifestDocument, ReadProblem } from './manifest-document';
import { rememberSource } from './source-text';

/** What an alias may grow to before the text is taken for an attack: as `yaml` counts it. */
const mostAliases = 100;

/** Tags of YAML 1.1 that kubectl and the engines of GitOps do not read: `12:30:45` is a text there, and a date too. */
const unread = ['TIME', 'timestamp', 'binary', 'set', 'omap', 'pairs'];

/**
 * The documents of a text of YAML or JSON, read as kubectl reads it. Empty documents are passed over.
 *
 * A document that does not parse, has a key twice, or grows without end by its aliases becomes one that says so with its place; the others
 * are read all the same.
 *
 * @param file the name of the text, for messages
 */
export function parseManifests(text: string, file?: string): ManifestDocument[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.1',
    customTags: withoutUnread,
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  // An empty stream is an object without documents.
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const [from, , to] = document.range;
    const source = { text: text.slice(from, to), firstLine: lines.linePos(from).line };
    return readDocument(document, lines, file).map((read) => rememberSource(read, source));
  });
}

function withoutUnread(tags: Tags): Tags {
  return tags.filter(
    (tag) => typeof tag === 'string' || !unread.some((one) => tag.format === one || tag.tag.endsWith(`:${one}`)),
  );
}

function readDocument(document: Document.Parsed, lines: LineCounter, file: string | undefined): ManifestDocument[] {
  const start = document.contents?.range[0] ?? document.range[0];
  const origin = { ...(file === undefined ? {} : { file }), line: lines.linePos(start).line };
  if (document.errors.length > 0) {
    return [{ manifest: undefined, ...origin, unreadable: document.errors.map((error) => problemOf(error, lines)) }];
  }
  if (document.contents === null) return [];
  try {
    const manifest: unknown = document.toJS({ maxAliasCount: mostAliases });
    return manifest === null ? [] : [{ manifest, ...origin }];
  } catch (error) {
    const { line, col } = lines.linePos(start);
    const message = error instanceof Error ? error.message : String(error);
    return [{ manifest: undefined, ...origin, unreadable: [{ message, line, column: col }] }];
  }
}

function problemOf({ code, message, pos }: YAMLError, lines: LineCounter): ReadProblem {
  const { line, col } = lines.linePos(pos[0]);
  const text = code === 'DUPLICATE_KEY' ? 'the key stands there twice: keep one' : message;
  return { message: text, line, column: col };
}

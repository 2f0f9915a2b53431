import type * as Yaml from 'yaml';
import { withDeeperContinuations } from './continuation-lines';
import type { ManifestDocument, ReadProblem } from './manifest-document';
import { rememberSource, type SourceText } from './source-text';
import { mayBeDeep } from './nesting';
import { whyUnread } from './read-quickly';
import { notPrintableIn, unreadByKubectl } from './unread-by-kubectl';
import { manifestTags } from './yaml-tags';

/** What an alias may grow to before the text is taken for an attack: as `yaml` counts it. */
const mostAliases = 100;

/** One slip draws a tail of others. */
const mostProblems = 5;

/** Reads whatever there is in YAML, and tells what is wrong and where: some eight times slower than `readQuickly`. */
export function readCarefully(written: SourceText, file: string | undefined): ManifestDocument[] {
  const tooDeep = mayBeDeep(written.text) ? whyUnread(written.text) : undefined;
  if (tooDeep !== undefined) return [unread(written, file, tooDeep)];
  const source = { ...written, text: withDeeperContinuations(written.text) ?? written.text };
  const { LineCounter, parseAllDocuments } = library();
  const lines = new LineCounter();
  const reader = new Reader(source, file, lines);
  const odd = notPrintableIn(source.text);
  try {
    const documents = parseAllDocuments(source.text, {
      ...{ version: '1.1', customTags: manifestTags, lineCounter: lines },
      ...{ prettyErrors: false, uniqueKeys: true, logLevel: 'silent' },
    });
    // Places are known from here on.
    if (odd !== undefined) return [reader.unreadable([reader.problem(odd.at, odd.message)])];
    // An empty stream is an object without documents.
    return Array.isArray(documents) ? documents.flatMap((document) => reader.read(document)) : [];
  } catch (error) {
    return [reader.unreadable([reader.problem(0, error)])];
  }
}

/** What is not handed to `yaml`, which calls itself for each level. */
function unread({ firstLine }: SourceText, file: string | undefined, problem: ReadProblem): ManifestDocument {
  const origin = { ...(file === undefined ? {} : { file }), line: firstLine };
  return { manifest: undefined, ...origin, unreadable: [{ ...problem, line: firstLine - 1 + problem.line }] };
}

class Reader {
  private readonly source: SourceText;
  private readonly file: string | undefined;
  private readonly lines: Yaml.LineCounter;

  constructor(source: SourceText, file: string | undefined, lines: Yaml.LineCounter) {
    this.source = source;
    this.file = file;
    this.lines = lines;
  }

  read(document: Yaml.Document.Parsed): ManifestDocument[] {
    const start = document.contents?.range[0] ?? document.range[0];
    const problems = this.ofTemplate(this.problemsOf(document).slice(0, mostProblems));
    if (problems.length > 0) return [this.unreadable(problems, start)];
    if (document.contents === null) return [];
    try {
      const manifest: unknown = document.toJS({ maxAliasCount: mostAliases });
      return manifest === null ? [] : [this.document(manifest, start, document.range)];
    } catch (error) {
      return [this.unreadable([this.problem(start, error)], start)];
    }
  }

  unreadable(problems: readonly ReadProblem[], start = 0): ManifestDocument {
    return { manifest: undefined, ...this.origin(start), unreadable: problems };
  }

  problem(at: number, error: unknown): ReadProblem {
    return { message: messageOf(error), line: this.line(at), column: this.lines.linePos(at).col || 1 };
  }

  private problemsOf(document: Yaml.Document.Parsed): ReadProblem[] {
    if (document.errors.length > 0) return document.errors.map((error) => this.problem(error.pos[0], error));
    if (document.contents === null) return [];
    return unreadByKubectl(document, library()).map(({ at, message }) => this.problem(at, message));
  }

  /** Of a template that is not rendered every line may be wrong, and none of them is what to mend. */
  private ofTemplate(problems: readonly ReadProblem[]): readonly ReadProblem[] {
    const [first] = problems;
    if (first === undefined) return problems;
    const { lineStarts } = this.lines;
    const index = first.line - this.source.firstLine;
    // Elsewhere `{{` may stand in a text, as it is meant: what is wrong shows where it is read, or on the line behind.
    const isNear = this.source.text.slice(lineStarts[index - 1] ?? 0, lineStarts[index + 1]).includes('{{');
    if (!isNear) return problems;
    const hint = "'{{' looks like a template: render it first, as by `helm template CHART | exposed-app check -`";
    return [{ ...first, message: `${first.message}; ${hint}` }];
  }

  private document(manifest: unknown, start: number, [from, , to]: Yaml.Document.Parsed['range']): ManifestDocument {
    const source = { text: this.source.text.slice(from, to), firstLine: this.line(from) };
    return rememberSource({ manifest, ...this.origin(start) }, source);
  }

  private origin(start: number): Pick<ManifestDocument, 'file' | 'line'> {
    return { ...(this.file === undefined ? {} : { file: this.file }), line: this.line(start) };
  }

  private line(at: number): number {
    return this.source.firstLine - 1 + (this.lines.linePos(at).line || 1);
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'DUPLICATE_KEY' ? 'the key stands there twice: keep one' : error.message;
}

/** Loaded where it is needed: most sets are read without it. */
function library(): typeof Yaml {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at run time, and synchronously
  return require('yaml') as typeof Yaml;
}

import type { ManifestDocument } from './manifest-document';

/** The text that a document was read from. */
export interface SourceText {
  /** Of that document alone. */
  readonly text: string;
  /** The line of the file that it begins on, from 1. */
  readonly firstLine: number;
}

const sources = new WeakMap<ManifestDocument, SourceText>();

/** Remembers what a document was read from, so that the places of its fields are looked for only where somebody asks. */
export function rememberSource(document: ManifestDocument, source: SourceText): ManifestDocument {
  sources.set(document, source);
  return document;
}

/** Undefined where the document was not read from a text. */
export function sourceOf(document: ManifestDocument): SourceText | undefined {
  return sources.get(document);
}

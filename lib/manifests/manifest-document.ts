/** One object of a set of manifests and where it comes from. */
export interface ManifestDocument {
  /** The object as it is sent to the API server; undefined where the text could not be read. */
  readonly manifest: unknown;
  /** The path of the construct that made it, `shop/web/Service web`. */
  readonly construct?: string;
  /** The file that it stands in, as it was named. */
  readonly file?: string;
  /** The line where it begins, from 1. */
  readonly line?: number;
  /** Why the text could not be read: then nothing else is known of the document. */
  readonly unreadable?: readonly ReadProblem[];
}

/** A place in a text that cannot be read, and why. */
export interface ReadProblem {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

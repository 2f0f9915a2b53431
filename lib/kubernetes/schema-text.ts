/**
 * The texts of schemas.json, one for each field:
 *
 *     string                                  a scalar
 *     list core.v1.Container                  a list; `map` likewise
 *     core.v1.PodCertificateProjection 1.34+  a type of the file, known since 1.34
 *     string 1.27-1.30                        gone after 1.30
 *     a.v1.Old 1.27-1.28 | a.v1.New 1.29+     a field that changed its type
 *
 * and for each kind, its scope before its type: `namespaced apps.v1.Deployment`.
 */

/** A type text and the releases that it holds for: 29 is Kubernetes 1.29, Infinity is "and later". */
export interface VersionedText {
  readonly text: string;
  readonly since: number;
  readonly until: number;
}

const withReleases = /^(.*) 1\.(\d+)(?:\+|-1\.(\d+))$/;

/** Takes a text of schemas.json apart; usually there is one part, for all releases. */
export function parseVersionedTexts(line: string): VersionedText[] {
  return line.split(' | ').map((part) => {
    const [, text, since, until] = withReleases.exec(part) ?? [];
    if (text === undefined) return { text: part, since: 0, until: Infinity };
    return { text, since: Number(since), until: until === undefined ? Infinity : Number(until) };
  });
}

/** The reverse of `parseVersionedTexts`. */
export function printVersionedTexts(parts: readonly VersionedText[]): string {
  return parts
    .map(({ text, since, until }) => {
      if (since === 0 && until === Infinity) return text;
      return `${text} 1.${since}${until === Infinity ? '+' : `-1.${until}`}`;
    })
    .join(' | ');
}

/** The part that holds for a release, if any. */
export function textAt(line: string, minor: number): string | undefined {
  if (!line.includes(' 1.')) return line;
  return parseVersionedTexts(line).find(({ since, until }) => since <= minor && minor <= until)?.text;
}

/** What schemas.json holds. */
export interface SchemaFile {
  /** By apiVersion and kind with a blank between them: `apps/v1 Deployment`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** By type and field. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
